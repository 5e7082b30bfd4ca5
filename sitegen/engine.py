"""What makes the files of a site, as one digest: sitegen's own source, its libraries, Python."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from sitegen import __version__

_LIBRARIES = ("jinja2", "latex2mathml", "lunr", "markdown-it-py", "markupsafe")
"""Those whose results stand in a site."""


@cache
def digest() -> str:
    """Return the digest of the code that runs; a change of it makes every file anew."""
    # Versions of Python round sums and know letters differently.
    runs = f"{__version__} {sys.version_info[:2]} {sys.byteorder}"
    found = hashlib.blake2b(runs.encode(), digest_size=8)
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".gz", ".md"} and "_builtin" not in path.parts:
            content = path.read_bytes()
            name = path.relative_to(package).as_posix()
            found.update(f"{name}\0{len(content)}\0".encode() + content)
    for name in _LIBRARIES:
        found.update(f"{name} {metadata.version(name)}\0".encode())
    return found.hexdigest()
