"""A file of which lines were edited since it was read → its records, the others as they were."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter

from sitegen.errors import Problem
from sitegen.importers import importer_for, jsonlines
from sitegen.importers.lines import GZIP_MAGIC, LONGEST_LINE, Line, lines
from sitegen.jobs.parcel import Parcel
from sitegen.model import Record

HEAD = 60
"""So many lines tell of which format a file is."""

_FEW = 64
_BEGINNINGS = (b"\xef\xbb\xbf", GZIP_MAGIC)
"""What means something where a file begins, and nothing where another line does."""
_line_of = attrgetter("source.line")


class Read(Parcel, frozen=True):
    """What a file of JSON Lines told in which nothing was odd.

    Attributes:
        name: What the file is called.
        lines: Its lines.
        records: All that they told.
    """

    name: str
    lines: Sequence[bytes]
    records: Sequence[Record]

    def edited(self, content: bytes) -> "Read | None":
        """Return what the file tells with other content, None where that takes to read it."""
        now = content.split(b"\n")
        if len(now) != len(self.lines) or b"\r" in content:
            return None
        pairs = enumerate(zip(self.lines, now, strict=True))
        moved = [at for at, (old, new) in pairs if old != new]
        if len(moved) > _FEW or (moved and moved[0] < HEAD and not _is_own(now)):
            return None
        found = [*self.records]
        for at in moved:
            place = bisect_left(found, at + 1, key=_line_of)
            record = _record(self.name, at + 1, now[at])
            if record is None or place == len(found) or _line_of(found[place]) != at + 1:
                return None
            found[place] = record
        return Read(self.name, now, found)


def read(name: str, content: bytes, told: Iterable[Record | Problem]) -> Read | None:
    """Return what was read of a file, None where edited lines would not be all that differs."""
    parts = content.split(b"\n")
    records = [each for each in told if isinstance(each, Record)]
    if len(records) < len([*told]) or b"\r" in content or not _is_own(parts):
        return None
    return Read(name, parts, records)


def _is_own(parts: Sequence[bytes]) -> bool:
    """Tell whether a file with these lines is read one line after the other."""
    head = b"\n".join(parts[:HEAD])
    importer = importer_for([line.text for line in islice(lines(head, ""), HEAD)])
    return importer is not None and importer.read is jsonlines.records


def _record(name: str, number: int, line: bytes) -> Record | None:
    """Return the record that is all that a line tells, None where it tells more or less."""
    if len(line) >= LONGEST_LINE or line.startswith(_BEGINNINGS):
        return None
    read = [Line(number, *rest) for _, *rest in lines(line, name)]
    told = [*jsonlines.records(name, read)]
    return told[0] if len(told) == 1 and isinstance(told[0], Record) else None
