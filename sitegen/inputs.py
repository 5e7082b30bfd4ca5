"""All that a site is made from, as one digest: so that a build knows when it has nothing to do."""

import hashlib
from dataclasses import replace
from pathlib import Path

from sitegen import engine, sources, theme
from sitegen.config import Config
from sitegen.theme import Theme


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
    told = replace(config, sources=(), output=Path(), theme=None)
    found.update(repr((told, look.watched)).encode("utf-8", "surrogatepass"))
    for name, digest in sorted(theme.recipes(look.templates()).items()):
        _add(found, name, digest.encode())
    try:
        for static in look.static():
            _add(found, static.path, theme.content(static))
        files, passed_over = sources.files(config.sources, base, config.output)
        for file in files:
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
