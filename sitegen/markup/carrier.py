"""A text made ready for Markdown: what it must not touch stands behind control characters."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.prose import Span

# The source form holds no control characters, so these can't occur in it.
SENTINEL = re.compile("\x01(\\d+)\x01|\x02(\\d+)\x02")
_VERBATIM = ("text", "markdown", "code")
_SLIDING = " \t\n*_"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to mark: `start` to `end` in the source; `labels` go to ``data-topics``."""

    start: int
    end: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    r"""What Markdown reads.

    Attributes:
        text: The source with ``\x01n\x01`` for ``spans[n]`` and ``\x02n\x02`` for a border.
        labels: For each border the labels that hold behind it.
    """

    text: str
    spans: Sequence[Span]
    labels: Sequence[tuple[str, ...]]


def carried(source: str, spans: Sequence[Span], marks: Sequence[Mark]) -> Carrier:
    """Return the carrier of `source`, whose pieces are `spans`."""
    borders = _borders(_passages(source, spans, marks))
    offsets = list(borders)
    out: list[str] = []
    nearest = 0
    for number, span in enumerate(spans):
        at = span.start
        while nearest < len(offsets) and offsets[nearest] < span.end:
            out += [source[at : offsets[nearest]], f"\x02{nearest}\x02"]
            at = offsets[nearest]
            nearest += 1
        out.append(source[at : span.end] if span.kind in _VERBATIM else f"\x01{number}\x01")
    return Carrier("".join(out), spans, list(borders.values()))


def _passages(source: str, spans: Sequence[Span], marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with ends that split nothing but running text."""
    found: list[Mark] = []
    ends = [span.end for span in spans] if marks else []
    for mark in marks:
        start, end = max(0, mark.start), min(len(source), mark.end)
        # A delimiter of Markdown acts by what stands next to it: no border comes between.
        while start < end and source[start] in _SLIDING:
            start += 1
        while start < end and source[end - 1] in _SLIDING:
            end -= 1
        # The first piece that ends behind its start, and those up to its end.
        for span in islice(spans, bisect_right(ends, start), None):
            if span.start >= end:
                break
            if span.kind != "text":
                start, end = min(start, span.start), max(end, span.end)
        if start < end:
            found.append(Mark(start, end, mark.labels))
    return found


def _borders(marks: Sequence[Mark]) -> dict[int, tuple[str, ...]]:
    """Return each offset where the set of labels changes, with the labels behind it."""
    begun: dict[int, list[int]] = {}
    ended: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        begun.setdefault(mark.start, []).append(number)
        ended.setdefault(mark.end, []).append(number)
    borders: dict[int, tuple[str, ...]] = {}
    around: set[int] = set()
    for at in sorted(begun.keys() | ended.keys()):
        around = around.difference(ended.get(at, ())).union(begun.get(at, ()))
        here = [label for number in sorted(around) for label in marks[number].labels]
        borders[at] = tuple(dict.fromkeys(here))
    return borders
