"""Values that a stage makes in great number: the last ones, with what each was made from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from sitegen.cache.again import LARGEST, Last
from sitegen.jobs.parcel import Parcel

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_NONE = object()


class _Made(Parcel, Generic[A, B, C], frozen=True):
    """What was made last, by its names.

    Attributes:
        common: What all of it was made from.
        given: What each was made from besides.
        made: The values.
    """

    common: A
    given: Mapping[str, B]
    made: Mapping[str, C]


class Pieces(Generic[A, B, C]):
    """Values of one kind, each of them known by a name.

    Where builds hold what they found, a value whose makings equal the last ones is not made anew,
    and one that comes out as it was is the very same one: who works on it next sees at a glance
    that it stayed. To tell so of makings that stayed too takes a tenth of a microsecond.

    Args:
        make: Returns a value from what all are made from and what it alone is. A pure function of
            frozen values, of which equal ones lead to equal values.
    """

    def __init__(self, make: Callable[[A, B], C]) -> None:
        self._make = make
        self._last = Last[_Made[A, B, C]]()

    def of(
        self, common: A, names: Iterable[str], given: Iterable[B], papers: int
    ) -> Mapping[str, C]:
        """Return the values by their names, in order; nobody may change what is returned.

        Args:
            common: What all are made from.
            names: What they are called, each another name.
            given: What each is made from besides, in the order of the names.
            papers: How many papers the library has.
        """
        make = self._make
        now = zip(names, given, strict=True)
        if not self._last.holds or papers > LARGEST:
            self._last.forget()
            return {name: make(common, each) for name, each in now}
        last = self._last.recalled() or _Made[A, B, C](common, {}, {})
        asked = dict(now)
        found = self._made(last, common, asked)
        self._last.hold(_Made(common, asked, found), papers)
        return found

    def _made(self, last: _Made[A, B, C], common: A, asked: Mapping[str, B]) -> Mapping[str, C]:
        """Return the values by their names, those of the last ones that stay, and others anew."""
        make, made = self._make, last.made
        alike = last.common == common
        known: Mapping[str, Any] = last.given if alike else {}
        if alike and list(known) == list(asked):  # as mostly: it takes a third of the time
            pairs = zip(asked, known.values(), asked.values(), strict=True)
            moved = [name for name, old, new in pairs if old != new]
            new = {name: _same(made[name], make(common, asked[name])) for name in moved}
            return {**made, **new} if new else made
        return {
            name: made[name]
            if known.get(name, _NONE) == each
            else _same(made.get(name, _NONE), make(common, each))
            for name, each in asked.items()
        }

    def one(self, common: A, given: B, papers: int) -> C:
        """Return the only value, where there is but one."""
        return self.of(common, [""], [given], papers)[""]


def _same(old: object, new: C) -> C:
    """Return a value, the old one where that equals it."""
    same: Any = old
    return same if old == new else new


def differing(old: Mapping[str, A], new: Mapping[str, A]) -> Iterator[tuple[int, A]]:
    """Yield -1 with each value that is no more, and 1 with each that there was not.

    So a sum over `old` becomes the one over `new`, where order does not matter.
    """
    if old == new:
        return
    for name, value in old.items():
        if new.get(name, _NONE) != value:
            yield -1, value
    for name, value in new.items():
        if old.get(name, _NONE) != value:
            yield 1, value
