"""What makes the files of a site, as one digest: sitegen's own source, its libraries, Python."""

import hashlib
import sys
import zlib
from functools import cache
from pathlib import Path

from sitegen import __version__

_LIBRARIES = ("jinja2", "latex2mathml", "lunr", "markdown-it-py", "markupsafe", "msgspec")
"""Those whose results stand in a site."""


@cache
def digest() -> str:
    """Return the digest of the code that runs; a change of it makes every file anew."""
    # Versions of Python round sums and know letters differently, those of zlib pack differently.
    runs = f"{__version__} {sys.version_info[:2]} {sys.byteorder} {zlib.ZLIB_RUNTIME_VERSION}"
    found = hashlib.blake2b(runs.encode(), digest_size=8)
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".gz", ".md"} and "_builtin" not in path.parts:
            content = path.read_bytes()
            name = path.relative_to(package).as_posix()
            found.update(f"{name}\0{len(content)}\0".encode() + content)
    for name, version in zip(_LIBRARIES, _versions(), strict=True):
        found.update(f"{name} {version}\0".encode())
    return found.hexdigest()


def _versions() -> list[str]:
    """Return the versions of the libraries, as the folders beside them are called."""
    known: dict[str, str] = {}
    for place in map(Path, sys.path):
        for folder in place.glob("*.dist-info") if place.is_dir() else ():
            name, _, version = folder.stem.partition("-")
            known.setdefault(name.lower().replace("_", "-"), version)
    if known.keys() >= set(_LIBRARIES):
        return [known[name] for name in _LIBRARIES]
    # As long to import as all else that a build with nothing to do needs.
    from importlib import metadata  # noqa: PLC0415

    return [metadata.version(name) for name in _LIBRARIES]
