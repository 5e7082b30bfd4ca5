"""Results that cost much, by what they were made from: the only writer of the cache folder."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from sitegen.errors import Problem, note
from sitegen.jobs import Mapper

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_packed = msgspec.msgpack.Encoder().encode
_json = msgspec.json.Encoder().encode

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

    def read(self) -> list[bytes]:
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
            if digest == _digest(body):
                return body.split(b"\n")[1:]
            self._say("is damaged: it is made anew")
        elif not head.startswith(b"sitegen "):
            self._say("is no cache that can be read: it is made anew")
        return []

    def write(self, lines: Iterable[bytes]) -> None:
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
                    data = b"\n" + line
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


def _itself(value: A) -> A:
    """Return a value as it is."""
    return value


@dataclass(frozen=True, slots=True)
class Cache(Generic[A, B]):
    """Results of one function, a line of JSON for each, which can't but be read.

    Attributes:
        lines: The file.
        function: Gives a result for each item of a chunk, from the item alone; other processes
            find it, as `jobs.Jobs.over` asks for.
        kind: The type that lines are read as, by `msgspec`.
        pack: Returns a result as a value of it.
        unpack: Returns the result that a value of it tells of.
    """

    lines: Lines
    function: Callable[[Sequence[A]], Sequence[B]]
    kind: Any
    pack: Callable[[B], Any] = _itself
    unpack: Callable[[Any], B] = _itself

    def over(self, mapper: Mapper, items: Sequence[A]) -> Iterator[B]:
        """Yield the results for `items`, in order; for new ones alone the function is called.

        What is no longer asked for is forgotten, so the file grows no larger than the library.

        Args:
            mapper: What works on the new ones.
            items: Frozen values that `msgspec` packs; a result is known by all that one holds.
        """
        return (result for (result,) in _over(mapper, items, (self,)))


def together(
    mapper: Mapper, items: Sequence[A], first: Cache[A, B], second: Cache[A, C]
) -> Iterator[tuple[B, C]]:
    """Yield the results of two caches for `items`, as `Cache.over` does.

    What is new to both is worked on by one process: what the second function asks for, the first
    may have found out.
    """
    return ((one, other) for one, other in _over(mapper, items, (first, second)))


def _over(
    mapper: Mapper, items: Sequence[A], caches: Sequence[Cache[A, Any]]
) -> Iterator[Sequence[Any]]:
    """Yield the results of some caches for `items`."""
    keys = [_digest(_packed(item)) for item in items]
    asked = [_Asked(cache, keys) for cache in caches]
    missing = list(zip(*(each.missing for each in asked), strict=True))
    new = [(item, lacks) for item, lacks in zip(items, missing, strict=True) if any(lacks)]
    fresh = mapper.over(partial(_found, [cache.function for cache in caches]), new)
    for at, lacks in enumerate(missing):
        found = next(fresh) if any(lacks) else lacks
        yield [each.result(at, made) for each, made in zip(asked, found, strict=True)]
    for each in asked:
        each.keep()


def _found(
    functions: Sequence[Callable[[Sequence[A]], Sequence[Any]]],
    items: Sequence[tuple[A, Sequence[bool]]],
) -> list[tuple[Any, ...]]:
    """Return what each function gives for each item that lacks it, None for the others."""
    columns = []
    for at, function in enumerate(functions):
        made = iter(function([item for item, lacks in items if lacks[at]]))
        columns.append([next(made) if lacks[at] else None for _, lacks in items])
    return list(zip(*columns, strict=True))


class _Asked(Generic[A, B]):
    """What a cache is asked for at once, by the digests of the items.

    Attributes:
        missing: Of each item, whether nothing is known of it.
    """

    def __init__(self, cache: Cache[A, B], keys: Sequence[bytes]) -> None:
        known = dict(line.split(b" ", 1) for line in cache.lines.read())
        self._cache = cache
        self._decode = msgspec.json.Decoder(cache.kind).decode
        self._keys = keys
        self._lines = [known.get(key, b"") for key in keys]
        self.missing = [not line for line in self._lines]
        self._changed = any(self.missing) or len(known) > len(set(keys))

    def result(self, at: int, made: B) -> B:
        """Return the result for an item: what is known of it, else what was `made`."""
        if self.missing[at]:
            self._lines[at] = _json(self._cache.pack(made))
            return made
        return self._cache.unpack(self._decode(self._lines[at]))

    def keep(self) -> None:
        """Write what was asked for, where that is not what the file holds."""
        if self._changed:
            kept = dict(zip(self._keys, self._lines, strict=True))
            self._cache.lines.write(b"%b %b" % each for each in kept.items())


def _digest(data: bytes) -> bytes:
    """Return the digest of bytes, as digits."""
    return _begun(data).hexdigest().encode()


_begun = partial(hashlib.blake2b, digest_size=16)
"""Returns a digest that more can be added to."""
