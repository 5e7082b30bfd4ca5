"""What this process holds of what is kept: who builds again and again need not read it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import Problem

MOST = 1 << 26
"""What is told in more bytes is not held: it would fill much of the memory."""

Place = tuple[Path, str]
"""A file, and the first line that tells who wrote it."""


class Held(NamedTuple):
    """What is held of a file.

    Attributes:
        value: What its lines tell.
        size: How many bytes they have.
        problems: What was odd as they were read, if nobody was told yet.
    """

    value: object
    size: int
    problems: list[Problem]


@cache
def held() -> dict[Place, Held]:
    """Return what is held, by where it is kept."""
    return {}


def forget() -> bool:
    """Hold nothing any more; tell whether there was anything."""
    there = bool(held())
    held().clear()
    return there


def told(folder: Path, head: str) -> dict[str, Held]:
    """Return what is held of the files in a folder that begin with a line, by their names."""
    return {
        path.name: each
        for (path, first), each in held().items()
        if path.parent == folder and first == head
    }


def tell(folder: Path, head: str, files: Mapping[str, Held]) -> None:
    """Hold what another process held, as of `told`."""
    held().update({(folder / name, head): each for name, each in files.items()})
