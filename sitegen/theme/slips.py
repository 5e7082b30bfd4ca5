"""Files of a theme that replace nothing, and were meant to as it seems."""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from sitegen.errors import Problem, closest, warning
from sitegen.theme import PARTS, Theme, builtin, files_in, served_as, used

_ALIKE = 0.8
_ASIDE = (".", "#", "~")
_LOADED = (".css", ".js")
_EVERYWHERE = "every page loads what stands in static/css/ and static/js/site/"


def slips(look: Theme) -> Iterator[Problem]:
    """Yield a warning for each file that changes nothing, or looks like a slip of a known name.

    A theme may add static files: what it speaks of itself is meant as it is.

    Raises:
        BuildError: When the theme can't be read, or a link leads out of it.
    """
    for folder in look.folders[:-1]:
        own = {part: sorted(_names(folder, part)) for part in PARTS}
        yield from _beside(folder)
        known = {part: frozenset(_names(builtin(), part)) for part in PARTS}
        needed = used(look.templates, known["templates"])
        for name in own["templates"]:
            if name not in needed:
                hint = _hint(name, known["templates"])
                what = "no page is made with this template"
                yield warning(str(folder / "templates" / name), what, hint)
        new = [name for name in own["static"] if name not in known["static"]]
        published = {served_as(name) for name in known["static"]}
        said = b"".join(_content(folder / part / name) for part in PARTS for name in own[part])
        for name in new:
            to = served_as(name)
            added = to not in published
            file = PurePosixPath(to).name
            if added and file.encode("utf-8", "surrogateescape") in said:
                continue
            where = str(folder / "static" / name)
            hint = "" if name in published else _hint(name, known["static"])
            if hint:
                what = "replaces nothing: no file of the built-in theme has this name"
                yield warning(where, what, hint)
            elif added and name.endswith(_LOADED):
                what = f"no page loads it: nothing in the theme names {file}"
                yield warning(where, what, _EVERYWHERE)


def _beside(folder: Path) -> Iterator[Problem]:
    """Yield a warning for what stands beside the folders of a theme and belongs into them."""
    if not any((folder / part).is_dir() for part in PARTS):
        hint = "templates/ and static/ in it lie over the built-in ones"
        yield warning(str(folder), "the theme holds neither templates nor static files", hint)
    places = {part: part for part in PARTS}
    for part in PARTS:
        for path in (builtin() / part).iterdir():
            places[path.name] = f"{part}/{path.name}"
    for path in sorted(folder.glob("*")):
        if path.name not in PARTS and not _is_aside(path.name):
            meant = closest(path.name, places, _ALIKE)
            if meant and path.is_dir() == (builtin() / places[meant]).is_dir():
                what = "is no part of a theme where it stands"
                yield warning(str(path), what, f"did you mean '{places[meant]}'?")


def _names(folder: Path, part: str) -> Iterator[str]:
    """Yield the names of the files in a part of a theme, but for what editors leave there."""
    for path in files_in(folder, part):
        name = path.relative_to(folder / part)
        if not any(map(_is_aside, name.parts)):
            yield name.as_posix()


def _is_aside(name: str) -> bool:
    """Tell whether a file is an editor's or a system's own."""
    return name.startswith(_ASIDE) or name.endswith(_ASIDE)


def _content(path: Path) -> bytes:
    """Return what a file holds; nothing where that can't be told, as is said elsewhere."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _hint(name: str, known: Collection[str]) -> str:
    """Return a hint that names what `name` may have been meant for, or nothing.

    The same file name in another folder, else nearly the same in the same folder.
    """
    own = PurePosixPath(name)
    paths = [PurePosixPath(each) for each in sorted(known)]
    moved = [each for each in paths if each.name.casefold() == own.name.casefold()]
    stems = {each.stem: each for each in paths if each.parent == own.parent}
    stem = closest(own.stem, stems, _ALIKE)
    meant = moved[0] if moved else stems[stem] if stem else None
    return f"did you mean '{meant}'?" if meant else ""
