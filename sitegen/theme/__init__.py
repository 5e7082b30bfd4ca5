"""Templates and static files: the built-in ones, with a theme's laid over them."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path, PurePosixPath

from sitegen.errors import BuildError, error
from sitegen.jobs.parcel import Parcel

# One style sheet and few scripts are served, each joined from small files in the order of their
# names: all of `css/` is `site.css`, all of `js/search/` is `search.js`.
_STYLES = re.compile(r"css/[^/]+\.css")
_SCRIPTS = re.compile(r"js/([^/]+)/[^/]+\.js")
_WATCH = "watch.js"
PARTS = ("templates", "static")
"""The folders of a theme."""

# What some system takes for a separator, so that no site holds it.
_SEPARATORS = re.compile(r"[\\:]")
# What a template is made of besides itself.
_INCLUDED = re.compile(rb"{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%}", re.DOTALL)
# A name and nothing that may choose another.
_NAMED = re.compile(
    rb"\s*(?:\"([^\"\\]+)\"|'([^'\\]+)')\s*(?:ignore\s+missing\s*)?(?:as\s+\w+\s*|import\s[\w\s,]+)?"
    rb"(?:with(?:out)?\s+context\s*)?"
)
# A comment that fills its lines.
_COMMENT = re.compile(
    rb"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL
)


class StaticFile(Parcel, frozen=True):
    """A published file.

    Attributes:
        path: Where it goes in the site.
        sources: The files it is joined from.
        content: Those joined, our scripts without comments: half of a commented script is
            comments, and a reader loads three before the first result.
    """

    path: str
    sources: tuple[Path, ...]
    content: bytes


@dataclass(frozen=True)
class Theme:
    """Folders that hold `templates/` and `static/`, the one that counts most first.

    What is in them is read once: it is as it was then, in every process.

    Attributes:
        watched: Whether pages look out for changes: scripts in `js/watch/` become part of
            `site.js`, and are nowhere else.
    """

    folders: tuple[Path, ...]
    watched: bool = False

    def files(self) -> Iterator[Path]:
        """Yield every file that templates or static files may come from."""
        for folder in self.folders:
            for part in PARTS:
                yield from _walked(folder / part)

    def __getstate__(self) -> dict[str, object]:
        # What pages are not made from need not be sent.
        return {name: value for name, value in vars(self).items() if name != "static"}

    @cached_property
    def templates(self) -> Mapping[str, bytes]:
        """The source of each template, by its name.

        Raises:
            BuildError: When one can't be read, or is a link that leads out of the theme.
        """
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in files_in(folder, "templates"):
                found[path.relative_to(folder / "templates").as_posix()] = path
        return {name: _content(path) for name, path in found.items()}

    @cached_property
    def static(self) -> Sequence[StaticFile]:
        """Every static file to publish, in the order of paths.

        Raises:
            BuildError: Where a link leads out of the theme, a name can't be published, or a file
                can't be read.
        """
        files: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in files_in(folder, "static"):
                below = path.relative_to(folder / "static")
                if _SEPARATORS.search(below.as_posix()):
                    what = "can't be published: some systems take : and \\ for separators"
                    raise BuildError(error(str(path), what, "give it another name"))
                if not any(part.startswith(".") for part in below.parts):
                    files[below.as_posix()] = path
        joined: dict[str, list[Path]] = {}
        for name in sorted(files):
            published = served_as(name)
            if published == _WATCH != name:
                if not self.watched:
                    continue
                published = "site.js"
            # A file that has a joined file's own name stands in its place.
            if published == name or published not in files:
                joined.setdefault(f"static/{published}", []).append(files[name])
        return [
            StaticFile(name, tuple(sources), b"\n".join(map(_served, sources)))
            for name, sources in sorted(joined.items())
        ]


def files_in(folder: Path, part: str) -> Iterator[Path]:
    """Yield the files in one part of a theme's folder, in the order of paths.

    Raises:
        BuildError: Where a link leads out of the folder: what is elsewhere is not published; or
            what is there can't be told.
    """
    try:
        root = folder.resolve()
        below = (folder / part).resolve().is_relative_to(root)
        for path in sorted(_walked(folder / part)):
            if path.is_file():
                # No folder on the way is a link, and to follow each takes most of the time.
                inside = path.resolve().is_relative_to(root) if path.is_symlink() else below
                if not inside:
                    what = "the link leads out of its theme and is not followed"
                    raise BuildError(error(str(path), what, "copy the file into the theme"))
                yield path
    except OSError as fault:
        raise _unread(fault, folder) from fault


def _walked(top: Path) -> Iterator[Path]:
    """Yield the files and links below a folder, in no order; none where it is not there.

    Raises:
        BuildError: When a folder can't be read.
    """

    def told(fault: OSError) -> None:
        # One that is gone by now holds nothing.
        if not isinstance(fault, FileNotFoundError | NotADirectoryError):
            raise _unread(fault, top) from fault

    for place, _, names in os.walk(top, onerror=told):
        yield from (Path(place, name) for name in names)


def _unread(fault: OSError, place: Path) -> BuildError:
    """Return the problem of what can't be read at or below a place."""
    where = os.fsdecode(fault.filename or place)
    return BuildError(error(where, f"can't be read: {fault.strerror}"))


def served_as(name: str) -> str:
    """Return the published name of a static file: ``js/search/page.js`` → ``search.js``."""
    if _STYLES.fullmatch(name):
        return "site.css"
    scripts = _SCRIPTS.fullmatch(name)
    return f"{scripts[1]}.js" if scripts else name


def load(overlay: Path | None, *, watched: bool = False) -> Theme:
    """Return the built-in theme, with `overlay` laid over it where one is given."""
    return Theme((*([overlay] if overlay else []), builtin()), watched)


@cache
def builtin() -> Path:
    """Return the folder of the built-in theme: in the package once installed, else above it."""
    package = Path(__file__).parents[1]
    installed = package / "_builtin"
    return installed if installed.is_dir() else package.parent


def _content(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        BuildError: When it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as fault:
        raise _unread(fault, path) from fault


def _served(source: Path) -> bytes:
    """Return a source file as it is served; a theme's own are left as they are."""
    data = _content(source)
    ours = source.suffix == ".js" and source.is_relative_to(builtin())
    return _without_comments(data) if ours else data


@lru_cache(maxsize=1 << 7)
def _without_comments(script: bytes) -> bytes:
    """Return a script without the comments that fill their lines."""
    return _COMMENT.sub(b"", script)


def used(templates: Mapping[str, bytes], first: Iterable[str]) -> set[str]:
    """Return the names of the templates that `first` are made of, themselves among them."""
    return set().union(*(_needed(templates, name) for name in first))


def recipes(templates: Mapping[str, bytes]) -> dict[str, str]:
    """Return for each template the digest of it with all that it includes."""
    return {name: _digest(templates, sorted(_needed(templates, name))) for name in templates}


def _needed(templates: Mapping[str, bytes], name: str) -> set[str]:
    """Return the names of a template and of all that it includes, and they in turn."""
    needed: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in needed or one not in templates:
            continue
        needed.add(one)
        for told in _INCLUDED.findall(templates[one]):
            named = _NAMED.fullmatch(told)
            if not named:
                return set(templates)  # it may be any of them
            path = b"".join(named.groups(default=b"")).decode("utf-8", "replace")
            waiting.append(str(PurePosixPath(path)))
    return needed


def _digest(templates: Mapping[str, bytes], names: list[str]) -> str:
    """Return the digest of some templates and their names."""
    digest = hashlib.blake2b(digest_size=8)
    for name in names:
        digest.update(f"{name}\0{len(templates[name])}\0".encode("utf-8", "surrogatepass"))
        digest.update(templates[name])
    return digest.hexdigest()
