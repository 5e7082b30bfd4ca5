"""Which files a site is made from, by where they are, and how they are."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.jobs.parcel import Parcel

State = frozenset[tuple[str, tuple[int, ...]]]
"""Which file each path leads to, its size in bytes and its times; which folder, for a folder."""


class Watched(Parcel, frozen=True):
    """What is watched.

    Attributes:
        folders: Everything below them counts, but for what is hidden.
        whole: Everything below them counts.
        files: Single files, there or not yet.
        ignored: Folders that do not count, wherever they are.
        which: What each folder is that these are in, as another may take its place.
    """

    folders: frozenset[Path]
    whole: frozenset[Path]
    files: frozenset[Path]
    ignored: frozenset[Path]
    which: frozenset[tuple[Path, tuple[int, ...]]]

    @property
    def places(self) -> frozenset[Path]:
        """The folders to observe."""
        return frozenset(place for place, _ in self.which)

    def counts(self, path: Path) -> bool:
        """Tell whether a change of `path`, which is absolute, is one of the input."""
        if path in self.files:
            return True
        if any(path.is_relative_to(folder) for folder in self.ignored):
            return False
        return any(path.is_relative_to(folder) for folder in self.whole) or any(
            not any(part.startswith(".") for part in path.relative_to(folder).parts)
            for folder in self.folders
            if path.is_relative_to(folder)
        )


def watched(
    folders: Iterable[Path],
    files: Iterable[Path],
    ignored: Iterable[Path],
    whole: Iterable[Path] = (),
) -> Watched:
    """Return what to watch, as of `Watched`; a folder that is none is taken for a file.

    Of what is not there, the first folder above it that is missing is waited for; of a link,
    what it leads to counts as well.
    """
    beside, inside, named = map(_absolute, (folders, whole, files))
    single = {_awaited(path) for path in (*beside, *inside, *named)}
    real, wholly = _folders(beside), _folders(inside)
    alone = (single | {_real(path) for path in single}) - real - wholly
    around = real | wholly | {path.parent for path in alone if _is_folder(path.parent)}
    which = frozenset((place, _how(place)) for place in around)
    return Watched(real, wholly, frozenset(alone), frozenset(map(_real, ignored)), which)


def _folders(places: Iterable[Path]) -> frozenset[Path]:
    """Return where those that are folders lead."""
    return frozenset(_real(place) for place in places if _is_folder(place))


def _absolute(paths: Iterable[Path]) -> set[Path]:
    """Return paths from the root on; links stay."""
    return {Path(os.path.abspath(path)) for path in paths}  # noqa: PTH100 - as above


def _awaited(path: Path) -> Path:
    """Return a path, or what is missing of the way to it, in a folder that is there."""
    while path != path.parent and not _is_folder(path.parent):
        path = path.parent
    return _real(path.parent) / path.name


def _is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; a name may be too long to ask."""
    return os.path.isdir(path)  # noqa: PTH112 - as Path asks, what can't be told is raised


def _real(path: Path) -> Path:
    """Return where a path leads, as far as that can be told; links may lead in a circle."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def state(what: Watched) -> State:
    """Return how all is that counts, and which folders it is in.

    Links are followed, and what has taken the place of another is another, even if it looks alike.
    """
    paths = {os.fspath(path) for path in what.places | what.files}
    for folder in filter(what.counts, what.folders | what.whole):
        paths.update(_below(folder, what))
    return frozenset((path, _how(path)) for path in paths)


def _below(folder: Path, what: Watched) -> Iterator[str]:
    """Yield the files below a folder that count."""
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if what.counts(Path(top, name))]
        for name in files:
            # What is not hidden counts as its folder does, and there may be thousands.
            if not name.startswith(".") or what.counts(Path(top, name)):
                yield f"{top}{os.sep}{name}"


def _how(path: str | Path) -> tuple[int, ...]:
    """Return which file a path leads to, and how that is; nothing where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - it is asked of many, and takes half as long
    except (OSError, ValueError):
        return ()
    which = found.st_dev, found.st_ino
    if not stat.S_ISREG(found.st_mode):
        return which  # a folder's times are those of all in it
    return *which, found.st_size, found.st_mtime_ns, found.st_ctime_ns
