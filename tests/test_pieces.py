"""`cache.pieces`: what is made from what it was made from last is the very same value."""

from collections.abc import Iterator, Mapping

import hypothesis
import pytest
from hypothesis import strategies as st

from sitegen.cache import again
from sitegen.cache.pieces import Pieces, Rows, differing

ASKED: list[str] = []


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    again.turn(holds=False)
    again.forget()


def joined(common: str, given: tuple[str, ...]) -> tuple[str, ...]:
    ASKED.append("".join(given))
    return (common, "".join(given).lower())


@pytest.fixture
def pieces() -> Pieces[str, tuple[str, ...], tuple[str, ...]]:
    ASKED.clear()
    return Pieces(joined)


Words = Pieces[str, tuple[str, ...], tuple[str, ...]]


def made(pieces: Words, given: dict[str, str], common: str = "-") -> Mapping[str, tuple[str, ...]]:
    return pieces.of(common, given, [tuple(word) for word in given.values()], len(given))


def test_what_is_made_from_the_same_is_not_made_anew(pieces: Words) -> None:
    again.turn(holds=True)
    first = made(pieces, {"a": "XY", "b": "XZ"})
    again.turn(holds=True)
    second = made(pieces, {"c": "XX", "b": "XZ", "a": "YY"})
    assert second == {"c": ("-", "xx"), "b": ("-", "xz"), "a": ("-", "yy")}
    assert list(second) == ["c", "b", "a"]
    assert second["b"] is first["b"]
    assert ASKED == ["XY", "XZ", "XX", "YY"]


def test_what_comes_out_as_it_was_is_the_same_value(pieces: Words) -> None:
    again.turn(holds=True)
    first = made(pieces, {"a": "XY"})
    again.turn(holds=True)
    assert made(pieces, {"a": "xy"})["a"] is first["a"]
    again.turn(holds=True)
    assert made(pieces, {"a": "xy"})["a"] is first["a"]
    assert ASKED == ["XY", "xy"]


def test_what_all_are_made_from_decides_too(pieces: Words) -> None:
    again.turn(holds=True)
    made(pieces, {"a": "x"}, "-")
    again.turn(holds=True)
    assert made(pieces, {"a": "x"}, "+") == {"a": ("+", "x")}
    again.turn(holds=True)
    assert made(pieces, {}, "-") == {}


def test_nothing_is_held_of_a_build_that_does_not_ask_for_it_nor_of_a_large_library(
    pieces: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.cache.pieces.LARGEST", 1)
    for holds, given in ((True, {"a": "x"}), (False, {"a": "x"}), (True, {"a": "x", "b": "y"})):
        again.turn(holds=holds)
        made(pieces, given)
    again.turn(holds=True)
    made(pieces, {"a": "x"})
    assert ASKED == ["x", "x", "x", "y", "x"]


def test_the_only_value_is_known_by_what_it_is_made_from(pieces: Words) -> None:
    for word in ("x", "x", "y"):
        again.turn(holds=True)
        assert pieces.one("-", (word,), 1) == ("-", word)
    assert ASKED == ["x", "y"]


COUNTS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3))


@hypothesis.given(COUNTS, COUNTS)
def test_a_sum_over_what_differs_makes_one_sum_of_another(
    old: dict[str, int], new: dict[str, int]
) -> None:
    change = sum(sign * value for sign, value in differing(old, new))
    assert sum(old.values()) + change == sum(new.values())


LISTS = st.lists(st.lists(st.sampled_from("abcd")).map(tuple), max_size=4)


@hypothesis.given(st.lists(st.tuples(COUNTS, LISTS), min_size=2, max_size=4))
def test_rows_have_what_is_looked_up_afresh(
    builds: list[tuple[dict[str, int], list[tuple[str, ...]]]],
) -> None:
    rows = Rows[int]()
    again.turn(holds=True)
    for values, names in builds:
        afresh = [tuple(map(values.get, each)) for each in names]
        assert rows.of(values, names, 1) == afresh


def test_a_row_none_of_whose_values_moved_is_the_very_same() -> None:
    rows, names = Rows[str](), [("a", "b", "z"), ("b", "c")]
    again.turn(holds=True)
    before = rows.of({"a": "A", "b": "B", "c": "C"}, names, 1)
    after = rows.of({"a": "A", "b": "B", "c": "D"}, list(names), 1)
    assert (after[0] is before[0], after[1]) == (True, ("B", "D"))
