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
# Some exports drop the blank as well: algo-rithmic.
_HYPHEN = re.compile(r"-(?<=[a-z]-)(?=(?P<rest>[a-z]{5,40})(?![\w@/-]))")
_BEFORE = re.compile(r"(?<![\w\\/@.-])[A-Za-z][a-z]{1,20}\Z")
# Before these a hyphen may be meant, whatever follows. What else begins a word is in the list.
_BEGINNINGS = frozenset(
    """ab ad aero af air all ana anti apo astro auto back be bi bio by care co de deca demi di
    dis down e eco em en endo epi equi ex exo extra far femto few for fore free gastro geo giga
    gyro half hand hemi hemo hepta hetero hexa high hydro hyper hypo ill il im in infra inter
    intra intro ir iso kilo land laparo loco low macro mal many mega meso meta micro mid milli
    mini mis mono morpho multi myo nano neo neuro new no non octa off old omni on one opto
    ortho out over para penta per peri petro phono photo physio piezo poly post pre pro proto
    pseudo psycho quad quadri quasi radio re retro self semi servo show so socio spatio spectro
    step sub super supra syn team tele tetra thermo top topo trans tri turbo two ultra un under
    uni up vaso vice with""".split()  # noqa: SIM905
)
_JOINED = re.compile(
    rf"\.(?=[A-Z])(?:(?<=[a-z]{{3}}\.)|(?<=[\d%)\]]\.))(?={text.OPENER},?[ ][a-z])"
)


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    is_parted = "- " in source or ("\n" in source and "-\n" in source)
    if is_parted or "(cid:173)" in source or _JOINED.search(source) is not None:
        return True
    return "-" in source and any(True for _ in _glued(source, 0, len(source)))


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the ends of lines of ``source[start:end]`` that can be told with certainty."""
    yield from _parted(source, start, end)
    yield from _glued(source, start, end)
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


def _glued(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the hyphens inside of words that have none, between parts that are no words."""
    for match in _HYPHEN.finditer(source, start, end):
        rest, at = match["rest"], match.start()
        if rest in _words() or (before := _BEFORE.search(source, max(start, at - 21), at)) is None:
            continue
        first = before[0].lower()
        is_part = first not in _BEGINNINGS and first not in _words()
        if is_part and first + rest in _words() and f"{first}-{rest}" not in _words():
            yield Span("reading", at, at + 1, "")


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
    # Read with the first text that has a hyphen in doubt.
    packed = (Path(__file__).parent / FILE).read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n"))
