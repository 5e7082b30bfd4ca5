"""A sorted list in shards of which those alone are cut anew that a change of rows can reach."""

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

from sitegen.search.shards import MOST, Row, Rows, Shard, in_order, shard, start, utf16_units

Changes = Mapping[str, Row | None]
"""The rows that are new or other ones, by their keys; None for one that is no more."""


def brought(
    last: Sequence[Shard],
    changes: Changes,
    value: Callable[[Sequence[Row]], object],
    most: int = MOST,
) -> list[Shard]:
    """Return the shards of a list after some of its rows changed: those that `cut` would give.

    Args:
        last: The shards before.
        changes: What is to change.
        value: What a file holds of some rows, as JSON.
        most: So many bytes are in a shard, unless one row has more.
    """
    known = {each.rows[0]: each for each in last}
    found: list[Shard] = []
    before = ""
    for rows in _Groups(last, changes, most).found():
        same = known.get(rows[0])
        if same is None or not (same.rows is rows or same.rows == rows):
            found.append(shard(before, rows, value))
        elif same.start == (begin := start(before, rows)):
            found.append(same)
        else:
            found.append(Shard(begin, same.name, same.value, rows))
        before = rows[-1][0]
    return found


class _Groups:
    """The rows of each shard, before and after some changed.

    Where a group ends depends on its rows and on the one behind them alone. So from the first that
    a change reaches on they are found anew, until one begins where one of the last did.
    """

    def __init__(self, last: Sequence[Shard], changes: Changes, most: int) -> None:
        self._last = [each.rows for each in last] or [()]
        self._most = most
        self._changes = self._reached(changes)

    def _reached(self, changes: Changes) -> dict[int, dict[str, Row | None]]:
        """Return the changes in each of the last groups that one reaches, by its place."""
        if len(self._last) == 1:  # as where all is new: nothing is to be looked for
            return {0: {**changes}} if changes else {}
        starts = [utf16_units(rows[0][0]) if rows else "" for rows in self._last]
        found: dict[int, dict[str, Row | None]] = {}
        for key, row in changes.items():
            units = utf16_units(key)
            at = max(bisect_right(starts, units) - 1, 0)
            found.setdefault(at, {})[key] = row
            if at and units == starts[at]:
                found.setdefault(at - 1, {})
        return found

    def found(self) -> Iterator[tuple[Row, ...]]:
        """Yield the rows of each shard; those of one that stays are the very same."""
        at = 0
        while at < len(self._last):
            if at in self._changes:
                at = yield from self._anew(at)
            else:
                if self._last[at]:
                    yield self._last[at]
                at += 1

    def _anew(self, at: int) -> Generator[tuple[Row, ...], None, int]:
        """Yield the groups from one that a change reaches on; return which of the last is next."""
        rows = Rows(self._most)
        begin = 0
        begins: dict[int, int] = {}  # where one of the last groups does, and which
        while True:
            while at < len(self._last) and (begin == len(rows) or not rows.enough(begin)):
                begins[len(rows)] = at
                rows.add(self._changed(at))
                at += 1
            if begin in begins and begins[begin] not in self._changes:
                return begins[begin]
            if begin == len(rows):
                return at
            group = rows.group(begin)
            yield group
            begin += len(group)

    def _changed(self, at: int) -> Iterable[Row]:
        """Return the rows of one of the last groups with its changes."""
        own = self._changes.get(at)
        if not own:
            return self._last[at]
        rows = {row[0]: row for row in self._last[at]}
        kept = {key: row for key, row in {**rows, **own}.items() if row is not None}
        return map(kept.__getitem__, in_order(kept))
