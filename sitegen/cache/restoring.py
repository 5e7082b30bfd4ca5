"""Values out of a file that nobody may slip an order into: what is read is frozen values alone."""

import pickle
from dataclasses import is_dataclass
from typing import IO, Any

import msgspec

from sitegen.jobs.parcel import Memo

_OWN = "sitegen."
_PLAIN = (msgspec.Struct, tuple, Memo)
"""What the classes of sitegen's values are: to make one does nothing but that."""

_OTHERS = {
    "collections": {"Counter"},
    "pathlib": {"PosixPath", "WindowsPath"},
    "pathlib._local": {"PosixPath", "WindowsPath"},
    "numpy": {"dtype", "ndarray"},
    "numpy.core.multiarray": {"_reconstruct"},
    "numpy.core.numeric": {"_frombuffer"},
    "numpy._core.multiarray": {"_reconstruct"},
    "numpy._core.numeric": {"_frombuffer"},
}
"""Others' classes, and functions that make values of them."""


def _is_plain(found: object) -> bool:
    """Tell whether what a module calls by a name is the class of mere values."""
    return isinstance(found, type) and (is_dataclass(found) or issubclass(found, _PLAIN))


class _Unpickler(pickle.Unpickler):
    """Reads values of known classes.

    A pickle can name any function there is, and have it called; one in a folder that somebody was
    sent must not.
    """

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as it is inherited
        """Return what a pickle names.

        Raises:
            UnpicklingError: Where that is no value's class.
        """
        if name in _OTHERS.get(module, ()):
            return super().find_class(module, name)
        if module.startswith(_OWN) and "." not in name:
            found = super().find_class(module, name)
            if _is_plain(found) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def restored(file: IO[bytes]) -> object:
    """Return the value that a pickle in `file` tells, None where it tells none that is known."""
    try:
        return _Unpickler(file).load()
    # What a file that is whole, and no such pickle, leads to is anything.
    except Exception:  # noqa: BLE001
        return None
