"""`prose.sentences`: each sentence, and where it stands in the source."""

from itertools import pairwise

import pytest

from sitegen import prose
from sitegen.prose.sentences import sentences


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One, e.g. this. Two?\n\n  Three", ["One, e.g. this.", "Two?", "Three"]),
        ("One ends.Two goes on.\nIt", ["One ends.", "Two goes on.", "It"]),
        ("The same. The same.", ["The same.", "The same."]),
        ("We use $x^2$. It is {\\bf bold}.", ["We use x².", "It is bold."]),
    ],
)
def test_sentences_come_with_their_place(source: str, plain: list[str]) -> None:
    found = sentences(prose.reading(source))
    assert [one.plain for one in found] == plain
    assert [prose.plain(source[one.start : one.end]) for one in found] == plain
    assert all(one.end <= two.start for one, two in pairwise(found))
