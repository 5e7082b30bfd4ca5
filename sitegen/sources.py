"""Which files are read, in which order, and by which importer."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import BuildError, Problem, error, warning
from sitegen.importers import IMPORTERS, Importer, importer_for
from sitegen.importers.lines import Line, lines
from sitegen.model import Record

_HEAD = 60
_HINT = "formats read: " + ", ".join(importer.name for importer in IMPORTERS)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read: where it is, and what messages and the site call it."""

    path: Path
    name: str


def files(
    sources: Sequence[Path], base: Path, output: Path
) -> tuple[list[InputFile], list[Problem]]:
    """Return the files under `sources`, each once, and what was passed over.

    A folder gives every file below it in the order of its path; hidden files, links that lead
    out of the folder, and the site in `output` are passed over. A file's name is its path below
    `base`; outside of `base`, where a path would tell of the machine, it is the path below the
    source's parent.

    Raises:
        BuildError: With each source that does not exist or can't be listed.
    """
    found: dict[Path, InputFile] = {}
    passed_over: list[Problem] = []
    missing: list[Problem] = []
    for source in sources:
        try:
            if source.is_dir():
                listed, skipped = _listed(source, base, output.resolve())
                passed_over += skipped
            else:
                source.stat()
                listed = [InputFile(source, _name(source, source, base))]
        except OSError as fault:
            reason = "does not exist" if isinstance(fault, FileNotFoundError) else fault.strerror
            hint = "name files or folders of papers: sitegen build SOURCE …"
            missing.append(error(str(source), f"the source {reason}", hint))
            continue
        for file in listed:
            found.setdefault(file.path.resolve(), file)
    if missing:
        raise BuildError(*missing)
    return list(found.values()), passed_over


def _listed(folder: Path, base: Path, output: Path) -> tuple[list[InputFile], list[Problem]]:
    """Return the files below `folder`, sorted by path, and a warning for each link out of it."""
    inside: list[InputFile] = []
    skipped: list[Problem] = []
    root = folder.resolve()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        below = path.relative_to(folder)
        name = _name(path, folder, base)
        hidden = any(part.startswith(".") for part in below.parts)
        if hidden or path.resolve().is_relative_to(output):
            continue
        if not path.resolve().is_relative_to(root):
            skipped.append(warning(name, "the link leads out of its folder and is not followed"))
        elif path.is_file():
            inside.append(InputFile(path, name))
    return inside, skipped


def _name(path: Path, source: Path, base: Path) -> str:
    """Return what to call `path`, found under `source`, the same on every machine."""
    whole = source.resolve() / path.relative_to(source)
    for parent in (base.resolve(), source.resolve().parent):
        if whole.is_relative_to(parent):
            return whole.relative_to(parent).as_posix()
    return path.name


def records(file: InputFile) -> Iterator[Record | Problem]:
    """Yield the records of `file` in reading order, and a problem for all that is none.

    Raises:
        BuildError: When the file can't be read.
    """
    stream = lines(file.path, file.name)
    head = list(itertools.islice(stream, _HEAD))
    importer = importer_for([line.text for line in head])
    if importer is None:
        yield _unknown(file, head)
        return
    yield from _read(file, importer, itertools.chain(head, stream))


def _read(
    file: InputFile, importer: Importer, stream: Iterator[Line]
) -> Iterator[Record | Problem]:
    """Yield what `importer` makes of the file, and a warning where that is nothing."""
    empty = True
    for item in importer.read(file.name, stream):
        empty = empty and not isinstance(item, Record)
        yield item
    if empty:
        yield warning(file.name, f"no paper found in this {importer.name}")


def _unknown(file: InputFile, head: Sequence[Line]) -> Problem:
    """Return the problem of a file that no importer recognises."""
    faults = [line.fault for line in head if line.fault]
    if not any(line.text.strip() for line in head) and not faults:
        return warning(file.name, "the file is empty")
    what = "is in no format that is read" + (f"; {faults[0]}" if faults else "")
    return warning(file.name, what, _HINT)
