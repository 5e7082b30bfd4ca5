"""What this process found out in its last build, for the next one, here or in another process."""

from collections.abc import Callable, Mapping
from functools import cache, wraps
from itertools import count
from typing import Any, Generic, Protocol, TypeVar, TypeVarTuple, Unpack

from sitegen.jobs import HELD

A = TypeVarTuple("A")
B = TypeVar("B")

_MOST = 1 << 16
"""So many results of one function are held at most."""

_FEW = 8
"""A build that asks for less than such a part of what is held was spared most questions."""

LARGEST = HELD
"""What is found out of a library of more papers is not held as a whole: it fills much memory."""


class _Holder(Protocol):
    """Holds something from build to build."""

    def turn(self, *, holds: bool) -> None:
        """Begin a build."""

    def forget(self) -> None:
        """Hold nothing any more."""

    def told(self) -> Any:  # noqa: ANN401 - each holds something else
        """Return what is held, for another process."""

    def tell(self, value: Any) -> None:  # noqa: ANN401
        """Hold what another process held."""


class _Results:
    """What a function told, by what it was given.

    Attributes:
        last: In the build before.
        now: In this one; None where nothing is held.
    """

    def __init__(self, name: str) -> None:
        self.last: dict[tuple[Any, ...], Any] = {}
        self.now: dict[tuple[Any, ...], Any] | None = None
        _add(self, name)

    def turn(self, *, holds: bool) -> None:
        """Begin a build; what the last one did not ask for is forgotten, if it asked for much."""
        self.last = self.told()
        self.now = {} if holds else None

    def _is_full(self, now: dict[tuple[Any, ...], Any]) -> bool:
        """Tell whether there is no room for more than what was asked now."""
        return len(self.last) + len(now) > _MOST

    def forget(self) -> None:
        """Hold nothing any more."""
        self.last, self.now = {}, None

    def told(self) -> dict[tuple[Any, ...], Any]:
        """Return what is held, without what was not asked for if much was."""
        now = self.now
        if now is not None and (_FEW * len(now) >= len(self.last) or self._is_full(now)):
            return now
        return self.last | (now or {})

    def tell(self, value: Mapping[tuple[Any, ...], Any]) -> None:
        """Hold results as those of the last build."""
        self.last = {**value}


class _Same(_Results):
    """What a function told, by which very values it was given; with these values."""

    def tell(self, value: Mapping[tuple[Any, ...], Any]) -> None:
        """Hold results as those of the last build: their values are others in this process."""
        self.last = {tuple(map(id, given)): (found, given) for found, given in value.values()}


class Last(Generic[B]):
    """What one stage found out last, with what it found that from.

    Who recalls it compares that with what there is now, since the build before this may have
    failed on its way, and works on the difference alone.

    Args:
        name: What it is called in the file from which the next process goes on, such as the name
            of the module; where it has none, only this process holds it.

    Attributes:
        holds: Whether anything is held in this build.
    """

    def __init__(self, name: str = "") -> None:
        self._value: B | None = None
        self.holds = False
        _add(self, name)

    def recalled(self) -> B | None:
        """Return what was held last, if anything is."""
        return self._value

    def hold(self, value: B, papers: int = 0) -> None:
        """Hold what was found, of so many papers, if anything is held, instead of what was."""
        self._value = value if self.holds and papers <= LARGEST else None

    def turn(self, *, holds: bool) -> None:
        """Begin a build; what is held stays until there is other."""
        self.holds = holds
        if not holds:
            self._value = None

    def forget(self) -> None:
        """Hold nothing any more."""
        self._value, self.holds = None, False

    def told(self) -> B | None:
        """Return what is held."""
        return self._value

    def tell(self, value: B | None) -> None:
        """Hold what another process held."""
        self._value = value


@cache
def _all() -> dict[str, _Holder]:
    """Return all that holds something, by its name and a number."""
    return {}


def _add(holder: _Holder, name: str) -> None:
    """Add what holds something, under its name and a number: several may have one name."""
    known = _all()
    names = (f"{name} {number}" for number in count(1))
    known[next(each for each in names if each not in known)] = holder


def named(function: Callable[..., Any]) -> str:
    """Return the name of a function, as of a holder of what it tells."""
    return f"{function.__module__}.{function.__qualname__}"


def remembered(
    function: Callable[[Unpack[A]], B], *, lasting: bool = True
) -> Callable[[Unpack[A]], B]:
    """Return a function that is called for what was not asked in the last build, nor in this one.

    Args:
        function: A pure one, of values that equal others only if it tells the same of them.
        lasting: Whether the process of the next build is told too.
    """
    held = _Results(named(function) if lasting else "")

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


def same(function: Callable[[Unpack[A]], B]) -> Callable[[Unpack[A]], B]:
    """Return what `remembered` does, but values are known by being the very same ones.

    That takes a microsecond whatever they hold. A result is held with what it was made from.

    Args:
        function: A pure one, of frozen values.
    """
    held = _Same(named(function))

    @wraps(function)
    def told(*given: *A) -> B:
        if held.now is None:
            return function(*given)
        key = tuple(map(id, given))
        found = held.now.get(key) or held.last.get(key)
        if found is None:
            found = function(*given), given
        if len(held.now) < _MOST:
            held.now[key] = found
        result: B = found[0]
        return result

    return told


def as_before(found: B, before: B | None) -> B:
    """Return what was found as the value that there was before, if it equals that."""
    return found if before is None or before != found else before


def turn(*, holds: bool) -> None:
    """Begin a build; what the last one did not ask for is forgotten, if it asked for much.

    Args:
        holds: Whether what this one asks for is held for the next.
    """
    for each in _all().values():
        each.turn(holds=holds)


def forget() -> None:
    """Hold nothing any more."""
    for each in _all().values():
        each.forget()


def nothing() -> bool:
    """Tell whether nothing is held."""
    return not any(each.told() for each in _all().values())


def told() -> dict[str, Any]:
    """Return what is held under a name, by it, for another process."""
    return {name: each.told() for name, each in _all().items() if not name.startswith(" ")}


def tell(values: Mapping[str, Any]) -> None:
    """Hold what another process held, before anything is asked of what was."""
    for name, each in _all().items():
        if name in values:
            each.tell(values[name])
