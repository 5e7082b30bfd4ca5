"""Years and dates as exports write them."""

import pytest

from exported import paper, read


@pytest.mark.parametrize("year", [2020, 2020.0, "2020", " 2020 ", "2020.0"])
def test_a_year_is_read_however_an_export_writes_it(year: object) -> None:
    records, problems = read(paper(year=year))
    assert (records[0].published, problems) == ("2020", [])


@pytest.mark.parametrize("year", [True, 2020.5, "MMXX", "20201", [2020], 999])
def test_what_is_no_year_is_left_out_with_a_word(year: object) -> None:
    records, problems = read(paper(year=year))
    assert records[0].published is None
    assert "the date is left out" in problems[0].hint


def test_a_date_counts_before_the_year() -> None:
    records, _ = read(
        paper(published="2024-05-31T10:00:00Z", year=2023), paper(published="2024-05")
    )
    assert [record.published for record in records] == ["2024-05-31", "2024-05"]


def test_a_year_may_stand_where_a_date_does_as_a_number_too() -> None:
    records, problems = read(paper(published=2024), paper(published=2024, year=2023))
    assert [record.published for record in records] == ["2024", "2024"]
    assert problems == []


def test_what_is_in_a_calendar_is_taken_of_a_date() -> None:
    dates = ("2024-02-31", "0000", "2024-13-45", "2024-05-31 10:00", "31 May 2024")
    records, problems = read(*(paper(published=one) for one in dates))
    assert [record.published for record in records] == [
        "2024-02",
        None,
        "2024",
        "2024-05-31",
        None,
    ]
    hints = ["2024-02 is taken", "the date is left out", "2024 is taken", "the date is left out"]
    assert [problem.hint for problem in problems] == hints


def test_a_year_that_stands_in_for_a_date_is_told() -> None:
    records, problems = read(paper(published="in May", year=2023), paper(published="", year=2023))
    assert [record.published for record in records] == ["2023", "2023"]
    assert [(problem.where, problem.hint) for problem in problems] == [
        ("p.jsonl:1", "2023 is taken")
    ]
