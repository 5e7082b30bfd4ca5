"""Results that cost much, by what they were made from: the only writer of the cache folder."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import msgspec

from sitegen.cache.again import remembered
from sitegen.cache.lines import FOLDER, Folder, Lines, digest
from sitegen.jobs import Mapper
from sitegen.jobs.parcel import as_json, packed

__all__ = ["FOLDER", "Cache", "Folder", "Lines", "digest", "together"]

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


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
    keys = [_key(item) for item in items]
    asked = [_Asked(cache, keys) for cache in caches]
    missing = list(zip(*(each.missing for each in asked), strict=True))
    new = [(item, lacks) for item, lacks in zip(items, missing, strict=True) if any(lacks)]
    fresh = mapper.over(partial(_found, [cache.function for cache in caches]), new)
    for at, lacks in enumerate(missing):
        found = next(fresh) if any(lacks) else lacks
        yield [each.result(at, made) for each, made in zip(asked, found, strict=True)]
    for each in asked:
        each.keep()


@remembered
def _key(item: Hashable) -> bytes:
    """Return what the results for an item are known by."""
    return digest(packed(item))


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


class _Known(Generic[B]):
    """What is known by the digests of items.

    Attributes:
        lines: A line for each.
        results: What those lines tell that were read, if that is held at all.
    """

    def __init__(self, lines: Mapping[bytes, bytes], results: dict[bytes, B]) -> None:
        self.lines = lines
        self.results = results


def _known(lines: Sequence[bytes]) -> _Known[Any]:
    """Return what the lines of a file tell."""
    return _Known(dict(line.split(b" ", 1) for line in lines), {})


class _Asked(Generic[A, B]):
    """What a cache is asked for at once, by the digests of the items.

    Attributes:
        missing: Of each item, whether nothing is known of it.
    """

    def __init__(self, cache: Cache[A, B], keys: Sequence[bytes]) -> None:
        known: _Known[B] = cache.lines.recalled(_known)
        self._cache = cache
        self._decode = msgspec.json.Decoder(cache.kind).decode
        self._keys = keys
        self._lines = [known.lines.get(key, b"") for key in keys]
        self._results = known.results
        self.missing = [not line for line in self._lines]
        lost = any(self.missing) or (bool(keys) and not cache.lines.there)
        self._changed = lost or len(known.lines) > len(set(keys))

    def result(self, at: int, made: B) -> B:
        """Return the result for an item: what is known of it, else what was `made`."""
        key = self._keys[at]
        if self.missing[at]:
            self._lines[at] = as_json(self._cache.pack(made))
            found = made
        elif key in self._results:
            return self._results[key]
        else:
            found = self._cache.unpack(self._decode(self._lines[at]))
        if self._cache.lines.holds:
            self._results[key] = found
        return found

    def keep(self) -> None:
        """Write what was asked for, where that is not what the file holds."""
        if self._changed:
            lines = dict(zip(self._keys, self._lines, strict=True))
            results = {key: self._results[key] for key in lines if key in self._results}
            told = (b"%b %b" % each for each in lines.items())
            self._cache.lines.keep(_Known(lines, results), told)
