"""All that a site is made from: its digest, and whether it stays as it is meanwhile."""

import hashlib
import os
import stat
from pathlib import Path

from msgspec.structs import replace

from sitegen import engine, sources, theme
from sitegen.config import Config
from sitegen.errors import BuildError, Problem
from sitegen.sources import InputFile
from sitegen.theme import Theme
from sitegen.theme.slips import slips


def files(config: Config, base: Path) -> tuple[list[InputFile], list[Problem]]:
    """Return the files of papers, and what was passed over, as `sources.files` does.

    In a folder of papers the site, the settings and the theme are none.
    """
    return sources.files(config.sources, base, [config.output, *config.files, *parts(config)])


def parts(config: Config) -> list[Path]:
    """Return the folders of the theme that become part of the site."""
    return [config.theme / part for part in theme.PARTS] if config.theme else []


def digest(config: Config, base: Path, look: Theme) -> str:
    """Return the digest of input, settings, theme and sitegen itself.

    Nothing where the input can't be read, or but once: then it must be built to be known.

    Args:
        config: The settings; where the site goes does not count.
        base: What the names of input files are counted from.
        look: The theme.

    Raises:
        BuildError: With each source that does not exist or can't be listed.
    """
    found = hashlib.blake2b(engine.digest().encode(), digest_size=16)
    told = replace(config, sources=(), output=Path(), theme=None, files=())
    odd = [*slips(look)]
    found.update(repr((told, look.watched, odd)).encode("utf-8", "surrogatepass"))
    for name, digest in sorted(theme.recipes(look.templates).items()):
        _add(found, name, digest.encode())
    try:
        for static in look.static:
            _add(found, static.path, static.content)
        read, passed_over = files(config, base)
        for file in read:
            if not file.path.is_file():
                return ""  # a pipe gives what it has once
            _add(found, file.name, file.path.read_bytes())
    except OSError:
        return ""
    found.update(repr(passed_over).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _add(found: "hashlib.blake2b", name: str, content: bytes) -> None:
    """Add a named content, so that no two lists of them have one digest."""
    found.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
    found.update(content)


Moment = frozenset[tuple[str, tuple[int, int, int]]]
"""How each file was: its size in bytes, and when it was changed and replaced, in nanoseconds."""


def moment(config: Config, base: Path, look: Theme) -> Moment:
    """Return how all files are that a site is made from; nothing where that can't be told.

    A digest is of one moment and a build takes longer: a file that is another for a while leads
    to a site that its digest does not tell of.
    """
    try:
        read, _ = files(config, base)
        paths = [*(file.path for file in read), *look.files()]
        return frozenset(how for path in paths if (how := _how(path)))
    except (BuildError, OSError):
        return frozenset()


def _how(path: Path) -> tuple[str, tuple[int, int, int]] | None:
    """Return a file with how it is; nothing where it is none, or that can't be told."""
    try:
        found = os.stat(path)  # noqa: PTH116 - it is asked of many, and takes half as long
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return os.fspath(path), (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
