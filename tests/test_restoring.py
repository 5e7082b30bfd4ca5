"""`cache.restoring`: what was written comes back, and no file has anything done or changed."""

import pickle
from collections import Counter
from io import BytesIO
from pathlib import Path, PosixPath

import msgspec
import numpy as np
import pytest

from crafted import Stranger
from sitegen import build, cache, pipeline
from sitegen.cache.restoring import restored, write
from sitegen.errors import warning
from sitegen.jobs.parcel import Memo, Parcel
from sitegen.model import Paper
from sitegen.plan import Key
from sitegen.search.weights import Weights, weights


def written(value: object) -> bytes:
    """Return what `write` writes."""
    file = BytesIO()
    write(value, file)
    return file.getvalue()


def named(module: str, name: str) -> bytes:
    """Return the part of a pickle that puts on its stack what a module calls by a name."""
    return text(module) + text(name) + b"\x93"


def text(value: str) -> bytes:
    """Return the part of a pickle that puts a text on its stack."""
    return b"\x8c" + bytes([len(value)]) + value.encode()


@pytest.mark.parametrize(
    "value",
    [
        Key("a", "b"),
        Counter("abba"),
        Path("a"),
        warning("here", "odd"),
        (1.5, frozenset({"a"}), {"b": [None, True]}),
    ],
)
def test_a_value_comes_back(value: object) -> None:
    found = restored(BytesIO(written(value)))
    assert found == value
    assert type(found) is type(value)


def test_what_was_shared_is() -> None:
    key = Key("a", "b")
    found = restored(BytesIO(written([key, {"b": key}, (key,)])))
    assert isinstance(found, list)
    assert found[0] is found[1]["b"]
    assert found[0] is found[2][0]


def test_weights_come_back_with_what_they_hold() -> None:
    made = weights([100, 1000], 10)
    shares = made.shares[0][1 << 40]
    found = restored(BytesIO(written(made)))
    assert isinstance(found, Weights)
    assert found == made
    assert dict(found.shares[0]) == {1 << 40: shares}
    assert found.shares[0][3 << 40] == made.shares[0][3 << 40]


@pytest.mark.parametrize("kind", ["<i8", "<u4", "|u1", "<f8", "|b1"])
def test_arrays_come_back(kind: str) -> None:
    for array in np.arange(6).astype(kind), np.zeros((2, 0), kind), np.eye(3).astype(kind).T[1:]:
        for may_write in True, False:
            array.flags.writeable = may_write
            found = restored(BytesIO(written(array)))
            assert isinstance(found, np.ndarray)
            assert found.dtype == array.dtype
            assert found.shape == array.shape
            assert found.tolist() == array.tolist()
            assert found.flags.writeable == may_write


@pytest.mark.parametrize("kind", ["O", "|O8", "V8", "<U2", "i8,O", "<M8", "<c16"])
def test_an_array_holds_no_addresses(kind: str) -> None:
    order = Stranger(cache.restoring._numbers, kind, (1,), bytes(16))  # noqa: SLF001
    assert restored(BytesIO(pickle.dumps(order))) is None


@pytest.mark.parametrize(
    "value",
    [
        Stranger(print, "x"),
        print,
        Stranger,
        cache.Folder,
        Stranger(cache.Folder, Path("harm"), "1"),
        pickle.loads,
        Stranger(getattr, "a", "b"),
        np.zeros(3),
        np.dtype("O"),
        pipeline.made,
        build,
    ],
)
def test_no_file_has_anything_called(value: object) -> None:
    try:
        content = pickle.dumps(value)
    except TypeError:  # a module
        content = b"\x80\x05" + named("sitegen", "build") + b"."
    assert restored(BytesIO(content)) is None


@pytest.mark.parametrize(
    "kind",
    [Counter, PosixPath, Paper, Key, Weights, cache._Known, cache.Cache],  # noqa: SLF001
)
@pytest.mark.parametrize("inside", [True, False])
def test_no_file_changes_a_class(kind: type, *, inside: bool) -> None:
    before = dict(vars(kind))
    state = b"}" + text("exists") + b"Ns" if inside else b"N}" + text("exists") + b"Ns\x86"
    restored(BytesIO(b"\x80\x05" + named(kind.__module__, kind.__qualname__) + state + b"b."))
    assert dict(vars(kind)) == before


def test_what_can_be_named_and_called_takes_no_state() -> None:
    for kind in Counter, PosixPath, Paper, Key:
        content = b"\x80\x05" + named(kind.__module__, kind.__qualname__) + b"."
        found = restored(BytesIO(content))
        assert not isinstance(found, type)
        assert not hasattr(found, "__setstate__")
        assert not hasattr(found, "__dict__")


def test_every_class_that_may_be_made_only_holds_values() -> None:
    def below(kind: type) -> set[type]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    for kind in below(Memo) | below(Parcel):
        assert "__del__" not in vars(kind)
        assert "__post_init__" not in vars(kind)
        assert not issubclass(kind, Exception)
        assert not issubclass(kind, msgspec.Struct) or kind.__struct_config__.frozen
