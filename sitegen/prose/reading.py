"""The plain form of a text, piece by piece, and the way back to its source."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.prose.spans import Span

# What `text.line` would change: any white space but a single blank, and control characters.
_IRREGULAR = re.compile(
    "[^\\S ]\\s*|  \\s*| [^\\S ]\\s*|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Piece(NamedTuple):
    """Where ``plain[at:]`` comes from; an `exact` piece is the same characters as its source."""

    at: int
    start: int
    end: int
    exact: bool


class Reading(Parcel, frozen=True):
    """The plain form of a text and where each of its characters came from."""

    plain: str
    source: str
    pieces: tuple[Piece, ...] = ()

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``plain[start:end]`` stands in the source, widened to whole spans."""
        if not self.pieces:
            return start, end
        first = self.pieces[self._piece(start)]
        last = self.pieces[self._piece(max(start, end - 1))]
        begin = first.start + (start - first.at if first.exact else 0)
        stop = last.start + end - last.at if last.exact else last.end
        return begin, max(begin, stop)

    def said(self, start: int, end: int) -> str:
        """Return how ``source[start:end]`` reads where it stands, widened to whole spans."""
        if not self.pieces:
            return self.plain[start:end]
        found = []
        first = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        for number in range(first, len(self.pieces)):
            piece = self.pieces[number]
            if piece.start >= end:
                break
            is_last = number + 1 == len(self.pieces)
            stop = len(self.plain) if is_last else self.pieces[number + 1].at
            before = max(0, start - piece.start) if piece.exact else 0
            last = min(stop, piece.at + end - piece.start) if piece.exact else stop
            found.append(self.plain[piece.at + before : last])
        return "".join(found).strip(" ")

    def _piece(self, at: int) -> int:
        return max(0, bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1)


def is_regular(source: str) -> bool:
    """Tell whether `source` has certainly no white space, control character or form to mend."""
    return (
        source.isprintable()
        and "  " not in source
        and source == source.strip()
        and unicodedata.is_normalized("NFC", source)
    )


def joined(source: str, spans: Iterable[Span]) -> Reading:
    """Return the reading of `source`, whose pieces are `spans`."""
    plain: list[str] = []
    pieces: list[Piece] = []
    length = 0
    last = " "
    for start, end, reading, exact in _pieces(source, spans):
        words = reading[1:] if last == " " and reading[:1] == " " else reading
        if not words:
            continue
        if unicodedata.is_normalized("NFC", last + words):
            pieces.append(Piece(length, start + (exact and words != reading), end, exact))
        else:
            # A combining mark belongs to the letter before it: the two become one piece.
            before = pieces.pop()
            length = before.at
            words = unicodedata.normalize("NFC", "".join(plain)[length:] + words)
            plain = ["".join(plain)[:length]]
            pieces.append(Piece(length, before.start, end, exact=False))
        plain.append(words)
        length += len(words)
        last = words[-1]
    whole = "".join(plain)
    return Reading(whole.rstrip(" "), source, tuple(pieces))


def _pieces(source: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start, end and reading of each piece; text is cut at irregular white space."""
    for span in spans:
        if span.kind != "text":
            yield span.start, span.end, _regular(span.plain), False
            continue
        at = span.start
        for match in _IRREGULAR.finditer(source, span.start, span.end):
            yield from _exact(source, at, match.start())
            yield match.start(), match.end(), " " if match[0].isspace() else "", False
            at = match.end()
        yield from _exact(source, at, span.end)


def _exact(source: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """Yield running text, the same in both forms if it is normalised already."""
    if start < end:
        content = source[start:end]
        plain = unicodedata.normalize("NFC", content)
        yield start, end, plain, plain == content


def _regular(reading: str) -> str:
    """Return `reading` on one line; unlike `text.line` it keeps a blank at either end."""
    return text.line(f".{reading}.")[1:-1]  # no mark is joined with a point
