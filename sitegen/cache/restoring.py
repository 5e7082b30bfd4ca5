"""Values in a file that nobody may slip an order into: what is read is values of known classes."""

import pickle
import re
from collections.abc import Callable
from dataclasses import is_dataclass
from operator import methodcaller
from typing import IO, TYPE_CHECKING, Any

import msgspec

from sitegen.jobs.parcel import Memo

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_PROTOCOL = 5
_OWN = "sitegen."
_PLAIN = (msgspec.Struct, tuple, Memo)
"""What the classes of sitegen's values are: to make one does nothing but that."""

_OTHERS = {
    "collections": {"Counter"},
    "pathlib": {"PosixPath", "WindowsPath"},
    "pathlib._local": {"PosixPath", "WindowsPath"},
}
"""Others' classes of values."""

_NUMBERS = re.compile(r"[<>|][biuf][1248]")
"""How numpy calls a kind of numbers: of anything else, arrays hold addresses in the memory."""

_usual: Callable[[object], Any] = methodcaller("__reduce_ex__", _PROTOCOL)


def _numbers(kind: str, shape: tuple[int, ...], data: bytes | bytearray) -> object:
    """Return an array of numbers.

    Args:
        kind: What numpy calls that kind of numbers.
        shape: How many they are each way.
        data: What they fill of the memory.

    Raises:
        ValueError: Where it would be one of something else.
    """
    # Whoever reads or writes an array has it imported already; it takes long.
    import numpy as np  # noqa: PLC0415

    if not _NUMBERS.fullmatch(kind):
        raise ValueError(kind)
    return np.frombuffer(data, kind).reshape(shape)


def _of_array(array: Any) -> tuple[object, ...]:  # noqa: ANN401 - numpy takes long to import
    """Return what makes an array, which can be written to where this one can."""
    data = bytearray(array.tobytes()) if array.flags.writeable else array.tobytes()
    return _numbers, (array.dtype.str, array.shape, data)


def _of_tuple(value: tuple[object, ...]) -> tuple[object, ...]:
    """Return what makes a tuple with names: its class is called, and can't be anything else."""
    return type(value), tuple(value)


class _Ways(dict[type, Callable[[Any], Any]]):
    """By classes, what tells how their values are made."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, type):  # a class goes by its name
            raise KeyError(kind)
        way = _of_tuple if issubclass(kind, tuple) else _usual
        if (kind.__module__, kind.__name__) == ("numpy", "ndarray"):
            way = _of_array
        self[kind] = way
        return way


def write(value: object, file: "SupportsWrite[bytes]") -> None:
    """Write a value of which `restored` returns the like."""
    pickler = pickle.Pickler(file, _PROTOCOL)
    pickler.dispatch_table = _Ways()
    pickler.dump(value)


def _maker(found: Any) -> Any:  # noqa: ANN401 - a class or a function
    """Return what makes values of a class, in which a pickle can change nothing.

    A pickle may give a state to all that it names, and a class would take that for attributes of
    its own. What calls the class takes none. Values with a ``__setstate__`` are made without a
    call, so their class itself is returned: a state that is meant for it goes to that method,
    which fails without a value.
    """
    return found if hasattr(found, "__setstate__") else type(found).__call__.__get__(found)


def _is_plain(found: object) -> bool:
    """Tell whether what a module calls by a name is the class of mere values."""
    is_own = isinstance(found, type) and (is_dataclass(found) or issubclass(found, _PLAIN))
    return is_own or found is _numbers


class _Unpickler(pickle.Unpickler):
    """Reads values of known classes.

    A pickle can name any function there is, and have it called; one in a folder that somebody was
    sent must not.
    """

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as it is inherited
        """Return what makes the values that a pickle names.

        Raises:
            UnpicklingError: Where that is no value's class.
        """
        if name in _OTHERS.get(module, ()):
            return _maker(super().find_class(module, name))
        if module.startswith(_OWN) and "." not in name:
            found = super().find_class(module, name)
            if _is_plain(found) and found.__module__ == module:
                return _maker(found)
        raise pickle.UnpicklingError(f"{module}.{name}")


def restored(file: IO[bytes]) -> object:
    """Return the value that a pickle in `file` tells, None where it tells none that is known."""
    try:
        return _Unpickler(file).load()
    # What a file that is whole, and no such pickle, leads to is anything.
    except Exception:  # noqa: BLE001
        return None
