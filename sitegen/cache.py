"""Results that cost much, by what they were made from: the only writer of the cache folder."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from sitegen.errors import Problem, note
from sitegen.jobs import Mapper

A = TypeVar("A")
B = TypeVar("B")

FOLDER = ".sitegen"
"""Stands beside the configuration; can be deleted at any time and never changes a result."""


class Folder:
    """The cache folder of a site.

    Args:
        base: Where the configuration is; the folder stands beside it.
        engine: The digest of what makes the results; those of another one are forgotten.
        writes: Whether anything is noted, or only read.
    """

    def __init__(self, base: Path, engine: str, *, writes: bool = True) -> None:
        self.base = base
        self._path = base / FOLDER
        self._engine = engine
        self._writes = writes
        self._opened: list[Lines] = []
        self._said: list[Problem] = []

    def lines(self, name: str) -> "Lines":
        """Return the lines of one file."""
        found = Lines(self._path / name, self._engine, writes=self._writes)
        self._opened.append(found)
        return found

    @property
    def problems(self) -> list[Problem]:
        """What was odd about any of the files; none of it lost anything."""
        return [*self._said, *(problem for lines in self._opened for problem in lines.problems)]

    def forgotten(self) -> bool:
        """Throw away every file that was asked for; tell whether there was one."""
        there = [lines for lines in self._opened if lines.forget()]
        if there:
            self._said.append(note(str(self._path), "is of no use: it is made anew"))
        return bool(there)


class Lines:
    """Lines of text in one file, which is whole or not there.

    Args:
        path: The file.
        engine: The digest of what makes the lines; those of another one are forgotten.
        writes: Whether `write` does anything.

    Attributes:
        problems: What was odd; none of it lost anything.
    """

    def __init__(self, path: Path, engine: str, *, writes: bool = True) -> None:
        self._path = path
        self._writes = writes
        self._head = f"sitegen {engine}"
        self.problems: list[Problem] = []

    def read(self) -> list[str]:
        """Return the lines in the file; none where it is of another engine or damaged."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError:
            content = b""
        head, _, _ = content.partition(b"\n")
        if head == self._head.encode():
            body, _, digest = content.rpartition(b"\n")
            del content
            if digest == _begun(body).hexdigest().encode():
                # Line by line: one letter that takes four bytes would make all take as many.
                return [line.decode("utf-8", "surrogatepass") for line in body.split(b"\n")[1:]]
            self._say("is damaged: it is made anew")
        elif not head.startswith(b"sitegen "):
            self._say("is no cache that can be read: it is made anew")
        return []

    def write(self, lines: Iterable[str]) -> None:
        """Write the file, whole or not at all; no line may hold a line break."""
        if not self._writes:
            return
        unfinished = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(exist_ok=True)
            # A link in its place would lead elsewhere.
            unfinished.unlink(missing_ok=True)
            with unfinished.open("xb") as file:
                digest = _begun(self._head.encode())
                file.write(self._head.encode())
                # One after the other, as they may fill much of the memory.
                for line in lines:
                    data = f"\n{line}".encode("utf-8", "surrogatepass")
                    digest.update(data)
                    file.write(data)
                file.write(b"\n" + digest.hexdigest().encode())
            unfinished.replace(self._path)
        except OSError as fault:
            self._say(f"can't be written: {fault.strerror}")
            with contextlib.suppress(OSError):  # where the disk is full, it needs the room
                unfinished.unlink()

    def forget(self) -> bool:
        """Delete the file; tell whether there was one."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _say(self, what: str) -> None:
        """Note a problem that lost nothing."""
        self.problems.append(note(str(self._path), what))


class Cache(Generic[B]):
    """Results of one kind, a line of JSON for each, which can't but be read.

    Args:
        lines: The file.
        pack: Returns a result as JSON values.
        unpack: Returns the result that JSON values tell of.
    """

    def __init__(self, lines: Lines, pack: Callable[[B], Any], unpack: Callable[[Any], B]) -> None:
        self._lines = lines
        self._pack = pack
        self._unpack = unpack

    def over(
        self,
        mapper: Mapper,
        function: Callable[[Sequence[A]], Sequence[B]],
        items: Sequence[A],
        *,
        whole: Callable[[A], str] = repr,
    ) -> Iterator[B]:
        """Yield what `function` returns for `items`, in order; only for new ones is it called.

        What is no longer asked for is forgotten, so the file grows no larger than the library.

        Args:
            mapper: What works on the new ones.
            function: Gives a result for each item of a chunk, from the item alone.
            items: Frozen values.
            whole: Tells all of an item, so that no other item has the same.
        """
        known = dict(line.split(" ", 1) for line in self._lines.read())
        keys = [_digest(whole(item)) for item in items]
        missing = [item for key, item in zip(keys, items, strict=True) if key not in known]
        fresh = mapper.over(function, missing)
        kept: dict[str, str] = {}
        for key in keys:
            line = known.get(key)
            if line is None:
                result = next(fresh)
                line = json.dumps(self._pack(result), ensure_ascii=False)
            else:
                result = self._unpack(json.loads(line))
            kept[key] = line
            yield result
        if missing or len(kept) < len(known):
            self._lines.write(f"{key} {line}" for key, line in kept.items())


def _digest(value: str) -> str:
    """Return the digest of a text."""
    return _begun(value.encode("utf-8", "surrogatepass")).hexdigest()


def _begun(data: bytes) -> "hashlib.blake2b":
    """Return a digest that more can be added to."""
    return hashlib.blake2b(data, digest_size=16)
