"""Rows of any length, one after the other in one array."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
_FEW = 64


def bounds(lengths: NDArray[np.integer]) -> Ints:
    """Return where each row begins, and where the last one ends."""
    found = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def owners(lengths: NDArray[np.integer]) -> Ints:
    """Return the number of the row of each value."""
    return np.repeat(np.arange(len(lengths)), lengths)


def columns(lengths: NDArray[np.integer]) -> Ints:
    """Return which value of its row each value is."""
    starts = bounds(lengths)
    return np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)


def places(starts: Ints, lengths: NDArray[np.integer]) -> Ints:
    """Return where the values of some rows stand, which may be cut short."""
    return np.repeat(starts, lengths) + columns(lengths)


def taken(
    numbers: Ints, starts: Ints, columns: Sequence[NDArray[Any]]
) -> tuple[Ints, list[NDArray[Any]]]:
    """Return how long some rows are, and their values of each kind.

    Args:
        numbers: Which rows.
        starts: Where each row begins, and where the last ends.
        columns: The values of all rows, an array for each kind.
    """
    begin, end = starts[numbers], starts[numbers + 1]
    breaks = np.flatnonzero(np.diff(numbers) != 1)
    if len(breaks) * _FEW >= len(numbers):
        found = places(begin, end - begin)
        return end - begin, [column[found] for column in columns]
    # Where most follow one another, these are copied at once.
    first, last = begin[[0, *breaks + 1]].tolist(), end[[*breaks, -1]].tolist()
    parts = [*map(slice, first, last)]
    return end - begin, [np.concatenate([column[part] for part in parts]) for column in columns]


def sums(numbers: Ints, values: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Return the sum of the values of each row, given the number of the row of each.

    They are added one after the other, in their order: so sums are the same on every machine.
    """
    found: NDArray[Any] = np.bincount(numbers, weights=values, minlength=size)
    return found


def having(starts: Ints, wanted: Mask) -> Ints:
    """Return the number of the row of each value that is wanted."""
    return np.searchsorted(starts, np.flatnonzero(wanted), "right") - 1


def followed(former: Ints, other: Ints, size: int) -> Ints:
    """Return former places, where those of others come after all of the former, in order."""
    found = former.copy()
    found[other] = size + np.arange(len(other))
    return found


def batches(size: int, most: int) -> Iterator[Ints]:
    """Yield the numbers below a size, at most so many at once."""
    for start in range(0, size, most):
        yield np.arange(start, min(start + most, size))


def portions(sizes: Ints, most: int) -> list[Ints]:
    """Return the numbers of values in portions that sum to about so much, or hold one alone."""
    before = np.cumsum(sizes) - sizes
    return np.split(np.arange(len(sizes)), np.flatnonzero(np.diff(before // most)) + 1)
