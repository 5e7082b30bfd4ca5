"""Tokens of a plain text with their offsets, and the runs that phrases are made from."""

import re
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from sitegen.jobs.parcel import Parcel
from sitegen.topics import folding, wordlists

# A hyphen or an apostrophe joins, a point joins digits only: ``GPT-3.5``, ``Newton's``, ``C++``.
_TOKEN = re.compile(r"([^\W_]+(?:(?:[-‐‑–'’]|\.(?<=\d\.)(?=\d))[^\W_]+)*(?:\+\+?(?!\w))?)")
# The same for a text of ASCII alone, as most are: its letters are found in half of the time.
_ASCII = re.compile(
    r"([0-9A-Za-z]+(?:(?:[-']|\.(?<=\d\.)(?=\d))[0-9A-Za-z]+)*(?:\+\+?(?!\w))?)", re.ASCII
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LETTER = re.compile(r"[^\W\d_]")
# French *l'aide* and *qu'une*, but no *D'Alembert*.
_ELIDED = re.compile(r"(?:[dl]|qu)['’][aàâeéèêhiîoôuûy]\w+")
# Where *de* is Latin; elsewhere it is French or Spanish, but before a name (*de Finetti*).
_LATIN = frozenset(["facto", "jure", "minimis", "novo"])
# The first word of a run may stand behind anything, the others stand behind one blank.
RUN = re.compile(r"[BIOCNbiocn][biocn]*")
CLOSING = re.compile(r"[BIOCNbiocn](?![biocn])")
"""The last word of a run."""


class Word(NamedTuple):
    """What one spelling means to phrases, wherever it stands.

    Attributes:
        spelling: As the text spells it.
        key: Its folded form; hyphens are blanks.
        head: The key up to its first blank.
        stops: Whether it is no part of any phrase.
        opens: Whether a phrase may begin with it.
        closes: Whether a phrase may end with it (``graph-based`` may open, never close).
        sign: One letter for its part in phrases: ``b``: it may be one by itself; ``i``: it may
            open and close longer ones only; ``o``: open; ``c``: close; ``n``: stand inside;
            ``p``: join two as a preposition; ``s``: none, as other stopwords.
        apart: The same as a capital, for where it does not stand behind one blank.
    """

    spelling: str
    key: str
    head: str
    stops: bool
    opens: bool
    closes: bool
    sign: str
    apart: str


class Tokens(Parcel, frozen=True, eq=False):
    """The words of a text in order.

    Attributes:
        words: What they mean; columns rather than a list of values take a tenth of the time
            and of the room.
        signs: A letter for each word, what it may be in a phrase.
        lengths: How long words are and what stands between them, in turn, from what stands
            before the first to what stands behind the last.
    """

    words: tuple[Word, ...]
    signs: str
    lengths: "bytes | array[int]"

    def places(self) -> tuple[list[int], list[int]]:
        """Return where words start and end: ``plain[starts[n]:ends[n]]`` spells word `n`."""
        ends = list(accumulate(self.lengths))
        return ends[:-1:2], ends[1::2]


class Run(NamedTuple):
    """A stretch of tokens, `first` to before `last`, that no stopword or mark interrupts."""

    first: int
    last: int


def tokens(plain: str) -> Tokens:
    """Return the tokens of `plain`.

    Args:
        plain: A text on one line, as `prose.plain` gives it; offsets count its characters.
    """
    parts = (_ASCII if plain.isascii() else _TOKEN).split(_without_addresses(plain))
    words = tuple(map(word, parts[1::2]))
    pairs = zip(parts[::2], words, strict=False)
    signs = "".join([each.sign if gap == " " else each.apart for gap, each in pairs])
    if " de " in plain or plain.startswith("de "):
        signs = _with_de(words, signs)
    return Tokens(words, signs, _lengths(parts))


def _with_de(words: Sequence[Word], signs: str) -> str:
    """Return the signs of words where *de* opens Latin and names, and else is in no phrase."""
    told = [*signs]
    for at, (each, behind) in enumerate(pairwise(words)):
        if each.spelling == "de":
            sign = "s" if behind.spelling.islower() and behind.key not in _LATIN else "o"
            told[at] = sign if signs[at].islower() else sign.upper()
    return "".join(told)


def _lengths(parts: Sequence[str]) -> "bytes | array[int]":
    """Return the lengths of strings, in a byte each where they fit."""
    try:
        return bytes(map(len, parts))
    except ValueError:
        return array("I", map(len, parts))


@cache
def word(spelling: str) -> Word:
    """Return what `spelling` means to phrases."""
    key = folding.key(spelling)
    stops = spelling.lower() in wordlists.STOPWORDS or not _LETTER.search(spelling)
    stops = stops or _ELIDED.fullmatch(spelling) is not None
    opens, closes = key not in wordlists.WEAK_FIRST, _may_close(key)
    sign = _sign(key, stops=stops, opens=opens, closes=closes)
    head = key.partition(" ")[0]
    return Word(spelling, key, head, stops, opens, closes, sign, sign.upper())


def _sign(key: str, *, stops: bool, opens: bool, closes: bool) -> str:
    """Return the letter for what a word may be in phrases."""
    if stops:
        return "p" if key in wordlists.PREPOSITIONS else "s"
    if opens and closes:
        return "b" if len(key) > 1 else "i"
    return "o" if opens else "c" if closes else "n"


def _without_addresses(plain: str) -> str:
    """Return `plain` with blanks for web addresses: a path names no subject."""
    if "://" not in plain and "www." not in plain:
        return plain
    return _ADDRESS.sub(lambda match: " " * len(match[0]), plain)


@lru_cache(maxsize=1 << 15)
def key(phrase: str) -> str:
    """Return the key of a phrase that stands alone, such as a keyword."""
    return " ".join([word(each).key for each in _TOKEN.findall(_without_addresses(phrase))])


def runs(found: Tokens) -> list[Run]:
    """Return the runs of `found`, in order; stopwords, numbers and punctuation end them."""
    return [Run(*each.span()) for each in RUN.finditer(found.signs)]


def _may_close(key: str) -> bool:
    """Tell whether a phrase may end with a word of this key."""
    last = key.rpartition(" ")[2]
    if last.endswith("ly") and len(last) > 5:
        return last in wordlists.NOUNS_IN_LY
    return last not in wordlists.WEAK_LAST
