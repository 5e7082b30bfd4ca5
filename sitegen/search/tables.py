"""Which shard holds a key: where shards begin, what they are called; in parts if they are many."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.search import fronts
from sitegen.search.shards import Row, Shard, groups, named

_MANY = 1500
"""A table of more shards is in parts itself: a query then loads those of its words alone, one step
later. The tables of words have far fewer shards than that of terms, and so mostly none."""

_PART = 1000
"""A part of a table has at most so many bytes."""

Table = tuple[str, str, int]


def packed(lists: Mapping[str, Sequence[Shard]]) -> tuple[dict[str, Table], list[Shard]]:
    """Return the table of each list of shards, and the parts that are files of their own.

    A table is where shards begin, what they are called, and 1 if they are not the shards
    themselves, but parts of their table.
    """
    roots: dict[str, Table] = {}
    parts: list[Shard] = []
    for name, shards in lists.items():
        rows = _rows(shards)
        if len(rows) <= _MANY:
            roots[name] = (*_value(rows), 0)
            continue
        # A part begins where its first shard does: the key before can't be told from the table.
        own = [named(_value(group), group[0][0]) for group in groups(rows, _PART)]
        roots[name] = (*_value(_rows(own)), 1)
        parts += own
    return roots, parts


def _rows(shards: Iterable[Shard]) -> list[Row]:
    """Return where shards begin, each with its name."""
    return [(shard.start, shard.name) for shard in shards]


def _value(rows: Sequence[Row]) -> tuple[str, str]:
    """Return where shards begin, and their names."""
    return " ".join(fronts.coded(start for start, _ in rows)), "".join(name for _, name in rows)
