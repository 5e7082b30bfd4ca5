"""Which shard holds a key: where shards begin, what they are called; in parts if they are many."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sitegen.search.shards import Row, Shard, front_coded, groups, named

_MANY = 1500
"""Tables of more shards are in parts themselves: a query then loads those of its words alone."""

_PART = 1000
"""A part of a table has at most so many bytes."""

Table = tuple[str, str, int]


def packed(lists: Mapping[str, Sequence[Shard]]) -> tuple[dict[str, Table], list[Shard]]:
    """Return the table of each list of shards, and the parts that are files of their own.

    A table is where shards begin, what they are called, and 1 if they are not the shards
    themselves, but parts of their table.
    """
    rows = {name: _rows(shards) for name, shards in lists.items()}
    if sum(map(len, rows.values())) <= _MANY:
        return {name: (*_value(each), 0) for name, each in rows.items()}, []
    # A part begins where its first shard does: the key before that can't be told from the table.
    parts = {
        name: [named(_value(group), group[0][0]) for group in groups(each, _PART)]
        for name, each in rows.items()
    }
    roots = {name: (*_value(_rows(each)), 1) for name, each in parts.items()}
    return roots, list(chain(*parts.values()))


def _rows(shards: Iterable[Shard]) -> list[Row]:
    """Return where shards begin, each with its name."""
    return [(shard.start, shard.name) for shard in shards]


def _value(rows: Sequence[Row]) -> tuple[str, str]:
    """Return where shards begin, and their names."""
    return " ".join(front_coded(start for start, _ in rows)), "".join(name for _, name in rows)
