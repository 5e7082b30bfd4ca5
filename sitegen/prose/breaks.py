"""What the ends of lines leave: words that they part, sentences that run together without them."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sitegen import text
from sitegen.prose.spans import Span

FILE = "words.txt.gz"
# Behind the hyphen of "short- and long-term" no word ends.
_PARTED = re.compile(
    r"(?<![^\W_])(?P<first>[^\W\d_]{2,40})(?P<gap>-(?=\s)[^\S\n]{0,20}\n?[^\S\n]{0,20})"
    r"(?!(?:and|or|to)\b)(?P<rest>(?=[a-zﬀ-ﬆ])[^\W\d_]{1,40})(?![\w-])"
)
# Where the hyphen is a sign of its own, most words are parted: `characters` leaves it out.
_SOFT = re.compile(
    r"(?P<chain>-)?(?<![^\W_])(?P<first>[^\W\d_]{1,40})(?P<gap>\(cid:173\)\s{0,2})"
    r"(?=(?P<rest>[^\W\d_]{2,40}))"
)
_JOINED = re.compile(
    rf"\.(?=[A-Z])(?:(?<=[a-z]{{3}}\.)|(?<=[\d%)\]]\.))(?={text.OPENER},?[ ][a-z])"
)


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    is_parted = "- " in source or ("\n" in source and "-\n" in source)
    return is_parted or "(cid:173)" in source or _JOINED.search(source) is not None


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the ends of lines of ``source[start:end]`` that can be told with certainty."""
    yield from _parted(source, start, end)
    if "(cid:173)" in source:
        yield from _compounds(source, start, end)
    for match in _JOINED.finditer(source, start, end):
        yield Span("reading", *match.span(), ". ")


def _parted(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the hyphens that part a word, with the blanks behind them.

    One that the word is written with stays, without the blanks. What is not known as a word stays
    as it is: a hyphen may also stand for a dash, or for the end of a compound.
    """
    for match in _PARTED.finditer(source, start, end):
        first, rest = (text.without_accents(part).lower() for part in match.group("first", "rest"))
        if f"{first}-{rest}" in _words():
            yield Span("reading", *match.span("gap"), "-")
        elif first + rest in _words():
            yield Span("reading", *match.span("gap"), "")


def _compounds(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the hyphens that a PDF wrote as a sign of its own and that words are written with."""
    for match in _SOFT.finditer(source, start, end):
        first, rest = (text.without_accents(part).lower() for part in match.group("first", "rest"))
        is_new = first + rest not in _words() and rest in _words()
        is_compound = f"{first}-{rest}" in _words()
        if is_compound or (is_new and (match["chain"] or first in _words())):
            yield Span("reading", *match.span("gap"), "-")


@cache
def _words() -> frozenset[str]:
    """Return the words that are known, with the hyphens they are written with (`words.md`)."""
    # Read with the first text that needs them: one in thirty does.
    packed = (Path(__file__).parent / FILE).read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n"))
