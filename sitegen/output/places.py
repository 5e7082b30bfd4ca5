"""Where a site may be written."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sitegen.errors import BuildError, error

OWN = ".sitegen"
"""The folder in a site that is sitegen's own."""

_SIGNS = "//", "/./", "/../", f"/{OWN}/", "\\", ":", "\0"
"""What a path that leads elsewhere has, where slashes stand before and behind it."""


def check_folder(folder: Path, sources: Sequence[Path], published: Sequence[Path] = ()) -> None:
    """Raise BuildError where a site in `folder` could harm what is no site, or can't be.

    Args:
        folder: Where the site is to be.
        sources: What must not be written over.
        published: Folders whose files become part of the site: it would hold itself.
    """
    try:
        refused = _refused(folder.resolve(), sources, published)
        if folder.is_symlink() and not folder.exists():
            refused = refused or "a link that leads nowhere"
        is_link = (folder / OWN).is_symlink()
    except (OSError, RuntimeError) as fault:  # a name too long, a circle of links
        told = getattr(fault, "strerror", None) or "its links lead in a circle"
        raise BuildError(error(str(folder), f"the output can't be there: {told}")) from fault
    if refused:
        hint = "give a folder of its own, such as -o site"
        raise BuildError(error(str(folder), f"the output is {refused}", hint))
    if is_link:
        raise BuildError(error(str(folder / OWN), "is a link, which is not followed"))


def _refused(real: Path, sources: Iterable[Path], published: Iterable[Path]) -> str:
    """Return what speaks against a site in a folder, if anything."""
    known = {Path(real.anchor): "the root of the file system", _home(): "the home folder"}
    if real in known:
        return known[real]
    if real.name == OWN:
        return "a folder that sitegen keeps for itself"
    if any(place.exists() and not place.is_dir() for place in (real, *real.parents)):
        return "not a folder, or below what is none"
    if any(_leads(source).is_relative_to(real) for source in sources):
        return "a folder that holds the input"
    if any(real.is_relative_to(_leads(place)) for place in published):
        return "inside a part of the theme, which becomes part of the site"
    return ""


def _home() -> Path | None:
    """Return the user's home folder, None where nobody knows it."""
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None


def _leads(path: Path) -> Path:
    """Return where a path leads; itself where that can't be told, as is said when it is read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_inside(path: str) -> bool:
    """Tell whether `path` names a file below the site and not sitegen's own."""
    return not _signs([path])


def check_inside(paths: Iterable[str]) -> None:
    """Make sure that `is_inside` is true of all paths.

    Raises:
        ValueError: Where it is not.
    """
    if signs := _signs(paths):
        raise ValueError(f"a path leads out of the site by {signs[0]}")


def _signs(paths: Iterable[str]) -> list[str]:
    """Return by what some of the paths lead elsewhere."""
    joined = "/".join(("", *paths, ""))  # a search for each takes a hundred times as long
    return [sign for sign in _SIGNS if sign in joined]
