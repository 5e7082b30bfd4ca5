"""The sources that a build is given → the files below them, and what each is called."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.config import FILE_NAME
from sitegen.errors import BuildError, Problem, error, nearest_path, warning
from sitegen.jobs.parcel import Parcel

# Where `output` keeps what it wrote: a folder that holds this is a site, not a source.
_SITE_MARK = ".sitegen/manifest.json"
INSTEAD = f"name files or folders of papers as SOURCE, or under sources in {FILE_NAME}"


class InputFile(Parcel, frozen=True):
    """One file to read: where it is, and what messages and the site call it."""

    path: Path
    name: str


class _Entry(NamedTuple):
    """What is in a folder of papers and is no folder itself.

    Attributes:
        below: Its path below the source, parted by slashes.
        name: What messages and the site call it.
        real: Where it really is, unless it is a link.
        there: The entry of its folder. To make paths of thousands takes most of the time.
    """

    below: str
    name: str
    real: str
    there: "os.DirEntry[str]"


_Found = dict[str, InputFile]
"""Files by where they really are."""


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
    found: _Found = {}
    passed_over: list[Problem] = []
    missing: list[Problem] = []
    home = base.resolve()
    for source in sources:
        try:
            if source.is_dir():
                listed, skipped = _listed(source, home, {str(path.resolve()) for path in aside})
                passed_over += skipped
            else:
                source.stat()
                listed = _alone(source, home)
        except (OSError, RuntimeError) as fault:
            missing.append(_missing(source, fault))
            continue
        for real, file in listed.items():
            found.setdefault(real, file)
    if missing:
        raise BuildError(*missing)
    return _with_unique_names(found), passed_over


def _alone(source: Path, home: Path) -> _Found:
    """Return a source that is no folder, by where it really is."""
    real = source.resolve()
    is_file = source.is_file()
    name = _below(real.parent, real.parent, home) + real.name if is_file else str(source)
    return {str(real): InputFile(source, _printable(name))}


def _missing(source: Path, fault: OSError | RuntimeError) -> Problem:
    """Return the problem of a source that could not be read."""
    if isinstance(fault, FileNotFoundError):
        return error(str(source), "the source does not exist", nearest_path(source) or INSTEAD)
    return error(str(source), f"the source {_reason(fault)}", INSTEAD)


def _reason(fault: OSError | RuntimeError) -> str:
    """Return why a path could not be read; a loop of links is a RuntimeError to pathlib."""
    return f"can't be read: {getattr(fault, 'strerror', None) or fault}"


def _listed(folder: Path, home: Path, aside: Collection[str]) -> tuple[_Found, list[Problem]]:
    """Return the files below `folder` by where they really are, and a warning for all it skipped.

    They are sorted by path.
    """
    inside: _Found = {}
    skipped: list[Problem] = []
    root = folder.resolve()
    os.scandir(folder).close()
    for entry in sorted(_walk(folder, root, home, aside, skipped)):
        name, real = entry.name, entry.real
        try:
            # No folder on the way is a link, and to follow each takes most of the time.
            is_file = stat.S_ISREG(kind := entry.there.stat(follow_symlinks=False).st_mode)
            if stat.S_ISLNK(kind):
                is_file, real = Path(real).is_file(), str(Path(real).resolve())
        except (OSError, RuntimeError) as fault:
            skipped.append(warning(name, _reason(fault)))
            continue
        if real in aside:
            continue
        if stat.S_ISLNK(kind) and not Path(real).is_relative_to(root):
            skipped.append(warning(name, "the link leads out of its folder and is not followed"))
        elif is_file:
            inside.setdefault(real, InputFile(Path(entry.there.path), name))
        else:
            there = "is no file" if Path(real).exists() else "the link leads nowhere"
            skipped.append(warning(name, there))
    return inside, skipped


def _walk(
    folder: Path, root: Path, home: Path, aside: Collection[str], skipped: list[Problem]
) -> Iterator[_Entry]:
    """Yield what is no folder below `folder`, hidden entries and sites left out.

    A folder that can't be listed is noted in `skipped`.
    """
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        way = place.relative_to(folder)
        below = "" if place == folder else f"{way.as_posix()}/"
        called = _below(root / way, root.parent, home)
        real = os.fspath(root / way)
        try:
            with os.scandir(place) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError as fault:
            skipped.append(warning(_printable(fault.filename), _reason(fault)))
            continue
        for entry in entries:
            if _is_folder(entry):
                path = place / entry.name
                if str(path.resolve()) in aside or _is_site(path):
                    continue
                if not entry.is_symlink():
                    waiting.append(path)
                    continue
            name = _printable(called + entry.name)
            whole = os.path.join(real, entry.name)  # noqa: PTH118 - asked of thousands
            yield _Entry(below + entry.name, name, whole, entry)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Tell whether an entry is a folder or a link to one, so far as that can be told."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_site(folder: Path) -> bool:
    """Tell whether a folder is a site, so far as that can be told."""
    try:
        return (folder / _SITE_MARK).exists()
    except OSError:
        return False  # it can't be listed either, and that is told


def _below(folder: Path, parent: Path, home: Path) -> str:
    """Return what the names of the files in `folder` begin with, the same on every machine.

    It is the folder's path below `home`, or `parent`. No folder on the way is a link.
    """
    for above in (home, parent):
        if folder.is_relative_to(above):
            below = folder.relative_to(above).as_posix()
            return "" if below == "." else f"{below}/"
    return ""


def _printable(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8, and controls, as a sign."""
    if name.isascii() and name.isprintable():
        return name
    decoded = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in decoded)


def _with_unique_names(found: Mapping[str, InputFile]) -> list[InputFile]:
    """Return the files; those that would share a name carry as much of their path as it takes."""
    files: list[InputFile] = []
    named: dict[str, list[str]] = {}
    for whole, file in found.items():
        named.setdefault(file.name, []).append(whole)
    for whole, file in found.items():
        if len(named[file.name]) == 1:
            files.append(file)
            continue
        others = [Path(path).parts for path in named[file.name]]
        depth = len(Path(file.name).parts)
        while len({parts[-depth:] for parts in others}) < len(others):
            depth += 1
        files.append(InputFile(file.path, _printable("/".join(Path(whole).parts[-depth:]))))
    return files
