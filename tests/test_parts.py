"""`parts`: long lists in stretches that one more paper hardly moves."""

from hypothesis import given
from hypothesis import strategies as st

from making import paper
from sitegen import parts
from sitegen.model import Paper


def library(count: int, years: tuple[str | None, ...]) -> list[Paper]:
    return [
        paper(f"{'abcdefgh'[n % 8]}{n:04}", published=years[n % len(years)]) for n in range(count)
    ]


def test_a_list_that_fits_has_no_parts() -> None:
    assert parts.parts(library(parts.LONGEST, (None,))) == ()


@given(st.integers(301, 1500), st.sampled_from([(None,), ("2024",), ("2023", None, "2024-05")]))
def test_every_paper_is_in_one_part_of_bearable_length(
    count: int, years: tuple[str | None, ...]
) -> None:
    papers = library(count, years)
    found = parts.parts(papers)
    assert sorted(p.id for part in found for p in part.papers) == sorted(p.id for p in papers)
    assert all(len(part.papers) <= parts.LONGEST for part in found)
    assert len({part.key.casefold() for part in found}) == len(found)
    assert all(part.label and part.key for part in found)


def test_years_come_newest_first_and_those_without_last() -> None:
    found = parts.parts(library(600, ("2023", None, "2024-05")))
    assert [part.label for part in found] == ["2024", "2023", "Without a year"]


def test_one_more_paper_changes_one_part() -> None:
    papers = library(1200, ("2023", "2024"))
    before = {part.key: part for part in parts.parts(papers)}
    after = {part.key: part for part in parts.parts([*papers, paper("zz", published="2023")])}
    changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    assert len(changed) == 1
