"""Which files are read, in which order, and by which importer."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.cache.again import Last, remembered
from sitegen.errors import Problem, warning
from sitegen.importers import IMPORTERS, Importer, foreign, importer_for, rereading
from sitegen.importers.lines import GZIP_MAGIC, Line, lines
from sitegen.importers.rereading import HEAD, Read
from sitegen.model import Record
from sitegen.sources.listing import INSTEAD, InputFile, files

__all__ = ["INSTEAD", "InputFile", "files", "records"]

_SMALL, _LARGE = 1 << 20, 1 << 26
"""What a file of no more bytes tells may be remembered as a whole, or line by line."""
_HINT = "formats read: " + ", ".join(importer.name for importer in IMPORTERS)


def records(file: InputFile) -> Iterable[Record | Problem]:
    """Return the records of `file` in reading order, and a problem for all that is none.

    A file that was read before need not be taken apart again but for the lines that were edited.

    Raises:
        BuildError: When the file can't be read.
    """
    content = _content(file.path)
    if content is None or content.startswith(GZIP_MAGIC):  # it may be far larger than it looks
        return _read(file.path, file.name)
    if len(content) <= _SMALL:
        return _remembered(content, file.name)
    return _reread(content, file)


def _content(path: Path) -> bytes | None:
    """Return the content of a file that may be remembered, if it can be read."""
    try:
        most = _LARGE if _last.holds else _SMALL
        return path.read_bytes() if path.is_file() and path.stat().st_size <= most else None
    except OSError:
        return None  # told as the file is read


def _reread(content: bytes, file: InputFile) -> Iterable[Record | Problem]:
    """Return what a file tells, which is held for the next build."""
    known = {each: read for each, read in (_last.recalled() or {}).items() if each.path.is_file()}
    last = known.pop(file, None)
    found = last and last.edited(content)
    told: Sequence[Record | Problem] = found.records if found else [*_read(content, file.name)]
    if found := found or rereading.read(file.name, content, told):
        known[file] = found
    _last.hold(known, sum(len(each.records) for each in known.values()))
    return told


_last = Last[dict[InputFile, Read]](__name__)


@remembered
def _remembered(content: bytes, name: str) -> tuple[Record | Problem, ...]:
    """Return what `_read` yields."""
    return tuple(_read(content, name))


def _read(source: Path | bytes, name: str) -> Iterator[Record | Problem]:
    """Yield the records of a file, given by its path or content, and what `records` says."""
    stream = lines(source, name)
    head = list(itertools.islice(stream, HEAD))
    importer = importer_for([line.text for line in head])
    if importer is None:
        yield _unknown(name, head)
        return
    yield from _imported(name, importer, itertools.chain(head, stream))


def _imported(name: str, importer: Importer, stream: Iterator[Line]) -> Iterator[Record | Problem]:
    """Yield what `importer` makes of the file, and a warning where that is nothing."""
    empty = True
    for item in importer.read(name, stream):
        empty = empty and not isinstance(item, Record)
        yield item
    if empty:
        yield warning(name, f"no paper found in this {importer.name}")


def _unknown(name: str, head: Sequence[Line]) -> Problem:
    """Return the problem of a file that no importer recognises."""
    faults = [line.fault for line in head if line.fault]
    texts = [line.text for line in head]
    if not any(map(str.strip, texts)) and not faults:
        return warning(name, "the file is empty")
    what = "is in no format that is read"
    if like := foreign.known(texts):
        return warning(name, f"{what}; it looks like {like.name}", like.hint or _HINT)
    if faults:
        return warning(name, f"{what}; {faults[0]}", f"{_HINT}; in UTF-8")
    return warning(name, what, _HINT)
