"""Sorted rows cut into files of about one size, named by what they hold."""

import base64
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.search import fronts
from sitegen.search.fronts import BEYOND

MOST = 8_000
"""A shard has at most so many bytes, unless one row has more: a query loads one for each word."""

Row = tuple[str, ...]


class Shard(Parcel, frozen=True):
    """One file of a sorted list.

    Attributes:
        start: Where it begins: after the last key before it, and at or before its own first.
        name: Names the file, by its content alone.
        value: What it holds.
        rows: What that is made from, where it can be brought up to date.
    """

    start: str
    name: str
    value: object
    rows: tuple[Row, ...] = ()


class Rows:
    """Some rows that follow one another, to be put into groups of `most` bytes or fewer.

    A group ends behind a row whose key's hash says so: then one row more or less changes one
    group, not all that follow. A row that is larger than a group has its own.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._rows: list[Row] = []
        # How many bytes there are before each row, and one between two.
        self._before = [0]

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, rows: Iterable[Row]) -> None:
        """Add the rows that follow."""
        listed = [*rows]
        self._rows += listed
        sizes = [len("".join(row)) + 1 for row in listed]
        self._before += islice(accumulate(sizes, initial=self._before[-1]), 1, None)

    def enough(self, begin: int) -> bool:
        """Tell whether no row to come can be in the group that begins there."""
        return self._before[-1] > self._before[begin] + self._most

    def group(self, begin: int) -> tuple[Row, ...]:
        """Return the group that begins at a place, where there are `enough` rows or no more."""
        before = self._before
        large = bisect_left(before, before[begin] + self._most // 2, begin + 1)
        full = bisect_right(before, before[begin] + self._most, begin + 1)
        ends = (at for at in range(large, full) if _ends(self._rows[at - 1][0]))
        end = next(ends, max(full - 1, begin + 1))
        return tuple(self._rows[begin:end])


def cut(
    rows: Iterable[Row], value: Callable[[Sequence[Row]], object], most: int = MOST
) -> Iterator[Shard]:
    """Yield the shards of rows, which are sorted by their first part.

    Args:
        rows: A key, and what else stands in the row.
        value: What a file holds of some rows, as JSON.
        most: So many bytes are in a shard, unless one row has more.
    """
    last = ""
    for group in groups(rows, most):
        yield shard(last, group, value)
        last = group[-1][0]


def shard(last: str, rows: tuple[Row, ...], value: Callable[[Sequence[Row]], object]) -> Shard:
    """Return the shard of some rows; `last` is the key before them, if any."""
    held = value(rows)
    return Shard(start(last, rows), named(held).name, held, rows)


def start(last: str, rows: Sequence[Row]) -> str:
    """Return the shortest beginning of the first key that comes after `last`, if there is one.

    It is in whole characters.
    """
    first = rows[0][0]
    return first[: fronts.shared(last, first) + 1] if last else ""


def groups(rows: Iterable[Row], most: int) -> Iterator[tuple[Row, ...]]:
    """Yield rows in groups, as `Rows` puts them."""
    listed = Rows(most)
    listed.add(rows)
    begin = 0
    while begin < len(listed):
        found = listed.group(begin)
        yield found
        begin += len(found)


def _ends(key: str) -> bool:
    """Tell whether a group that is large enough ends behind this key: one in 32."""
    return int(text.digest(key, 1), 16) < 8


def named(value: object, start: str = "") -> Shard:
    """Return what a file holds with its name."""
    digest = hashlib.blake2b(repr(value).encode("utf-8", "replace"), digest_size=5).digest()
    return Shard(start, base64.b32encode(digest).decode().lower(), value)


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys as JavaScript sorts them: by their UTF-16 units."""
    listed = [*keys]
    # Only letters that take two units stand elsewhere than Python puts them.
    return sorted(listed, key=utf16_units if BEYOND.search("".join(listed)) else None)


def utf16_units(key: str) -> str:
    """Return a key with two characters for each letter that takes two units."""
    return key if key.isascii() else BEYOND.sub(_pair, key)


def _pair(beyond: re.Match[str]) -> str:
    """Return the two units of a letter that takes so many."""
    high, low = divmod(ord(beyond[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
