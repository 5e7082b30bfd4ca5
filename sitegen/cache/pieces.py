"""Values that a stage makes in great number: the last ones, with what each was made from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from sitegen.cache.again import LARGEST, Last, as_before, named
from sitegen.jobs.parcel import Parcel

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_NONE = object()


class _Made(Parcel, Generic[A, B, C], frozen=True):
    """What was made last.

    Attributes:
        common: What all of it was made from.
        names: What each is called.
        given: What each was made from besides.
        made: The values by their names.
    """

    common: A
    names: list[str]
    given: list[B]
    made: Mapping[str, C]


class Pieces(Generic[A, B, C]):
    """Values of one kind, each of them known by a name.

    Where builds hold what they found, a value whose makings equal the last ones is not made anew,
    and one that comes out as it was is the very same one: who works on it next sees at a glance
    that it stayed. To tell so of makings that stayed too takes a tenth of a microsecond.

    Args:
        make: Returns a value from what all are made from and what it alone is. A pure function of
            frozen values, of which equal ones lead to equal values.
        lasting: Whether the process of the next build is told too; to make them may take less.
    """

    def __init__(self, make: Callable[[A, B], C], *, lasting: bool = True) -> None:
        self._make = make
        self._last = Last[_Made[A, B, C]](named(make) if lasting else "")

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
        if not self._last.holds or papers > LARGEST:
            self._last.forget()
            return {name: make(common, each) for name, each in zip(names, given, strict=True)}
        last = self._last.recalled() or _Made[A, B, C](common, [], [], {})
        asked, makings = list(names), list(given)
        alike = last.common == common
        if alike and last.names == asked:  # as mostly: it takes a third of the time
            makings_then = zip(asked, last.given, makings, strict=True)
            moved = [(name, each) for name, old, each in makings_then if old != each]
            new = {name: as_before(make(common, each), last.made[name]) for name, each in moved}
            found = {**last.made, **new} if new else last.made
        else:
            known = dict(zip(last.names, last.given, strict=True)) if alike else {}
            found = self._found(common, known, last.made, zip(asked, makings, strict=True))
        self._last.hold(_Made(common, asked, makings, found), papers)
        return found

    def _found(
        self,
        common: A,
        known: Mapping[str, Any],
        made: Mapping[str, C],
        asked: Iterable[tuple[str, B]],
    ) -> dict[str, C]:
        """Return the values by their names: those that were made from what is asked for are known.

        Args:
            common: What all are made from.
            known: What each was made from that may stay.
            made: The last values.
            asked: What there is to be, and what it is made from.
        """
        return {
            name: made[name]
            if known.get(name, _NONE) == each
            else as_before(self._make(common, each), made.get(name))
            for name, each in asked
        }

    def one(self, common: A, given: B, papers: int) -> C:
        """Return the only value, where there is but one.

        Args:
            common: What it is made from.
            given: What it is made from besides.
            papers: How many papers the library has.
        """
        return self.of(common, [""], [given], papers)[""]


def differing(old: Mapping[str, A], new: Mapping[str, A]) -> Iterator[tuple[int, A]]:
    """Yield -1 with each value that is no more, and 1 with each that there was not.

    So a sum over `old` becomes the one over `new`, where order does not matter.
    """
    for name in _moved(old, new):
        if name in old:
            yield -1, old[name]
        if name in new:
            yield 1, new[name]


def _moved(old: Mapping[str, A], new: Mapping[str, A]) -> list[str]:
    """Return the names of the values that are in one of two mappings alone, or other ones."""
    if list(old) == list(new):
        pairs = zip(old, old.values(), new.values(), strict=True)
        return [name for name, was, now in pairs if was != now]
    gone = [name for name in old if name not in new]
    return gone + [name for name, now in new.items() if old.get(name, _NONE) != now]


class _Rows(Parcel, Generic[A], frozen=True):
    """What was looked up last: in what, by what names, and what there was."""

    values: Mapping[str, A]
    names: list[tuple[str, ...]]
    found: list[tuple[A | None, ...]]


class Rows(Generic[A]):
    """The values of many lists of names: those of a list that stays are the very same tuple.

    Args:
        name: As of `Last`.
    """

    def __init__(self, name: str = "") -> None:
        self._last = Last[_Rows[A]](name)

    def of(
        self, values: Mapping[str, A], names: list[tuple[str, ...]], papers: int
    ) -> list[tuple[A | None, ...]]:
        """Return for each list of names their values, None where there is none.

        Args:
            values: By names.
            names: The lists.
            papers: How many papers the library has.
        """
        last = self._last.recalled()
        if last is None or len(last.names) != len(names):
            found = [tuple(map(values.get, each)) for each in names]
        else:
            moved = set(_moved(last.values, values))
            found = [
                row if was == each and moved.isdisjoint(each) else tuple(map(values.get, each))
                for was, row, each in zip(last.names, last.found, names, strict=True)
            ]
        self._last.hold(_Rows(values, names, found), papers)
        return found
