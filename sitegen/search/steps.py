"""Figures in coarse steps, so that a small edit of one paper leaves what follows from them."""

from functools import lru_cache

LEVELS = 256
"""Lengths have so many steps at most."""

_LENGTHS = 8


def stepped(value: float, steps: int) -> float:
    """Return `value` rounded down to one of so many steps between a power of two and the next.

    Exact on every machine: a step is a whole number times a power of two. What is smaller than
    twice `steps` keeps its whole part.

    Args:
        value: Not negative.
        steps: A power of two.
    """
    size = 1
    while value >= 2 * steps * size:
        size *= 2
    return float(int(value // size) * size)


@lru_cache(maxsize=1 << 12)
def level(length: int) -> int:
    """Return the number of the step that a field's length is on, one of eight to the double."""
    doublings = 0
    while length >= 2 * _LENGTHS << doublings:
        doublings += 1
    return min((length >> doublings) + _LENGTHS * doublings, LEVELS - 1)


def length(level: int) -> int:
    """Return the shortest length that is on a step."""
    doublings = max(level // _LENGTHS - 1, 0)
    return (level - _LENGTHS * doublings) << doublings
