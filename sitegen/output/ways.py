"""What may stand in the way of the files of a site."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.errors import BuildError, Problem, error
from sitegen.jobs.parcel import Parcel


class Ways(Parcel, frozen=True):
    """The way of files from where they wait to their places in a site.

    Attributes:
        folder: The site.
        staging: Where the new files are, by the same paths; a stranger's file with the same
            content is in nobody's way.
        ours: The paths that sitegen wrote.
        put: Those to be written.
        gone: Those to be deleted.
    """

    folder: Path
    staging: Path
    ours: Collection[str]
    put: Sequence[str]
    gone: Sequence[str]

    def check(self) -> None:
        """Raise BuildError with all that stands in the way: a link, a folder, a stranger's file.

        Or that files of a folder can't be replaced: half of them would be new, half of them old.
        """
        problems = [*self._blocked_folders(), *self._blocked_files()]
        if problems:
            raise BuildError(*problems)

    def _blocked_folders(self) -> Iterator[Problem]:
        """Yield a problem for each folder of the site that is something else, or closed."""
        gone, needed = self._own_gone(), _parents(self.put)
        disk = self.staging.parent.stat().st_dev
        for parent in sorted(needed | _parents(self.gone)):
            place = self.folder / parent
            if place.is_symlink():
                if parent in needed:
                    yield error(str(place), "is a link, which is not followed")
            elif place.is_dir():
                if place.stat().st_dev != disk:
                    yield error(str(place), "is on another disk than the site")
                elif not os.access(place, os.W_OK | os.X_OK):
                    yield error(str(place), "can't be written: Permission denied")
            elif place.exists() and parent in needed - gone:
                yield error(str(place), "is a file where a folder of the site must go")

    def _blocked_files(self) -> Iterator[Problem]:
        """Yield a problem for each file of the site whose place is taken."""
        top = os.fspath(self.folder)
        for path in self.put:
            if not os.path.lexists(f"{top}/{path}"):
                continue
            place = self.folder / path
            if place.is_dir() and not place.is_symlink():
                if not self._is_emptied(path):
                    yield error(str(place), "is a folder where a file of the site must go")
            elif path not in self.ours and not same(self.staging / path, place):
                hint = "move it away, or give another output folder"
                yield error(str(place), "was not written by sitegen and is in the way", hint)

    def _own_gone(self) -> frozenset[str]:
        """Return the paths that sitegen wrote and that are to be deleted."""
        return frozenset(path for path in self.gone if path in self.ours)

    def _is_emptied(self, path: str) -> bool:
        """Tell whether all that is in a folder is sitegen's and to be deleted, or is so by now."""
        files = self._own_gone()
        folders = _parents(files)
        return all(
            self._path(place) in folders
            and files.issuperset(self._path(place, name) for name in names)
            and not any(Path(place, name).is_symlink() for name in inside)
            for place, inside, names in os.walk(self.folder / path)
        )

    def _path(self, *parts: str) -> str:
        """Return the path in the site of a file or folder."""
        return Path(*parts).relative_to(self.folder).as_posix()


def in_the_way(gone: Iterable[str], put: Collection[str]) -> list[str]:
    """Return the paths to be deleted before others can be put: one of the two is a folder's."""
    folders, files = _parents(put), frozenset(put)
    return [path for path in gone if path in folders or not files.isdisjoint(_parents([path]))]


def _parents(paths: Iterable[str]) -> frozenset[str]:
    """Return the folders that paths are in, the site's own, which has no name, among them."""
    # Of thousands of files there are few folders.
    named = {path.rpartition("/")[0] for path in paths}
    found = {""} if named else set()
    for folder in named:
        parts = folder.split("/")
        found.update("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    return frozenset(found)


def same(one: Path, other: Path) -> bool:
    """Tell whether two files have one content, the second maybe missing."""
    try:
        return one.stat().st_size == other.stat().st_size and (
            one.read_bytes() == other.read_bytes()
        )
    except (FileNotFoundError, IsADirectoryError, PermissionError):
        return False
