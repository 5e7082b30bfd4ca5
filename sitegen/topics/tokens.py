"""Tokens of a plain text with their offsets, and the runs that phrases are made from."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sitegen.topics import folding, wordlists

# A hyphen or an apostrophe joins, a point joins digits only: ``GPT-3.5``, ``Newton's``, ``C++``.
_TOKEN = re.compile(r"[^\W_]+(?:(?:[-‐‑–'’]|(?<=\d)\.(?=\d))[^\W_]+)*(?:\+\+?(?!\w))?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORDS: list["Word"] = []
_LETTER = re.compile(r"[^\W\d_]")


class Word(NamedTuple):
    """What one spelling means to phrases, wherever it stands.

    Attributes:
        spelling: As the text spells it.
        key: Its folded form; hyphens are blanks.
        stops: Whether it is no part of any phrase.
        opens: Whether a phrase may begin with it.
        closes: Whether a phrase may end with it (``graph-based`` may open, never close).
        number: Its place among the words that this run of the program has met.
    """

    spelling: str
    key: str
    stops: bool
    opens: bool
    closes: bool
    number: int


class Token(NamedTuple):
    """One word of a text, so that ``plain[start:end]`` is its spelling."""

    start: int
    end: int
    word: Word


class Run(NamedTuple):
    """A stretch of tokens, `first` to before `last`, that no stopword or mark interrupts."""

    first: int
    last: int


def tokens(plain: str) -> list[Token]:
    """Return the tokens of `plain` in order.

    Args:
        plain: A text on one line, as `prose.plain` gives it; offsets count its characters.
    """
    make = Token._make
    return [
        make((*match.span(), word(match[0])))
        for start, end in _prose(plain)
        for match in _TOKEN.finditer(plain, start, end)
    ]


@cache
def word(spelling: str) -> Word:
    """Return what `spelling` means to phrases."""
    key = folding.key(spelling)
    stops = spelling.lower() in wordlists.STOPWORDS or _LETTER.search(spelling) is None
    opens = key not in wordlists.WEAK_FIRST
    found = Word(spelling, key, stops, opens, _may_close(key), len(_WORDS))
    _WORDS.append(found)
    return found


def numbered(number: int) -> Word:
    """Return the word that has this number while the program runs."""
    return _WORDS[number]


def _prose(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `plain` between web addresses: a path names no subject."""
    if "://" not in plain and "www." not in plain:
        yield 0, len(plain)
        return
    at = 0
    for match in _ADDRESS.finditer(plain):
        yield at, match.start()
        at = match.end()
    yield at, len(plain)


def key(phrase: str) -> str:
    """Return the key of a phrase that stands alone, such as a keyword."""
    return " ".join(token.word.key for token in tokens(phrase))


def runs(plain: str, found: Sequence[Token]) -> list[Run]:
    """Return the runs of `found`, in order; stopwords, numbers and punctuation end them."""
    result = []
    first = 0
    before = 0
    for at, (start, end, each) in enumerate(found):
        if each.stops:
            if at > first:
                result.append(Run(first, at))
            first = at + 1
        elif at > first and (start != before + 1 or plain[before] != " "):
            result.append(Run(first, at))
            first = at
        before = end
    if first < len(found):
        result.append(Run(first, len(found)))
    return result


def _may_close(key: str) -> bool:
    """Tell whether a phrase may end with a word of this key."""
    last = key.rpartition(" ")[2]
    if last.endswith("ly") and len(last) > 5:
        return last in wordlists.NOUNS_IN_LY
    return last not in wordlists.WEAK_LAST
