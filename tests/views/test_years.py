"""`views.years`: papers by year as a drawing."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from sitegen.views.pieces import Bar
from sitegen.views.years import years


def bars(dates: Sequence[str | None]) -> tuple[Bar, ...]:
    drawing = years(dates)
    assert drawing
    return drawing.bars


@pytest.mark.parametrize(
    "dates",
    [[], [None], ["2024"], ["2024", "2024", None], ["0001", "9999"]],
    ids=["nothing", "undated", "one", "one year", "far apart"],
)
def test_there_is_no_drawing_where_it_would_say_nothing(dates: Sequence[str | None]) -> None:
    assert years(dates) is None


def test_every_year_has_its_place_those_without_papers_too() -> None:
    found = bars(["2020", "2023", "2023"])
    assert [(bar.period, bar.count) for bar in found] == [
        ("2020", 1), ("2021", 0), ("2022", 0), ("2023", 2),
    ]  # fmt: skip
    assert [bar.shows_count for bar in found] == [True, False, False, True]
    assert {bar.y + bar.height for bar in found} == {58}


def test_heights_are_shares_of_the_tallest_and_never_nothing() -> None:
    heights = [bar.height for bar in bars(["2020", *["2021"] * 2, *["2022"] * 400])]
    assert heights == [1, 1, 44]


def test_the_undated_are_counted_apart() -> None:
    drawing = years(["2020", "2021", None, None])
    assert drawing
    assert drawing.undated == 2


def test_few_bars_are_all_labelled_many_at_both_ends() -> None:
    assert [bar.label for bar in bars(["2020", "2022"])] == ["2020", "2021", "2022"]
    found = bars(["1990", "2020"])
    assert [(bar.label, bar.anchor) for bar in found if bar.label] == [
        ("1990", "start"), ("2020", "end"),
    ]  # fmt: skip


def test_of_many_bars_the_first_of_the_tallest_shows_its_number() -> None:
    found = bars(["1990", "1991", "1991", "2020", "2020"])
    assert [bar.period for bar in found if bar.shows_count] == ["1991"]


def test_a_long_time_is_told_in_tens() -> None:
    found = bars(["1899", "1931", "1939", "2024"])
    assert [(bar.period, bar.count) for bar in found if bar.count] == [
        ("1890–1899", 1), ("1930–1939", 2), ("2020–2029", 1),
    ]  # fmt: skip
    assert [bar.label for bar in found if bar.label] == ["1890", "2020"]


@pytest.mark.parametrize("last", range(2001, 2060))
def test_bars_stand_apart_within_the_drawing(last: int) -> None:
    drawing = years(["2000", str(last)])
    assert drawing
    for one, two in pairwise(drawing.bars):
        assert one.x + one.width < two.x
    assert drawing.bars[-1].x + drawing.bars[-1].width <= drawing.width <= 240
