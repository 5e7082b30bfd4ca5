"""`importers.wrapping`: text that was broken at a column reads as what was broken."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importers import dump
from sitegen.importers.lines import Line, lines
from sitegen.importers.wrapping import unwrapped
from sitegen.model import Record

SEEDS = Path(__file__).parents[2] / "seeds"
SPACED = sorted(SEEDS.glob("00[23]_*.txt"))
ADDRESS = "https://example.org/" + "a" * 110


def numbered(content: str) -> list[Line]:
    return list(lines(content.encode(), "page.txt"))


def papers(content: str) -> list[tuple[str, str]]:
    read = dump.records("page.txt", numbered(content))
    return [(item.title, item.abstract) for item in read if isinstance(item, Record)]


def broken(content: str, column: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, column, break_long_words=False))
        for line in content.splitlines()
    )


@pytest.mark.parametrize("page", SPACED, ids=lambda page: page.name)
@pytest.mark.parametrize("column", [72, 80, 100])
def test_a_page_that_was_broken_at_a_column_holds_the_same_papers(page: Path, column: int) -> None:
    content = page.read_text("utf-8")
    assert papers(broken(content, column)) == papers(content)


def test_an_address_too_long_for_the_column_hides_it_not() -> None:
    content = SPACED[0].read_text("utf-8").replace("finetuning", f"finetuning {ADDRESS}", 1)
    assert ADDRESS in content
    assert papers(broken(content, 80)) == papers(content)


def test_a_line_keeps_its_number() -> None:
    content = broken(SPACED[0].read_text("utf-8"), 80)
    for line in unwrapped(numbered(content)):
        if line.text:
            first = content.splitlines()[line.number - 1]
            assert line.text.startswith(first.rstrip())


def test_where_nothing_parts_the_papers_none_is_made_up() -> None:
    content = broken(SPACED[0].read_text("utf-8"), 80)
    (fault,) = unwrapped(numbered(content.replace("\n\n", "\n")))
    assert fault.fault.startswith("lines are broken at column 80, and no blank ones part")


@given(st.lists(st.text(max_size=130), max_size=9))
def test_few_lines_are_as_they_are(said: list[str]) -> None:
    given_lines = [Line(number, one) for number, one in enumerate(said, 1)]
    assert list(unwrapped(given_lines)) == given_lines


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt")), ids=lambda page: page.name)
def test_a_page_that_was_not_broken_is_as_it_is(page: Path) -> None:
    given_lines = numbered(page.read_text("utf-8"))
    assert list(unwrapped(given_lines)) == given_lines
