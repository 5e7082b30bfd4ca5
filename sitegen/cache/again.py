"""Pure functions that tell again what they told in the last build of this process."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar, TypeVarTuple, Unpack

A = TypeVarTuple("A")
B = TypeVar("B")

_MOST = 1 << 16
"""So many results of one function are held at most."""


class _Results:
    """What a function told, by what it was given.

    Attributes:
        last: In the build before.
        now: In this one; None where nothing is held.
    """

    def __init__(self) -> None:
        self.last: dict[tuple[Any, ...], Any] = {}
        self.now: dict[tuple[Any, ...], Any] | None = None


@cache
def _all() -> list[_Results]:
    """Return the results of each function that remembers."""
    return []


def remembered(function: Callable[[Unpack[A]], B]) -> Callable[[Unpack[A]], B]:
    """Return a function that is called for what was not asked in the last build, nor in this one.

    Args:
        function: A pure one, of values that equal others only if it tells the same of them.
    """
    held = _Results()
    _all().append(held)

    @wraps(function)
    def told(*given: *A) -> B:
        if held.now is None:
            return function(*given)
        if given not in held.now:
            found = held.last[given] if given in held.last else function(*given)
            if len(held.now) >= _MOST:
                return found
            held.now[given] = found
        result: B = held.now[given]
        return result

    return told


def turn(*, holds: bool) -> None:
    """Begin a build; what the last one did not ask for is forgotten.

    Args:
        holds: Whether what this one asks for is held for the next.
    """
    for each in _all():
        if each.now is not None:
            each.last = each.now
        each.now = {} if holds else None


def forget() -> None:
    """Hold nothing any more."""
    for each in _all():
        each.last, each.now = {}, None
