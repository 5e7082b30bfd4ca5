"""Every text of the fixture file reads as the file says, in both of its forms."""

import re
from pathlib import Path

import pytest

from sitegen import markup, prose

FIXTURE = Path(__file__).parents[1] / "fixtures" / "prose.txt"
CASE = re.compile(r"^title: (.*)\nsource: (.*)\nplain: (.*)\nhtml: ?(.*)$", re.MULTILINE)
CASES = CASE.findall(FIXTURE.read_text("utf-8"))


def test_the_file_is_read_completely() -> None:
    assert len(CASES) == FIXTURE.read_text("utf-8").count("title: ") >= 90


@pytest.mark.parametrize(("source", "plain"), [case[1:3] for case in CASES])
def test_plain(source: str, plain: str) -> None:
    assert prose.plain(source) == plain


@pytest.mark.parametrize(("source", "html"), [(case[1], case[3]) for case in CASES])
def test_html(source: str, html: str) -> None:
    assert markup.paragraphs(source) == f"<p>{html}</p>"


def test_what_stays_as_it_is_has_no_other_form() -> None:
    _, _, unchanged = FIXTURE.read_text("utf-8").partition("# What stays as it is")
    found = CASE.findall(unchanged)
    assert len(found) >= 10
    assert all(source == plain for _, source, plain, _ in found)
