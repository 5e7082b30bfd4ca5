"""Sorted rows cut into files of about one size, named by what they hold."""

import base64
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.search import fronts
from sitegen.search.fronts import BEYOND

MOST = 8_000
"""A shard has at most so many bytes, unless one row has more: a query loads one for each word."""

_REMEMBERED = 1 << 12
"""So many shards need not be made again where a process builds again."""


class Shard(Parcel, frozen=True):
    """One file of a sorted list.

    Attributes:
        start: Where it begins: after the last key before it, and at or before its own first.
        name: Names the file, by its content alone.
        value: What it holds.
    """

    start: str
    name: str
    value: object


Row = tuple[str, ...]


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
        name, held = _holding(value, tuple(group))
        yield Shard(_between(last, group[0][0]), name, held)
        last = group[-1][0]


@lru_cache(maxsize=_REMEMBERED)
def _holding(
    value: Callable[[Sequence[Row]], object], rows: tuple[Row, ...]
) -> tuple[str, object]:
    """Return the name and the value of the shard of some rows."""
    shard = named(value(rows))
    return shard.name, shard.value


def groups(rows: Iterable[Row], most: int) -> Iterator[list[Row]]:
    """Yield rows in groups of `most` bytes or fewer; a row that is larger has its own.

    A group ends behind a row whose key's hash says so: then one row more or less changes one
    group, not all that follow.
    """
    listed = [*rows]
    # How many bytes there are before each row, and one between two.
    before = [*accumulate([len("".join(row)) + 1 for row in listed], initial=0)]
    begin = 0
    while begin < len(listed):
        large = bisect_left(before, before[begin] + most // 2, begin + 1)
        full = bisect_right(before, before[begin] + most, begin + 1)
        ends = (at for at in range(large, full) if _ends(listed[at - 1][0]))
        end = next(ends, max(full - 1, begin + 1))
        yield listed[begin:end]
        begin = end


def _between(last: str, first: str) -> str:
    """Return the shortest beginning of `first` that comes after `last`, in whole characters."""
    return first[: fronts.shared(last, first) + 1] if last else ""


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
    return sorted(listed, key=_utf16_units if BEYOND.search("".join(listed)) else None)


def _utf16_units(key: str) -> str:
    """Return a key with two characters for each letter that takes two units."""
    return key if key.isascii() else BEYOND.sub(_pair, key)


def _pair(beyond: re.Match[str]) -> str:
    """Return the two units of a letter that takes so many."""
    high, low = divmod(ord(beyond[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
