"""Which shard holds a key: where shards begin and their names, in parts where they are many."""

from collections.abc import Sequence

from sitegen.search.shards import Row, Shard, front_coded, groups, named

_MANY = 1024
"""A table of more shards is a table of its parts: a query then loads those of its words alone."""

_PART = 1000
"""A part of a table has at most so many bytes."""

Table = tuple[str, str, int]


def table(shards: Sequence[Shard]) -> tuple[Table, list[Shard]]:
    """Return the table of sorted shards, and the parts that are files of their own.

    A table is where shards begin, what they are called, and 1 if they are not the shards
    themselves, but parts of their table.
    """
    rows = [(shard.start, shard.name) for shard in shards]
    if len(rows) <= _MANY:
        return (*_value(rows), 0), []
    # A part begins where its first shard does: the key before that can't be told from the table.
    parts = [named(_value(group), group[0][0]) for group in groups(rows, _PART)]
    return (*_value([(part.start, part.name) for part in parts]), 1), parts


def _value(rows: Sequence[Row]) -> tuple[str, str]:
    """Return where shards begin, and their names."""
    return " ".join(front_coded(start for start, _ in rows)), "".join(name for _, name in rows)
