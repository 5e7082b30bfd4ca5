"""Sorted rows cut into files of about one size, named by what they hold."""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen import text

_SMALL, _LARGE = 12_000, 16_000
_MANY = 1 << 15
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_SHARED = len(_LETTERS) - 1


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of a sorted list.

    Attributes:
        first: The first of its keys.
        name: Names the file, by its content alone.
        value: What it holds.
    """

    first: str
    name: str
    value: object


Row = tuple[str, ...]


def size(papers: int) -> int:
    """Return what a shard of a library of so many papers holds about, in bytes.

    A query loads one for each word, and the table of all: the more there are, the larger it is.
    """
    return _SMALL if papers < _MANY else _LARGE


def cut(
    rows: Iterable[Row], value: Callable[[Sequence[Row]], object], most: int
) -> Iterator[Shard]:
    """Yield the shards of rows, which are sorted by their first part.

    A shard ends behind a row whose key's hash says so: then one row more or less changes one
    shard, not all that follow.

    Args:
        rows: A key, and what else stands in the row.
        value: What a file holds of some rows, as JSON.
        most: About so many bytes are in a shard.
    """
    held: list[Row] = []
    bulk = 0
    for row in rows:
        held.append(row)
        bulk += sum(map(len, row)) + 1
        if bulk >= most or (bulk >= most // 2 and _ends(row[0])):
            yield _shard(held, value(held))
            held, bulk = [], 0
    if held:
        yield _shard(held, value(held))


def _ends(key: str) -> bool:
    """Tell whether a shard that is large enough ends behind this key: one in 32."""
    return int(text.digest(key, 1), 16) < 8


def _shard(rows: Sequence[Row], value: object) -> Shard:
    """Return some rows as a shard."""
    return named(value, rows[0][0])


def named(value: object, first: str = "") -> Shard:
    """Return what a file holds with its name."""
    digest = hashlib.blake2b(repr(value).encode("utf-8", "replace"), digest_size=5).digest()
    return Shard(first, base64.b32encode(digest).decode().lower(), value)


def utf16_units(term: str) -> bytes:
    """Return the sort key under which JavaScript orders strings."""
    return term.encode("utf-16-be", "surrogatepass")


def front_coded(words: Iterable[str]) -> list[str]:
    """Return words, each without what it shares with the one before: a letter tells how much."""
    coded = []
    before = ""
    for word in words:
        shared = _shared(before, word)
        coded.append(_LETTERS[shared] + word[shared:])
        before = word
    return coded


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike, of those that one letter can tell."""
    shared = 0
    for own, its in zip(one, other, strict=False):
        # Where a letter takes two UTF-16 units, places differ from JavaScript's.
        if own != its or shared == _MOST_SHARED or own > "\uffff":
            break
        shared += 1
    return shared
