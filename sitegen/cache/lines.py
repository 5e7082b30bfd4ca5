"""Lines of text that are kept between builds: each file whole, or not there."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

from sitegen.cache import again, memory
from sitegen.cache.memory import Held
from sitegen.errors import Problem, note

A = TypeVar("A")

_AT_ONCE = 1 << 16
"""So many bytes are written at once."""

FOLDER = ".sitegen"
"""Stands beside the configuration; can be deleted at any time and never changes a result."""


class Folder:
    """The cache folder of a site.

    Args:
        base: Where the configuration is; the folder stands beside it.
        engine: The digest of what makes the results; those of another one are forgotten.
        writes: Whether anything is noted, or only read.
        holds: Whether this process and others that stay hold what is noted, for the next build.
    """

    def __init__(
        self, base: Path, engine: str, *, writes: bool = True, holds: bool = False
    ) -> None:
        self.base = base
        self._path = base.absolute() / FOLDER
        self._engine = engine
        self._writes = writes
        self.holds = holds
        self._opened: list[Lines] = []
        self._said: list[Problem] = []

    def lines(self, name: str) -> "Lines":
        """Return the lines of one file."""
        path = self._path / name
        found = Lines(path, self._engine, writes=self._writes, holds=self.holds)
        self._opened.append(found)
        return found

    @property
    def problems(self) -> list[Problem]:
        """What was odd about any of the files; none of it lost anything."""
        return [*self._said, *(problem for lines in self._opened for problem in lines.problems)]

    def forgotten(self) -> bool:
        """Throw away every file of lines, asked for or not; tell whether there was one."""
        again.forget()
        there = [Lines(path, self._engine).forget() for path in self._path.glob("*")]
        if memory.forget() or any(there):
            self._said.append(note(str(self._path), "is of no use: it is made anew"))
            return True
        return False


class Lines:
    """Lines of text in one file, which is whole or not there.

    Args:
        path: The file.
        engine: The digest of what makes the lines; those of another one are forgotten.
        writes: Whether `keep` does anything.
        holds: Whether the process holds what is kept.

    Attributes:
        holds: The same.
        problems: What was odd; none of it lost anything.
    """

    def __init__(
        self, path: Path, engine: str, *, writes: bool = True, holds: bool = False
    ) -> None:
        self._path = path
        self._writes = writes
        self.holds = holds
        self._head = f"sitegen {engine}"
        self._place = path, self._head
        self.problems: list[Problem] = []

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

    @property
    def there(self) -> bool:
        """Whether there is a file to `read`: not one of another engine, but maybe damaged."""
        try:
            head = self._first()
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return head == self._head.encode() or not head.startswith(b"sitegen ")

    @property
    def size(self) -> int:
        """How many bytes the file has, 0 where there is none."""
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def _first(self) -> bytes:
        """Return the first line of the file."""
        with self._path.open("rb") as file:
            return file.readline().removesuffix(b"\n")

    def read(self) -> list[bytes]:
        """Return the lines in the file; none where it is of another engine or damaged."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError:
            content = b""
        head = self._head.encode()
        if content[: len(head) + 1] in {head, head + b"\n"}:
            # It may be large: nothing but the lines is copied.
            end = max(0, content.rfind(b"\n"))
            if content.endswith(b"\n" + digest(memoryview(content)[:end])):
                return content.split(b"\n")[1:-1]
            self._say("is damaged: it is made anew")
        elif not content.startswith(b"sitegen "):
            self._say("is no cache that can be read: it is made anew")
        return []

    def write(self, lines: Iterable[bytes]) -> int | None:
        """Write the file, whole or not at all; no line may hold a line break.

        Returns:
            How many bytes it has, None where it is not written.
        """
        if not self._writes:
            return None
        unfinished = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(exist_ok=True)
            # A link in its place would lead elsewhere.
            unfinished.unlink(missing_ok=True)
            with unfinished.open("xb") as file:
                so_far = _begun(b"")
                # A few at a time, as all may fill much of the memory.
                for data in _joined(chain([self._head.encode()], lines)):
                    so_far.update(data)
                    file.write(data)
                file.write(b"\n" + so_far.hexdigest().encode())
                size = file.tell()
            unfinished.replace(self._path)
        except OSError as fault:
            self._say(f"can't be written: {fault.strerror}")
            _dropped(unfinished)
            return None
        except BaseException:  # who is interrupted leaves nothing half-written
            _dropped(unfinished)
            raise
        return size

    def forget(self) -> bool:
        """Delete the file where it is of this engine; tell whether it was."""
        try:
            is_own = self._first() == self._head.encode()
            if is_own:
                self._path.unlink()
        except OSError:
            return False
        return is_own

    def _say(self, what: str) -> None:
        """Note a problem that lost nothing."""
        self.problems.append(note(str(self._path), what))


def _dropped(unfinished: Path) -> None:
    """Delete a file that is not whole: where the disk is full, it needs the room."""
    with contextlib.suppress(OSError):
        unfinished.unlink()


def _joined(lines: Iterator[bytes]) -> Iterator[bytearray]:
    """Yield the bytes of lines, with a line break between two."""
    waiting = bytearray(next(lines))
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
    return _begun(data).hexdigest().encode()


def _begun(data: bytes | memoryview) -> "hashlib.blake2b":
    """Return a digest that more can be added to."""
    return hashlib.blake2b(data, digest_size=16)
