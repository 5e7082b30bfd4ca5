"""Which files are read, in which order, and by which importer."""

import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.cache.again import Last, remembered
from sitegen.config import FILE_NAME
from sitegen.errors import BuildError, Problem, error, warning
from sitegen.importers import IMPORTERS, foreign, importer_for, rereading
from sitegen.importers.lines import GZIP_MAGIC, Line, lines
from sitegen.importers.rereading import HEAD, Read
from sitegen.jobs.parcel import Parcel
from sitegen.model import Record

_SMALL, _LARGE = 1 << 20, 1 << 26
"""What a file of no more bytes tells may be remembered as a whole, or line by line."""
# Where `output` keeps what it wrote: a folder that holds this is a site, not a source.
_SITE_MARK = ".sitegen/manifest.json"
INSTEAD = f"name files or folders of papers as SOURCE, or under sources in {FILE_NAME}"
_HINT = "formats read: " + ", ".join(importer.name for importer in IMPORTERS)


class InputFile(Parcel, frozen=True):
    """One file to read: where it is, and what messages and the site call it."""

    path: Path
    name: str


def files(
    sources: Sequence[Path], base: Path, aside: Sequence[Path]
) -> tuple[list[InputFile], list[Problem]]:
    """Return the files under `sources`, each once, and what was passed over.

    A folder gives every file below it in the order of its path; hidden files, links that lead
    out of the folder, sites, and what is `aside` are passed over. A file's name is its path
    below `base`; outside of `base`, where a path would tell of the machine, it is the path below
    the source's parent.

    Raises:
        BuildError: With each source that does not exist or can't be listed.
    """
    found: dict[Path, InputFile] = {}
    passed_over: list[Problem] = []
    missing: list[Problem] = []
    home = base.resolve()
    for source in sources:
        try:
            if source.is_dir():
                listed, skipped = _listed(source, home, {path.resolve() for path in aside})
                passed_over += skipped
            else:
                source.stat()
                listed = _alone(source, home)
        except (OSError, RuntimeError) as fault:
            reason = "does not exist" if isinstance(fault, FileNotFoundError) else _reason(fault)
            missing.append(error(str(source), f"the source {reason}", INSTEAD))
            continue
        for real, file in listed.items():
            found.setdefault(real, file)
    if missing:
        raise BuildError(*missing)
    return _with_unique_names(found), passed_over


def _alone(source: Path, home: Path) -> dict[Path, InputFile]:
    """Return a source that is no folder, by where it really is."""
    real = source.resolve()
    name = _name(real, real.parent, home) if source.is_file() else _printable(str(source))
    return {real: InputFile(source, name)}


def _reason(fault: OSError | RuntimeError) -> str:
    """Return why a path could not be read; a loop of links is a RuntimeError to pathlib."""
    return f"can't be read: {getattr(fault, 'strerror', None) or fault}"


def _listed(
    folder: Path, home: Path, aside: Collection[Path]
) -> tuple[dict[Path, InputFile], list[Problem]]:
    """Return the files below `folder`, in order, by where each is; and what was passed over."""
    inside: dict[Path, InputFile] = {}
    skipped: list[Problem] = []
    root = folder.resolve()
    os.scandir(folder).close()
    for path in _walk(folder, aside, skipped):
        here = root / path.relative_to(folder)
        name = _name(here, root.parent, home)
        try:
            # No folder on the way is a link, and to follow each takes most of the time.
            real = path.resolve() if path.is_symlink() else here
            is_file = path.is_file()
        except (OSError, RuntimeError) as fault:
            skipped.append(warning(name, _reason(fault)))
            continue
        if real in aside:
            continue
        if not real.is_relative_to(root):
            skipped.append(warning(name, "the link leads out of its folder and is not followed"))
        elif is_file:
            inside.setdefault(real, InputFile(path, name))
        else:
            there = "is no file" if path.exists() else "the link leads nowhere"
            skipped.append(warning(name, there))
    return inside, skipped


def _walk(folder: Path, aside: Collection[Path], skipped: list[Problem]) -> list[Path]:
    """Return what is no folder below `folder`, by path, hidden entries and sites left out.

    A folder that can't be listed is noted in `skipped`.
    """
    found: list[Path] = []

    def note(fault: OSError) -> None:
        skipped.append(warning(_printable(fault.filename), _reason(fault)))

    for top, folders, files in os.walk(folder, onerror=note):
        place = Path(top)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and (place / name).resolve() not in aside
            and not _is_site(place / name)
        ]
        links = (name for name in folders if (place / name).is_symlink())
        found += [place / name for name in (*files, *links) if not name.startswith(".")]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _is_site(folder: Path) -> bool:
    """Tell whether a folder is a site, so far as that can be told."""
    try:
        return (folder / _SITE_MARK).exists()
    except OSError:
        return False  # it can't be listed either, and that is told


def _name(real: Path, parent: Path, home: Path) -> str:
    """Return what to call a file, the same on every machine: its path below `home`, or `parent`.

    No folder on the way is a link.
    """
    for above in (home, parent):
        if real.is_relative_to(above):
            return _printable(real.relative_to(above).as_posix())
    return _printable(real.name)


def _printable(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8, and controls, as a sign."""
    decoded = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in decoded)


def _with_unique_names(found: Mapping[Path, InputFile]) -> list[InputFile]:
    """Return the files; those that would share a name carry as much of their path as it takes."""
    files: list[InputFile] = []
    named: dict[str, list[Path]] = {}
    for whole, file in found.items():
        named.setdefault(file.name, []).append(whole)
    for whole, file in found.items():
        name, others = file.name, named[file.name]
        if len(others) > 1:
            depth = len(Path(name).parts)
            while len({path.parts[-depth:] for path in others}) < len(others):
                depth += 1
            name = _printable("/".join(whole.parts[-depth:]))
        files.append(InputFile(file.path, name))
    return files


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
    empty = True
    for item in importer.read(name, itertools.chain(head, stream)):
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
