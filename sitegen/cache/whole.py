"""A file of the cache, which is whole or not there."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from sitegen.errors import Problem, note

_END = 9
"""So many bytes are last: a line break, and the checksum of all before."""

_AT_ONCE = 1 << 20
"""So many bytes are read at once."""

_UNREADABLE = "is no cache that can be read: it is made anew"


class Summed:
    """Writes to a file, and sums up what was written.

    Attributes:
        sum: The CRC-32 so far: it tells damage, which is all that it has to.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sum = 0

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write some bytes, and return how many."""
        self.sum = crc32(data, self.sum)
        return self._file.write(data)


class File:
    """A file that begins with a line which tells who wrote it, and ends with a checksum.

    Args:
        path: Where it is.
        engine: The digest of what makes its content; that of another one is forgotten.

    Attributes:
        path: The same.
        head: Its first line.
        problems: What was odd; none of it lost anything.
    """

    def __init__(self, path: Path, engine: str) -> None:
        self.path = path
        self.head = f"sitegen {engine}"
        self.problems: list[Problem] = []

    @property
    def there(self) -> bool:
        """Whether there is a file to read: not one of another engine, but maybe damaged."""
        try:
            head = self._first()
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return head == self.head.encode() or not head.startswith(b"sitegen ")

    @property
    def size(self) -> int:
        """How many bytes the file has, 0 where there is none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def _first(self) -> bytes:
        """Return the first line of the file."""
        with self._opened() as file:
            return self._begun(file)

    def _begun(self, file: BinaryIO) -> bytes:
        """Return the first line of an open file: no more of it than an own one has."""
        return file.readline(len(self.head) + 1).removesuffix(b"\n")

    def _opened(self) -> BinaryIO:
        """Return the open file: a pipe in its place would keep who opens it waiting.

        Raises:
            OSError: Where it is not there, or no file.
        """
        if not stat.S_ISREG(self.path.stat().st_mode):
            raise IsADirectoryError
        return self.path.open("rb")

    def opened(self) -> BinaryIO | None:
        """Return the open file behind its first line; None where it is not whole, or another's.

        It is read a little at a time to see that: it may be large.
        """
        with contextlib.ExitStack() as undone:
            try:
                file = undone.enter_context(self._opened())
                whole = self._is_whole(file)
            except FileNotFoundError:
                return None
            except OSError:
                self.say(_UNREADABLE)
                return None
            if whole:
                undone.pop_all()
            return file if whole else None

    def _is_whole(self, file: BinaryIO) -> bool:
        """Tell whether a file is this engine's and whole, and go behind its first line."""
        first = self._begun(file)
        if first == self.head.encode():
            if _is_undamaged(file):
                file.seek(len(first) + 1)
                return True
            self.say("is damaged: it is made anew")
        elif not first.startswith(b"sitegen "):
            self.say(_UNREADABLE)
        return False

    def content(self) -> bytes:
        """Return what is behind the first line, with the checksum; nothing without a file."""
        file = self.opened()
        if file is None:
            return b""
        with file:
            return file.read()

    def filled(self, fill: Callable[[Summed], object]) -> int | None:
        """Write the file, whole or not at all.

        Args:
            fill: Writes a line break and what comes after it, or nothing.

        Returns:
            How many bytes it has, None where it is not written.
        """
        unfinished = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(exist_ok=True)
            # A link in its place would lead elsewhere.
            unfinished.unlink(missing_ok=True)
            with unfinished.open("xb") as file:
                summed = Summed(file)
                summed.write(self.head.encode())
                fill(summed)
                file.write(_end(summed.sum))
                size = file.tell()
                if not _is_open(file, unfinished):
                    return None  # another process has begun to write it: what it writes stays
            unfinished.replace(self.path)
        except OSError as fault:
            self.say(f"can't be written: {fault.strerror}")
            _dropped(unfinished)
            return None
        except BaseException:  # who is interrupted leaves nothing half-written
            _dropped(unfinished)
            raise
        return size

    def forget(self) -> bool:
        """Delete the file where it is of this engine; tell whether it was."""
        try:
            is_own = self._first() == self.head.encode()
            if is_own:
                self.path.unlink()
        except OSError:
            return False
        return is_own

    def say(self, what: str) -> None:
        """Note a problem that lost nothing."""
        self.problems.append(note(str(self.path), what))


def _is_undamaged(file: BinaryIO) -> bool:
    """Tell whether a file ends with its checksum."""
    left = os.fstat(file.fileno()).st_size - _END
    file.seek(0)
    checksum = 0
    while left > 0 and (data := file.read(min(left, _AT_ONCE))):
        checksum = crc32(data, checksum)
        left -= len(data)
    return left == 0 and file.read() == _end(checksum)


def _end(checksum: int) -> bytes:
    """Return what a file ends with."""
    return b"\n%08x" % checksum


def _is_open(file: BinaryIO, path: Path) -> bool:
    """Tell whether an open file is the one of a path still."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _dropped(unfinished: Path) -> None:
    """Delete a file that is not whole: where the disk is full, it needs the room."""
    with contextlib.suppress(OSError):
        unfinished.unlink()
