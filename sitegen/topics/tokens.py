"""Tokens of a plain text with their offsets, and the runs that phrases are made from."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.topics import folding, wordlists

# A hyphen or an apostrophe joins, a point joins digits only: ``GPT-3.5``, ``Newton's``, ``C++``.
_TOKEN = re.compile(r"[^\W_]+(?:(?:[-‐‑–'’]|(?<=\d)\.(?=\d))[^\W_]+)*(?:\+\+?(?!\w))?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LETTER = re.compile(r"[^\W\d_]")


class Token(NamedTuple):
    """One word.

    Attributes:
        start: Where it begins in the text, so that ``plain[start:end]`` is the word.
        end: Where it ends.
        word: As the text spells it.
        key: Its folded form; hyphens are blanks.
        stops: Whether it is no part of any phrase.
    """

    start: int
    end: int
    word: str
    key: str
    stops: bool


class Run(NamedTuple):
    """A stretch of tokens, `first` to before `last`, that no stopword or mark interrupts."""

    first: int
    last: int


def tokens(plain: str) -> list[Token]:
    """Return the tokens of `plain` in order.

    Args:
        plain: A text on one line, as `prose.plain` gives it; offsets count its characters.
    """
    return [
        Token(*match.span(), word := match.group(), folding.key(word), _stops(word))
        for start, end in _prose(plain)
        for match in _TOKEN.finditer(plain, start, end)
    ]


def _prose(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `plain` between web addresses: a path names no subject."""
    at = 0
    for match in _ADDRESS.finditer(plain):
        yield at, match.start()
        at = match.end()
    yield at, len(plain)


def key(phrase: str) -> str:
    """Return the key of a phrase that stands alone, such as a keyword."""
    return " ".join(token.key for token in tokens(phrase))


def runs(plain: str, found: Sequence[Token]) -> list[Run]:
    """Return the runs of `found`, in order; stopwords, numbers and punctuation end them."""
    result = []
    first = 0
    for at, token in enumerate(found):
        stops = token.stops
        if at > first and (stops or plain[found[at - 1].end : token.start] != " "):
            result.append(Run(first, at))
            first = at
        if stops:
            first = at + 1
    if first < len(found):
        result.append(Run(first, len(found)))
    return result


@lru_cache(maxsize=1 << 16)
def _stops(word: str) -> bool:
    """Tell whether `word` is no part of any phrase."""
    return word.lower() in wordlists.STOPWORDS or _LETTER.search(word) is None
