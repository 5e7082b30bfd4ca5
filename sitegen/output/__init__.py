"""The only writer of the site folder: staged whole, swapped in, no stranger's file touched."""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from sitegen.errors import BuildError, Problem, error, note
from sitegen.jobs.parcel import Parcel
from sitegen.output import manifest, swap
from sitegen.output.manifest import Left, Manifest
from sitegen.output.notes import NOTHING, Note, Updated
from sitegen.output.places import OWN, check_folder, check_inside
from sitegen.output.ways import Ways
from sitegen.plan import Plan, State

__all__ = [
    "OWN",
    "Note",
    "Published",
    "Updated",
    "check_folder",
    "check_free",
    "check_inside",
    "complete",
    "damaged",
    "noted",
    "opened",
]

_LOCK = "lock"
_LISTED = 20
"""More strangers' files in a folder that holds none of sitegen's are not told one by one."""


def noted(folder: Path) -> Manifest:
    """Return what the site in `folder` says of itself."""
    return manifest.read(folder / OWN / manifest.NAME)


def complete(folder: Path, sources: Sequence[Path]) -> None:
    """Complete what a build that was killed has left undone, if any, and sweep up what it staged.

    Args:
        folder: Where the site is or will be.
        sources: What must not be written over.

    Raises:
        BuildError: As `opened` does.
    """
    with _told_faults(folder):
        is_begun = (folder / OWN / swap.JOURNAL).exists()
        is_staged = swap.staging(folder).exists()
    if is_begun:
        with opened(folder, sources):
            pass
    elif is_staged:
        with contextlib.suppress(BuildError), opened(folder, sources):  # another may be at work
            pass


def damaged(folder: Path, known: Manifest) -> list[str]:
    """Return the paths whose files are not as they were left, by size and time."""
    top, left = os.fspath(folder), known.left
    found = []
    for path in known.state.files:  # of thousands
        try:
            now = os.lstat(f"{top}/{path}")
        except OSError:
            now = None
        how = now and (now.st_size, now.st_mtime_ns)
        if how != left.get(path):
            found.append(path)
    return found


def _left(path: str) -> Left | None:
    """Return how a file is, None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Left(found.st_size, found.st_mtime_ns)


class Published(Parcel, frozen=True):
    """A site that no other build can change.

    Attributes:
        known: What its last build noted.
    """

    folder: Path
    known: Manifest

    def damaged(self) -> list[str]:
        """Return the paths whose files are not as the last build left them."""
        return damaged(self.folder, self.known)

    def update(
        self,
        plan: Plan,
        new: State,
        files: Iterable[tuple[str, bytes]],
        note: Note = NOTHING,
    ) -> Updated:
        """Make it the site in state `new`.

        Everything is staged first: when a file can't be made or written, the old site stays as it
        was. Then new and changed files are renamed into place, and those that are no more are
        deleted. Only what an earlier build wrote, or what is the same already, is ever replaced.

        Args:
            plan: What that takes.
            new: What the site will be.
            files: Path and content of all that the plan writes, in any order.
            note: What to note of the build.

        Raises:
            BuildError: Where a stranger's file or a link stands in the way, or the disk fails.
        """
        try:
            swap.stage(self.folder, files)
            order = [*plan.write]
            place = swap.staging(self.folder)
            self._check_ways(order, plan.delete)
            put = swap.waiting(self.folder, order)
            left = self._left(plan, order, frozenset(put))
            noted = Manifest(note.inputs, note.told, new, left)
            held = note.holds()
            if not held:
                noted = replace(noted, inputs="", state=manifest.unknown(new))
            swap.write(place / manifest.NAME, noted.packed())
            swap.begin(self.folder, swap.Swap(put, plan.delete, (manifest.NAME,)))
            return Updated(held, tuple(swap.complete(self.folder, partial(_owe, self.folder))))
        finally:
            swap.sweep(self.folder)

    def oddities(self) -> list[Problem]:
        """Return what is odd about the site as it was found."""
        if not self.known.damaged:
            return []
        what = "is damaged: files of an earlier build that are no more may be left"
        return [note(str(self.folder / OWN / manifest.NAME), what)]

    def _check_ways(self, order: Sequence[str], gone: Sequence[str]) -> None:
        """Raise BuildError where a stranger's file or a link stands in the way of a file."""
        ours = self.known.state.files.keys()
        try:
            Ways(self.folder, swap.staging(self.folder), ours, order, gone).check()
        except BuildError as fault:
            if not self.known.damaged:
                if ours or len(fault.problems) <= _LISTED:
                    raise
                what = f"holds {len(fault.problems):,} files that sitegen has no note of"
                hint = "move them away, or give another output folder"
                raise BuildError(error(str(self.folder), what, hint), fault.problems[0]) from fault
            what = "is damaged: which files sitegen wrote can't be told"
            hint = f"delete {self.folder}, or move it away, and build again"
            where = str(self.folder / OWN / manifest.NAME)
            raise BuildError(error(where, what, hint)) from fault

    def _left(self, plan: Plan, order: Iterable[str], put: Collection[str]) -> dict[str, Left]:
        """Return how each file will have been left."""
        left = {path: self.known.left[path] for path in plan.keep if path in self.known.left}
        staged, top = os.fspath(swap.staging(self.folder)), os.fspath(self.folder)
        for path in order:
            found = _left(f"{staged if path in put else top}/{path}")
            if found:
                left[path] = found
        return left


def _owe(folder: Path, kept: Iterable[str]) -> None:
    """Note files that could not be deleted, so that a later build does it."""
    note, place = noted(folder), folder / OWN / manifest.NAME
    owed = dict.fromkeys(kept, manifest.NOT_KNOWN)
    state = replace(note.state, files={**note.state.files, **owed})
    # Beside it and in its place: half of a note would be none.
    unfinished = place.with_suffix(".part")
    swap.write(unfinished, replace(note, inputs="", state=state).packed())
    unfinished.replace(place)


@contextlib.contextmanager
def opened(folder: Path, sources: Sequence[Path]) -> Iterator[Published]:
    """Provide the site in `folder`, held against other builds; what one left undone is completed.

    Args:
        folder: Where the site is or will be.
        sources: What must not be written over.

    Raises:
        BuildError: When the folder must not be written, another build holds it, or the disk fails.
    """
    check_folder(folder, sources)
    own = folder / OWN
    with _told_faults(folder):
        swap.make_folder(own)
        with _locked(own):
            known, unfinished = noted(folder), (own / swap.JOURNAL).exists()
            swap.check_unfinished(folder, known.state.files)
            swap.complete(folder, partial(_owe, folder))
            swap.sweep(folder)
            yield Published(folder, noted(folder) if unfinished else known)


def check_free(folder: Path) -> None:
    """Raise BuildError where another build is writing the site in `folder`."""
    with _told_faults(folder):
        if (folder / OWN / _LOCK).exists():
            with _locked(folder / OWN):
                pass


@contextlib.contextmanager
def _told_faults(folder: Path) -> Iterator[None]:
    """Turn what the disk says into a problem."""
    try:
        yield
    except OSError as fault:
        where = str(fault.filename2 or fault.filename or folder)
        raise BuildError(error(where, f"can't be written: {fault.strerror}")) from fault


@contextlib.contextmanager
def _locked(own: Path) -> Iterator[None]:
    """Hold the folder against a second build; the system lets go when the process ends."""
    # It takes as long to import as all else that a build with nothing to do needs.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    try:
        with FileLock(own / _LOCK, blocking=False, mode=swap.FILE_MODE):
            yield
    except Timeout as fault:
        raise BuildError(error(str(own.parent), "another build is writing this folder")) from fault
