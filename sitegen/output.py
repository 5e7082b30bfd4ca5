"""The only writer of the site folder: staged whole, swapped in, no stranger's file touched."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from filelock import FileLock, Timeout

from sitegen.errors import BuildError, Problem, error

OWN = ".sitegen"
_MANIFEST = "manifest.json"
_STAGING = "staging"
_LOCK = "lock"
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755


def publish(folder: Path, sources: Sequence[Path], files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files`, given as path and content, as the whole site in `folder`; return how many.

    Everything is staged first: when a file can't be made or written, the old site stays as it
    was. Then new and changed files are renamed into place, and those that are no more are
    deleted. Only what the manifest names, or what is the same already, is ever replaced.

    Raises:
        BuildError: When the folder must not be written, another build holds it, a stranger's
            file or a link stands in the way, or the disk fails.
    """
    check_folder(folder, sources)
    own = folder / OWN
    try:
        _make_folder(own)
        with _locked(own), _staging(own) as staging:
            old = _manifest(own)
            new = _stage(staging, files)
            _check_ways(folder, staging, old, new)
            # Killed from here on, the next build must know the new files for its own.
            _note(own, staging, sorted({*old, *new}))
            _swap(folder, staging, new)
            kept = _prune(folder, sorted({*old} - {*new}))
            _note(own, staging, [*new, *kept])
    except OSError as fault:
        where = str(fault.filename or folder)
        raise BuildError(error(where, f"can't be written: {fault.strerror}")) from fault
    return len(new)


def check_folder(folder: Path, sources: Sequence[Path]) -> None:
    """Raise BuildError where a site in `folder` could harm what is no site."""
    real = folder.resolve()
    refused = ""
    if real == Path(real.anchor):
        refused = "the root of the file system"
    elif real == Path.home().resolve():
        refused = "the home folder"
    elif any(source.resolve().is_relative_to(real) for source in sources):
        refused = "a folder that holds the input"
    elif real.exists() and not real.is_dir():
        refused = "not a folder"
    if refused:
        hint = "give a folder of its own, such as -o site"
        raise BuildError(error(str(folder), f"the output is {refused}", hint))
    if (folder / OWN).is_symlink():
        raise BuildError(error(str(folder / OWN), "is a link, which is not followed"))


def _make_folder(path: Path) -> None:
    """Make `path` and what is missing above it, readable by the world."""
    missing = [parent for parent in (path, *path.parents) if not parent.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for made in missing:
        made.chmod(_FOLDER_MODE)


@contextlib.contextmanager
def _locked(own: Path) -> Iterator[None]:
    """Hold the folder against a second build; the system lets go when the process ends."""
    try:
        with FileLock(own / _LOCK, blocking=False, mode=_FILE_MODE):
            yield
    except Timeout as fault:
        raise BuildError(error(str(own.parent), "another build is writing this folder")) from fault


@contextlib.contextmanager
def _staging(own: Path) -> Iterator[Path]:
    """Provide an empty folder beside the site, gone afterwards; one left over is swept first."""
    staging = own / _STAGING
    if staging.is_symlink():
        staging.unlink()
    shutil.rmtree(staging, ignore_errors=True)
    _make_folder(staging)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _manifest(own: Path) -> list[str]:
    """Return the paths that earlier builds wrote, those that lead out of the site left out."""
    try:
        listed = json.loads((own / _MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return []
    paths = [path for path in listed if isinstance(path, str)] if isinstance(listed, list) else []
    return [path for path in paths if _is_inside(path)]


def _is_inside(path: str) -> bool:
    """Tell whether `path` names a file below the site and not sitegen's own."""
    parts = path.split("/")
    return not set(parts) & {"", ".", "..", OWN} and not set(path) & set("\\:\0")


def _stage(staging: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write every file into `staging` and return the paths, in order."""
    folders: set[Path] = set()
    paths: list[str] = []
    for path, content in files:
        target = staging / path
        if target.parent not in folders:
            _make_folder(target.parent)
            folders.add(target.parent)
        _write(target, content)
        paths.append(path)
    return paths


def _write(path: Path, content: bytes) -> None:
    """Write a file that the world may read."""
    path.write_bytes(content)
    path.chmod(_FILE_MODE)


def _note(own: Path, staging: Path, paths: Sequence[str]) -> None:
    """Write the manifest: what is sitegen's to replace and delete."""
    _write(staging / _MANIFEST, json.dumps(paths, indent=0).encode())
    (staging / _MANIFEST).replace(own / _MANIFEST)


def _check_ways(folder: Path, staging: Path, old: Iterable[str], new: Sequence[str]) -> None:
    """Raise with every path of `new` that a link, a folder or a stranger's file stands in."""
    ours = set(old)
    problems: list[Problem] = []
    parents = {parent for path in new for parent in Path(path).parents} - {Path()}
    for parent in sorted(parents):
        place = folder / parent
        if place.is_symlink():
            problems.append(error(str(place), "is a link, which is not followed"))
        elif place.exists() and not place.is_dir():
            problems.append(error(str(place), "is a file where a folder of the site must go"))
    for path in new:
        place = folder / path
        if place.is_dir() and not place.is_symlink():
            problems.append(error(str(place), "is a folder where a file of the site must go"))
        elif path not in ours and os.path.lexists(place) and not _same(staging / path, place):
            hint = "move it away, or give another output folder"
            problems.append(
                error(str(place), "was not written by sitegen and is in the way", hint)
            )
    if problems:
        raise BuildError(*problems)


def _swap(folder: Path, staging: Path, paths: Sequence[str]) -> None:
    """Rename each staged file that differs into place: pages that are new come first."""
    fresh = [path for path in paths if not (folder / path).exists()]
    replaced = [path for path in paths if (folder / path).exists()]
    for path in (*fresh, *replaced):
        target = folder / path
        if target.is_symlink() or not _same(staging / path, target):
            _make_folder(target.parent)
            (staging / path).replace(target)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two files have one content, the second maybe missing."""
    try:
        return one.stat().st_size == other.stat().st_size and (
            one.read_bytes() == other.read_bytes()
        )
    except FileNotFoundError:
        return False


def _prune(folder: Path, paths: Iterable[str]) -> list[str]:
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
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        except PermissionError:
            kept.append(path)
        emptied.update(folder / parent for parent in Path(path).parents if parent != Path())
    for parent in sorted(emptied, reverse=True):
        with contextlib.suppress(OSError):
            parent.rmdir()
    return kept
