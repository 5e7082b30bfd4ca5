"""Years as they are asked for: bounds are meant together, wide digits are digits."""

from collections.abc import Callable
from typing import Any

Find = Callable[[list[str]], Any]

BOUNDS = {
    "year:>2020 year:<2022": [[2021, 2021]],
    "year:<=2022 graph year:>=2020": [[2020, 2022]],
    "year:2019.. year:..2022": [[2019, 2022]],
    "year:>2018,<2021": [[2019, 2020]],
    "year:2010 year:>=2019 year:..2022": [[2010, 2010], [2019, 2022]],
    "year:<2000 year:>2020": [[1, 1999], [2021, 9999]],
    "year:<2000 year:2020": [[1, 1999], [2020, 2020]],
}


def test_years_are_read_as_a_range(find: Find) -> None:
    answers = find(["year:2019..2022", "year:2020 graph", "year:..2020", "year:2020..", "year:x"])
    assert [each["years"] and each["years"]["any"] for each in answers] == [
        [[2019, 2022]], [[2020, 2020]], [[1, 2020]], [[2020, 9999]], None,
    ]  # fmt: skip


def test_years_can_be_several_and_left_out(find: Find) -> None:
    several, without, word = find(
        ["year:2019 graph year:2021..2023", "-year:2020 graph -year:..2015", "-year:x"]
    )
    assert several["years"] == {"any": [[2019, 2019], [2021, 2023]], "none": []}
    assert without["years"] == {"any": [], "none": [[2020, 2020], [1, 2015]]}
    assert word["years"] is None


def test_years_typed_backwards_or_in_part_are_no_words(find: Find) -> None:
    answers = find(["year:2022..2019", "graph year:20", "graph year:2019..20", "graph title:"])
    assert [each["years"] and each["years"]["any"] for each in answers] == [
        [[2019, 2022]], None, [[2019, 9999]], None,
    ]  # fmt: skip
    assert len({each["all"] for each in answers[1:]}) == 1
    assert all(each["complete"] == each["all"] for each in answers[1:])


def test_three_dots_are_as_good_as_two_between_years(find: Find) -> None:
    answers = find(["year:2019...2022", "year:2019…2022", "year:2019—2022", "year:...2020"])
    assert [each["years"]["any"] for each in answers] == [[[2019, 2022]]] * 3 + [[[1, 2020]]]


def test_what_begins_and_what_ends_years_is_meant_together(find: Find) -> None:
    answers = find(list(BOUNDS))
    told = [{"any": years, "none": []} for years in BOUNDS.values()]
    assert [answer["years"] for answer in answers] == told


def test_years_that_are_left_out_add_up(find: Find) -> None:
    (answer,) = find(["-year:<2000 -year:>1990"])
    assert answer["years"] == {"any": [], "none": [[1, 1999], [1991, 9999]]}


def test_a_wide_colon_and_wide_digits_are_as_good(find: Find) -> None:
    answers = find(["year：2020 graph", "year:２０２０", "graph year： 2020"])
    assert [answer["years"] for answer in answers] == [{"any": [[2020, 2020]], "none": []}] * 3
