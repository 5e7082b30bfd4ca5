"""Where a site may be written, and what may stand in its way."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.errors import BuildError, Problem, error

OWN = ".sitegen"
"""The folder in a site that is sitegen's own."""

_ELSEWHERE = re.compile(rf"(?:^|/)(?:\.{{0,2}}|{re.escape(OWN)})(?:/|\Z)|[\\:\0]")


def check_folder(folder: Path, sources: Sequence[Path], published: Sequence[Path] = ()) -> None:
    """Raise BuildError where a site in `folder` could harm what is no site, or can't be.

    Args:
        folder: Where the site is to be.
        sources: What must not be written over.
        published: Folders whose files become part of the site: it would hold itself.
    """
    try:
        refused = _refused(folder.resolve(), sources, published)
    except (OSError, RuntimeError) as fault:  # a name too long, a circle of links
        told = getattr(fault, "strerror", None) or "its links lead in a circle"
        raise BuildError(error(str(folder), f"the output can't be there: {told}")) from fault
    if refused:
        hint = "give a folder of its own, such as -o site"
        raise BuildError(error(str(folder), f"the output is {refused}", hint))
    if (folder / OWN).is_symlink():
        raise BuildError(error(str(folder / OWN), "is a link, which is not followed"))


def _refused(real: Path, sources: Iterable[Path], published: Iterable[Path]) -> str:
    """Return what speaks against a site in a folder, if anything."""
    if real == Path(real.anchor):
        return "the root of the file system"
    if real == Path.home().resolve():
        return "the home folder"
    if any(_leads(source).is_relative_to(real) for source in sources):
        return "a folder that holds the input"
    if any(real.is_relative_to(_leads(place)) for place in published):
        return "inside a part of the theme, which becomes part of the site"
    if any(place.exists() and not place.is_dir() for place in (real, *real.parents)):
        return "not a folder, or below what is none"
    return ""


def _leads(path: Path) -> Path:
    """Return where a path leads; itself where that can't be told, as is said when it is read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_inside(path: str) -> bool:
    """Tell whether `path` names a file below the site and not sitegen's own."""
    return not _ELSEWHERE.search(path)


def check_ways(folder: Path, staging: Path, ours: Collection[str], paths: Sequence[str]) -> None:
    """Raise BuildError with every path that a link, a folder or a stranger's file stands in.

    Args:
        folder: The site.
        staging: Where the new files are, by the same paths; a stranger's file with the same
            content is in nobody's way.
        ours: The paths that sitegen wrote.
        paths: Those to be written.
    """
    problems = [*_blocked_folders(folder, paths), *_blocked_files(folder, staging, ours, paths)]
    if problems:
        raise BuildError(*problems)


def _blocked_folders(folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each folder of the site that is something else."""
    # Of thousands of files there are few folders.
    named = {Path(parent) for parent in {path.rpartition("/")[0] for path in paths}}
    parents = {parent for path in named for parent in (path, *path.parents)} - {Path()}
    for parent in sorted(parents):
        place = folder / parent
        if place.is_symlink():
            yield error(str(place), "is a link, which is not followed")
        elif place.exists() and not place.is_dir():
            yield error(str(place), "is a file where a folder of the site must go")


def _blocked_files(
    folder: Path, staging: Path, ours: Collection[str], paths: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each file of the site whose place is taken."""
    top = os.fspath(folder)
    for path in paths:
        if not os.path.lexists(f"{top}/{path}"):
            continue
        place = folder / path
        if place.is_dir() and not place.is_symlink():
            yield error(str(place), "is a folder where a file of the site must go")
        elif path not in ours and not same(staging / path, place):
            hint = "move it away, or give another output folder"
            yield error(str(place), "was not written by sitegen and is in the way", hint)


def same(one: Path, other: Path) -> bool:
    """Tell whether two files have one content, the second maybe missing."""
    try:
        return one.stat().st_size == other.stat().st_size and (
            one.read_bytes() == other.read_bytes()
        )
    except FileNotFoundError:
        return False
