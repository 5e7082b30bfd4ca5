"""The note that a site keeps of itself: what it was made from, and how its files were left."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import field
from msgspec.structs import replace

from sitegen.cache.again import Last
from sitegen.jobs.parcel import Parcel
from sitegen.output.places import is_inside
from sitegen.plan import Key, State

NAME = "manifest.json"
_VERSION = 1


class Left(NamedTuple):
    """How a file was left: its size in bytes and its time of change in nanoseconds."""

    size: int
    time: int


_UNKNOWN = Left(-1, 0)

NOT_KNOWN = Key("", "")
"""The key of a file of which nobody knows what it was made of."""


class Manifest(Parcel, frozen=True):
    """What is known of a site that was written.

    Attributes:
        inputs: The digest of all that it was made from, or nothing.
        told: What the build said of it, as JSON has it.
        state: What each file was made of.
        left: How each file was left.
        damaged: Whether there was one that could not be read.
    """

    inputs: str = ""
    told: Mapping[str, Any] = {}
    state: State = field(default_factory=State)
    left: Mapping[str, Left] = {}
    damaged: bool = False

    def packed(self) -> bytes:
        """Return it as JSON."""
        keys, known = self.state.files, self.left
        left = {path: known.get(path, _UNKNOWN) for path in keys}
        files = dict(zip(keys, map(add, keys.values(), left.values()), strict=True))
        values = {
            "version": _VERSION,
            "inputs": self.inputs,
            "told": self.told,
            "engine": self.state.engine,
            "recipes": self.state.recipes,
            "files": files,
        }
        content = _encoded(values)
        _last.hold((content, replace(self, left=left)))
        return content


def read(path: Path) -> Manifest:
    """Return the manifest in a file; one that can't be read, or is of another form, is damaged.

    Paths that lead out of the site are left out. Of another version the paths alone count, so
    that what it wrote is still sitegen's to replace.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    except OSError:
        return Manifest(damaged=True)
    last = _last.recalled()
    return last[1] if last and last[0] == content else _told(content)


_last = Last[tuple[bytes, Manifest]]()
"""What this process wrote last, and what it tells."""


def _encoded(values: Mapping[str, Any]) -> bytes:
    """Return values as JSON."""
    try:
        return msgspec.json.encode(values)
    except UnicodeEncodeError:  # messages may name files whose names are no text
        compact = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        return compact.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)  # a build asks before it makes a site, and again before it writes one
def _told(content: bytes) -> Manifest:
    """Return the manifest that a file of this content is."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return Manifest(damaged=True)
    if isinstance(values, list):  # as it was before there were versions
        return _paths_alone(values)
    files = values.get("files") if isinstance(values, dict) else None
    if not isinstance(files, dict):
        return Manifest(damaged=True)
    try:
        return _manifest(values, files) if values["version"] == _VERSION else _paths_alone(files)
    except (KeyError, TypeError, ValueError):
        return _paths_alone(files)


def _manifest(values: Mapping[str, Any], files: Mapping[str, Any]) -> Manifest:
    """Return the manifest that JSON values tell of."""
    keys: dict[str, Key] = {}
    left: dict[str, Left] = {}
    for path, (recipe, content, size, time) in files.items():
        if is_inside(path):
            keys[path] = Key(str(recipe), str(content))
            left[path] = Left(size, time)
    recipes = {name: str(digest) for name, digest in dict(values["recipes"]).items()}
    state = State(str(values["engine"]), recipes, keys)
    return Manifest(str(values["inputs"]), dict(values["told"]), state, left)


def unknown(state: State) -> State:
    """Return a state without what its files are made of."""
    return replace(state, files=dict.fromkeys(state.files, NOT_KNOWN))


def _paths_alone(paths: Iterable[object]) -> Manifest:
    """Return a manifest that knows which files are sitegen's and nothing else."""
    ours = [path for path in paths if isinstance(path, str) and is_inside(path)]
    return Manifest(state=State(files=dict.fromkeys(ours, NOT_KNOWN)))
