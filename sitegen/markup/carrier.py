"""A text made ready for Markdown: what it must not touch stands behind control characters."""

import re
from bisect import bisect_right, insort
from collections.abc import Sequence

from sitegen.jobs.parcel import Parcel
from sitegen.prose import Span

# The source form holds no control characters, so these can't occur in it.
SENTINEL = re.compile("\x01(\\d+)\x01")
_VERBATIM = ("text", "markdown", "code")
_SLIDING = " \t\n*_"

Piece = str | Span | tuple[str, ...]
"""Words that Markdown may act on, a span that it must not see, or a border: the labels behind."""


class Mark(Parcel, frozen=True):
    """A passage to mark: `start` to `end` in the source; `labels` go to ``data-topics``."""

    start: int
    end: int
    labels: tuple[str, ...]


def pieces(source: str, spans: Sequence[Span], marks: Sequence[Mark]) -> list[Piece]:
    """Return `source`, which `spans` cover, cut where a span ends or other marks apply."""
    borders = _borders(_passages(source, spans, marks))
    offsets = list(borders)
    found: list[Piece] = []
    nearest = 0
    for span in spans:
        at = span.start
        while nearest < len(offsets) and offsets[nearest] < span.end:
            border = offsets[nearest]
            found += (source[at:border], borders[border])
            at = border
            nearest += 1
        found.append(source[at : span.end] if span.kind in _VERBATIM else span)
    return found


def carried(cut: Sequence[Piece]) -> str:
    r"""Return what Markdown reads: ``\x01n\x01`` stands for ``cut[n]`` unless that is words."""
    return "".join(
        [
            piece if isinstance(piece, str) else f"\x01{number}\x01"
            for number, piece in enumerate(cut)
        ]
    )


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
        for number in range(bisect_right(ends, start), len(spans)):
            span = spans[number]
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
    around: list[int] = []
    for at in sorted(begun.keys() | ended.keys()):
        for number in ended.get(at, ()):
            around.remove(number)
        for number in begun.get(at, ()):
            insort(around, number)
        here = [label for number in around for label in marks[number].labels]
        borders[at] = tuple(dict.fromkeys(here))
    return borders
