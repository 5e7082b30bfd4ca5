"""Lines of text that are kept between builds, in one file."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from sitegen.cache import memory
from sitegen.cache.memory import Held
from sitegen.cache.whole import File, Summed

A = TypeVar("A")

_AT_ONCE = 1 << 16
"""So many bytes are written at once."""


class Lines(File):
    """Lines of text in one file, which is whole or not there.

    Args:
        path: The file.
        engine: The digest of what makes the lines; those of another one are forgotten.
        writes: Whether `keep` does anything.
        holds: Whether the process holds what is kept.

    Attributes:
        holds: The same.
    """

    def __init__(
        self, path: Path, engine: str, *, writes: bool = True, holds: bool = False
    ) -> None:
        super().__init__(path, engine)
        self._writes = writes
        self.holds = holds
        self._place = path, self.head

    def prepare(self, read: Callable[[Sequence[bytes]], object]) -> None:
        """Read the file now, and hold what it tells for the next `recalled` of this file."""
        lines = self.read()
        memory.held()[self._place] = Held(read(lines), _size(lines), self.problems)

    def recalled(self, read: Callable[[Sequence[bytes]], A]) -> A:
        """Return what `read` makes of the lines, or what is held of them."""
        held = memory.held().pop(self._place, None)
        if held is None:
            lines = self.read()
            held = Held(read(lines), _size(lines), [])
        self.problems += held.problems
        found = cast("A", held.value)
        self._hold(found, held.size)
        return found

    def keep(self, value: object, lines: Iterable[bytes]) -> None:
        """Write the file, and hold the value that its lines tell of."""
        size = self.write(lines)
        self._hold(value, memory.MOST + 1 if size is None else size)

    def hold(self, value: object) -> bool:
        """Hold a value instead of what is held, and leave the file; tell whether it is held."""
        held = memory.held().get(self._place)
        if held is None:
            return False
        memory.held()[self._place] = held._replace(value=value)
        return True

    def release(self) -> None:
        """Hold nothing of the file in this process."""
        memory.held().pop(self._place, None)

    def _hold(self, value: object, size: int) -> None:
        """Hold what the lines tell, of so many bytes, where that is asked for and not too much."""
        self.release()
        if self.holds and size <= memory.MOST:
            memory.held()[self._place] = Held(value, size, [])

    def read(self) -> list[bytes]:
        """Return the lines in the file; none where it is of another engine or damaged."""
        return self.content().split(b"\n")[:-1]

    def write(self, lines: Iterable[bytes]) -> int | None:
        """Write the file, whole or not at all; no line may hold a line break.

        Returns:
            How many bytes it has, None where it is not written.
        """
        return self.filled(partial(_fill, lines)) if self._writes else None


def _fill(lines: Iterable[bytes], file: Summed) -> None:
    """Write lines, a few at a time, as all may fill much of the memory."""
    for data in _joined(lines):
        file.write(data)


def _joined(lines: Iterable[bytes]) -> Iterator[bytearray]:
    """Yield the bytes of lines, each after a line break."""
    waiting = bytearray()
    for line in lines:
        waiting += b"\n"
        waiting += line
        if len(waiting) >= _AT_ONCE:
            yield waiting
            waiting = bytearray()
    yield waiting


def _size(lines: Iterable[bytes]) -> int:
    """Return how many bytes lines have."""
    return sum(map(len, lines))


def digest(data: bytes | memoryview) -> bytes:
    """Return the digest of bytes, as digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest().encode()
