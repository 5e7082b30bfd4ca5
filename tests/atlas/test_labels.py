"""`atlas.labels`: names in lines, discs by papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.atlas.labels import boxes, em, legible, wrapped


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Planning", ("Planning",)),
        ("Reinforcement Learning", ("Reinforcement", "Learning")),
        ("Long Short-Term Memory", ("Long Short-Term", "Memory")),
        ("Auto-Correlation-Regularized", ("Auto-Correlation-", "Regularized")),
        (
            "Simultaneous Localization and Mapping",
            ("Simultaneous", "Localization", "and Mapping"),
        ),
    ],
)
def test_names_are_cut_where_lines_come_out_even(name: str, lines: tuple[str, ...]) -> None:
    assert wrapped(name) == lines


@given(st.lists(st.text(max_size=6), max_size=4).map(" ".join))
def test_no_letter_is_lost_of_words_that_fit(name: str) -> None:
    assert "".join("".join(wrapped(name)).split()) == "".join(name.split())


def test_a_name_without_end_is_cut_off() -> None:
    (line,) = wrapped("x" * 500)
    assert line.endswith("…")
    assert em(line) <= 16


def test_areas_of_discs_are_as_papers() -> None:
    found = boxes(["A", "B"], [40, 10], 480)
    assert found[0].radius == pytest.approx(2 * found[1].radius)


def test_many_names_are_smaller_than_few_and_never_too_small_to_read() -> None:
    few = boxes(["Some Topic"] * 10, [5] * 10, 960)
    many = boxes(["Some Topic"] * 150, [5] * 150, 960)
    assert few[0].size > many[0].size >= 12


def test_of_two_names_that_meet_the_larger_topic_keeps_its_own() -> None:
    found = boxes(["Small", "Large", "Far"], [2, 20, 2], 480)
    assert legible(found, [(500, 100), (505, 102), (900, 300)]) == [False, True, True]
