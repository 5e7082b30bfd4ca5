"""`importers.quoting`: the marks that tables write around their cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importers.quoting import unquoted


def cell(value: str) -> str:
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


@given(st.text('a"b ,.'), st.text('a"b ,.\n').filter(lambda said: said.strip('" \n')))
def test_cells_say_what_was_written_into_them(title: str, abstract: str) -> None:
    assert unquoted(title, cell(abstract)) == (title, abstract.strip()) or title.startswith('"')
    if title.strip():
        assert unquoted(cell(title), cell(abstract)) == (title.strip(), abstract.strip())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('We build a map."', "We build a map."),
        ('We build a map. "', "We build a map."),
        ('We build "a map" of it."', 'We build "a map" of it.'),
        ('We build a ""map"" of it."', 'We build a "map" of it.'),
        ('We build averaging", a map."', 'We build averaging", a map.'),
        ('See https://a.org/Rio10"', "See https://a.org/Rio10"),
    ],
)
def test_a_last_mark_that_closes_nothing_is_left_out(given: str, expected: str) -> None:
    assert unquoted("A Title", given) == ("A Title", expected)


@pytest.mark.parametrize(
    "abstract",
    [
        'What we call a "map"',
        'We ask "who is it?"',
        '"Maps" are what we call "maps"',
        '"Maps" help.',
        'We ask ``who is it?"',
        'The screen has 3.5"',
        '"',
        '" "',
    ],
)
def test_marks_of_quotations_and_inches_stay(abstract: str) -> None:
    assert unquoted("A Title", abstract) == ("A Title", abstract)


def test_a_title_may_be_a_quotation() -> None:
    assert unquoted('"Why, Really?"', "We ask.") == ('"Why, Really?"', "We ask.")
