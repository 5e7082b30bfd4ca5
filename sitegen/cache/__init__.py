"""Results that cost much, by what they were made from: the only writer of the cache folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from operator import is_not
from typing import Any, Generic, TypeVar

import msgspec

from sitegen.cache.folder import FOLDER, Folder
from sitegen.cache.lines import Lines, digest
from sitegen.jobs import Mapper
from sitegen.jobs.parcel import Memo, as_json, packed

__all__ = ["FOLDER", "Cache", "Folder", "Lines", "digest", "together"]

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_FEW = 100
"""Where the process holds what it knows, one line in so many may be another than in the file."""

_MANY = 8
"""Where one item in so many is another than in its place before, all are looked up."""


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
        Where this process holds what it knows, the very same items have the very same results.

        Args:
            mapper: What works on the new ones.
            items: Frozen values that `msgspec` packs; a result is known by all that one holds.
        """
        return iter(_over(mapper, items, (self,))[0])


def together(
    mapper: Mapper, items: Sequence[A], first: Cache[A, B], second: Cache[A, C]
) -> tuple[Sequence[B], Sequence[C]]:
    """Return the results of two caches for `items`, as `Cache.over` does.

    What is new to both is worked on by one process: what the second function asks for, the first
    may have found out.
    """
    found, others = _over(mapper, items, (first, second))
    return found, others


def _over(
    mapper: Mapper, items: Sequence[A], caches: Sequence[Cache[A, Any]]
) -> list[Sequence[Any]]:
    """Return the results of some caches for `items`, those of each by themselves."""
    known = [cache.lines.recalled(_known) for cache in caches]
    keys = _keys(items, max(known, key=lambda each: len(each.items)))
    pairs = zip(caches, known, strict=True)
    asked: list[_Asked[A, Any]] = [_Asked(cache, each, items, keys) for cache, each in pairs]
    lacking = sorted({at for each in asked for at in each.missing})
    new = [(items[at], [at in each.missing for each in asked]) for at in lacking]
    fresh = mapper.over(partial(_found, [cache.function for cache in caches]), new)
    for at, made in zip(lacking, fresh, strict=True):
        for each, result in zip(asked, made, strict=True):
            each.add(at, result)
    for each in asked:
        each.keep()
    return [each.results for each in asked]


def _keys(items: Sequence[A], known: "_Known[A, Any]") -> list[bytes]:
    """Return what the results for items are known by: a digest where it is not known already."""
    moved = known.moved(items)
    if moved is not None:
        keys = [*known.keys]
        for at in moved:
            keys[at] = digest(packed(items[at]))
        return keys
    by_id = dict(zip(map(id, known.items), known.keys, strict=True))
    return [by_id.get(id(item)) or digest(packed(item)) for item in items]


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


class _Known(Memo, Generic[A, B]):
    """What is known by the digests of items.

    Attributes:
        lines: A line for each.
        items: What was asked about last, if that is held at all.
        keys: The digest of each of these items.
        results: The result for each of them.
        waiting: How many lines are others than in the file.
    """

    def __init__(
        self,
        lines: Mapping[bytes, bytes],
        items: Sequence[A] = (),
        keys: Sequence[bytes] = (),
        results: Sequence[B] = (),
        waiting: int = 0,
    ) -> None:
        self.lines = lines
        self.items = items
        self.keys = keys
        self.results = results
        self.waiting = waiting

    def moved(self, items: Sequence[A]) -> list[int] | None:
        """Return the places of items that are not those that were asked about there.

        None where they are many, or more or fewer are asked about now.
        """
        if len(items) != len(self.items):
            return None
        others = map(is_not, items, self.items)
        places = [*compress(range(len(items)), others)]
        return places if len(places) * _MANY <= len(items) else None


def _known(lines: Sequence[bytes]) -> _Known[Any, Any]:
    """Return what the lines of a file tell."""
    return _Known(dict(line.split(b" ", 1) for line in lines))


class _Asked(Generic[A, B]):
    """What a cache is asked for at once, by the digests of the items.

    Attributes:
        results: What is known of each item, None where nothing is, until it is added.
        missing: The places of the items that nothing is known of.
    """

    def __init__(
        self, cache: Cache[A, B], known: _Known[A, B], items: Sequence[A], keys: Sequence[bytes]
    ) -> None:
        self._cache, self._known, self._items, self._keys = cache, known, items, keys
        self._added: dict[bytes, bytes] = {}
        self._moved = known.moved(items)
        self.results: list[Any] = [*known.results]
        by_key: Mapping[bytes, B] = {}
        if self._moved is None:
            by_key = dict(zip(known.keys, known.results, strict=True))
            self.results = [*map(by_key.get, keys)]
        self.missing: set[int] = set()
        decode = msgspec.json.Decoder(cache.kind).decode
        for at in range(len(items)) if self._moved is None else self._moved:
            if keys[at] in by_key:
                continue
            line = known.lines.get(keys[at])
            if line:
                self.results[at] = cache.unpack(decode(line))
            else:
                self.missing.add(at)

    def add(self, at: int, made: B) -> None:
        """Add the result for an item, where it was missing."""
        if at in self.missing:
            self.results[at] = made
            self._added[self._keys[at]] = as_json(self._cache.pack(made))

    def keep(self) -> None:
        """Write what was asked for, where that is not what the file holds, and hold it."""
        known, keys, lines = self._known, self._keys, self._cache.lines
        there = not keys or lines.there
        if there and self._moved == []:
            return
        gone = known.lines.keys() - set(keys)
        content = {**known.lines, **self._added}
        for key in gone:
            content.pop(key, None)
        changes = known.waiting + len(self._added) + len(gone)
        late = there and changes * _FEW <= len(keys)
        value = None
        if lines.holds:
            waiting = changes if late else 0
            value = _Known(content, tuple(self._items), keys, tuple(self.results), waiting)
            if late and lines.hold(value):
                return
        if changes or not there:
            lines.keep(value, (b"%b %b" % each for each in content.items()))
