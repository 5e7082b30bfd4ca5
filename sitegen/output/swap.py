"""The change from one site to another: noted before it begins, so that it can be completed."""

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from sitegen.errors import BuildError, error
from sitegen.jobs.parcel import Parcel
from sitegen.output.places import OWN, is_inside
from sitegen.output.ways import Ways, in_the_way, same

FILE_MODE, FOLDER_MODE = 0o644, 0o755

_STAGING = "staging"
JOURNAL = "journal.json"


class Swap(Parcel, frozen=True):
    """What is left to do once everything is staged.

    Attributes:
        put: Paths to rename from the staging folder into the site, in this order.
        delete: Paths to delete then.
        notes: Files of sitegen's own folder to rename at last.
    """

    put: tuple[str, ...]
    delete: tuple[str, ...]
    notes: tuple[str, ...]


def staging(folder: Path) -> Path:
    """Return where new files of the site in `folder` wait."""
    return folder / OWN / _STAGING


def stage(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given as path and content, into an empty staging folder.

    Raises:
        BuildError: Where a path leads out of the site; who made it should have seen that.
    """
    place = staging(folder)
    sweep(folder)
    make_folder(place)
    # Paths are joined as text: for thousands of files that takes half as long.
    top, made = os.fspath(place), {""}
    for path, content in files:
        if not is_inside(path):
            raise BuildError(error(path, "is no place for a file of the site"))
        parent, _, _ = path.rpartition("/")
        if parent not in made:
            make_folder(place / parent)
            made.add(parent)
        write(f"{top}/{path}", content)


def sweep(folder: Path) -> None:
    """Remove the staging folder, unless a swap that has begun still needs it."""
    place = staging(folder)
    if (folder / OWN / JOURNAL).exists():
        return
    if place.is_symlink():
        place.unlink()
    shutil.rmtree(place, ignore_errors=True)


def begin(folder: Path, swap: Swap) -> None:
    """Note what is to be done: from here on it will be, whatever ends this process."""
    note = staging(folder) / JOURNAL
    values = {"put": swap.put, "delete": swap.delete, "notes": swap.notes}
    with note.open("wb") as file:
        file.write(json.dumps(values, indent=0).encode("utf-8", "surrogatepass"))
        file.flush()
        os.fsync(file.fileno())
    note.replace(folder / OWN / JOURNAL)


def complete(folder: Path, owe: Callable[[Sequence[str]], None]) -> list[str]:
    """Do what is noted and not done yet; return the paths that could not be deleted.

    Pages that are new are there before any that could lead to them, and what is no more goes
    last: a reader who follows links meanwhile never meets a missing page. Only a file that
    becomes a folder, or the other way round, goes before.

    Args:
        folder: The site.
        owe: Notes the paths that could not be deleted.
    """
    journal = folder / OWN / JOURNAL
    swap = _read(journal)
    if swap is None:
        return []
    place = staging(folder)
    staged, top = os.fspath(place), os.fspath(folder)
    first = in_the_way(swap.delete, swap.put)
    kept = _prune(folder, first)
    for path in swap.put:
        with contextlib.suppress(FileNotFoundError):  # where it has been done before
            _put(f"{staged}/{path}", f"{top}/{path}")
    done = frozenset(first)
    kept += _prune(folder, [path for path in swap.delete if path not in done])
    for name in swap.notes:
        with contextlib.suppress(FileNotFoundError):
            (place / name).replace(folder / OWN / name)
    if kept:
        owe(kept)  # while it is still to be done, as this may be the end of the process
    journal.unlink()
    sweep(folder)
    return kept


def check_unfinished(folder: Path, ours: Iterable[str]) -> None:
    """Raise BuildError where something stands in the way of a swap that has begun."""
    swap = _read(folder / OWN / JOURNAL)
    if swap is not None:
        waiting = [path for path in swap.put if (staging(folder) / path).exists()]
        Ways(folder, staging(folder), frozenset(ours), waiting, swap.delete).check()


def _read(journal: Path) -> Swap | None:
    """Return the swap that has begun, or None; a note that is none is thrown away."""
    try:
        values = json.loads(journal.read_bytes())
        put, delete, notes = (tuple(map(str, values[name])) for name in ("put", "delete", "notes"))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        journal.unlink()
        return None
    return Swap(
        tuple(filter(is_inside, put)),
        tuple(filter(is_inside, delete)),
        tuple(name for name in notes if is_inside(name) and "/" not in name),
    )


def _put(staged: str, target: str) -> None:
    """Rename a staged file into place."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - as there may be thousands
    except FileNotFoundError:
        make_folder(Path(target).parent)
        Path(staged).replace(target)


def _prune(folder: Path, paths: Sequence[str]) -> list[str]:
    """Delete files of an earlier build, and the folders that this leaves empty.

    Returns:
        The paths that could not be deleted and are still sitegen's to delete.
    """
    emptied: set[Path] = set()
    kept: list[str] = []
    for path in paths:
        if any((folder / parent).is_symlink() for parent in Path(path).parents):
            continue
        try:
            (folder / path).unlink()
        except (NotADirectoryError, IsADirectoryError):
            continue
        except FileNotFoundError:
            pass  # its folder may still be there
        except PermissionError:
            if (folder / path).is_dir():
                continue  # some systems say so of a folder
            kept.append(path)
        emptied.update(folder / parent for parent in Path(path).parents if parent != Path())
    for parent in sorted(emptied, reverse=True):
        with contextlib.suppress(OSError):
            parent.rmdir()
    return kept


def waiting(folder: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """Return those staged files that differ from what is in place, the new ones first."""
    fresh, replaced = [], []
    top = os.fspath(folder)
    for path in paths:
        if not os.path.lexists(f"{top}/{path}"):
            fresh.append(path)
        elif (folder / path).is_symlink() or not same(staging(folder) / path, folder / path):
            replaced.append(path)
    return (*fresh, *replaced)


def make_folder(path: Path) -> None:
    """Make `path` and what is missing above it, readable by the world."""
    missing = [parent for parent in (path, *path.parents) if not parent.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for made in missing:
        made.chmod(FOLDER_MODE)


def write(path: str | Path, content: bytes) -> None:
    """Write a file that the world may read."""
    with open(path, "wb") as file:  # noqa: PTH123 - as there may be thousands
        file.write(content)
    os.chmod(path, FILE_MODE)  # noqa: PTH101
