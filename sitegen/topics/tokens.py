"""Tokens of a plain text with their offsets, and the runs that phrases are made from."""

import re
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from sitegen.topics import folding, wordlists

# A hyphen or an apostrophe joins, a point joins digits only: ``GPT-3.5``, ``Newton's``, ``C++``.
_TOKEN = re.compile(r"([^\W_]+(?:(?:[-‐‑–'’]|(?<=\d)\.(?=\d))[^\W_]+)*(?:\+\+?(?!\w))?)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LETTER = re.compile(r"[^\W\d_]")


class Word(NamedTuple):
    """What one spelling means to phrases, wherever it stands.

    Attributes:
        spelling: As the text spells it.
        key: Its folded form; hyphens are blanks.
        stops: Whether it is no part of any phrase.
        opens: Whether a phrase may begin with it.
        closes: Whether a phrase may end with it (``graph-based`` may open, never close).
    """

    spelling: str
    key: str
    stops: bool
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a text in order, so that ``plain[starts[n]:ends[n]]`` spells word `n`.

    Columns rather than a list of values: they take a tenth of the time and of the room.
    """

    starts: "array[int]"
    ends: "array[int]"
    words: tuple[Word, ...]


class Run(NamedTuple):
    """A stretch of tokens, `first` to before `last`, that no stopword or mark interrupts."""

    first: int
    last: int


def tokens(plain: str) -> Tokens:
    """Return the tokens of `plain`.

    Args:
        plain: A text on one line, as `prose.plain` gives it; offsets count its characters.
    """
    parts = _TOKEN.split(_without_addresses(plain))
    ends = array("I", accumulate(map(len, parts)))
    return Tokens(ends[:-1:2], ends[1::2], tuple(map(word, parts[1::2])))


@cache
def word(spelling: str) -> Word:
    """Return what `spelling` means to phrases."""
    key = folding.key(spelling)
    stops = spelling.lower() in wordlists.STOPWORDS or _LETTER.search(spelling) is None
    opens = key not in wordlists.WEAK_FIRST
    return Word(spelling, key, stops, opens, _may_close(key))


def _without_addresses(plain: str) -> str:
    """Return `plain` with blanks for web addresses: a path names no subject."""
    if "://" not in plain and "www." not in plain:
        return plain
    return _ADDRESS.sub(lambda match: " " * len(match[0]), plain)


def key(phrase: str) -> str:
    """Return the key of a phrase that stands alone, such as a keyword."""
    return " ".join(word.key for word in tokens(phrase).words)


def runs(plain: str, found: Tokens) -> list[Run]:
    """Return the runs of `found`, in order; stopwords, numbers and punctuation end them."""
    result = []
    first = at = before = 0
    for start, end, word in zip(found.starts, found.ends, found.words, strict=True):
        if word.stops:
            if at > first:
                result.append(Run(first, at))
            first = at + 1
        elif at > first and (start != before + 1 or plain[before] != " "):
            result.append(Run(first, at))
            first = at
        before = end
        at += 1
    if first < at:
        result.append(Run(first, at))
    return result


def _may_close(key: str) -> bool:
    """Tell whether a phrase may end with a word of this key."""
    last = key.rpartition(" ")[2]
    if last.endswith("ly") and len(last) > 5:
        return last in wordlists.NOUNS_IN_LY
    return last not in wordlists.WEAK_LAST
