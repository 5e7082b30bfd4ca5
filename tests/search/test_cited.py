"""Names as citations have them: an initial asks for nothing, but tells equals apart."""

from collections.abc import Callable
from typing import Any

import pytest

from making import paper
from scripting import Node
from sitegen import search

Find = Callable[[str], Any]

LIBRARY = (
    paper("francis", "Rivers", authors=("Francis Bach", "Emmy Noether")),
    paper("short", "Lakes", authors=("F. R. Bach",)),
    paper("divergence", "On f divergences", abstract="Of f, in back and in each."),
    paper("other", "Ponds", abstract="A function f.", authors=("Stephen Bach", "Z. Long")),
)


@pytest.fixture(scope="module")
def find(node: Node) -> Find:
    """Return what a query finds among the papers."""
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False}
    return lambda query: node("find.cjs", {**given, "queries": [query]})["answers"][0]


@pytest.mark.parametrize(
    "cited", ["F. Bach", "F. R. Bach", "Bach, F.", "f. bach", "author:F. author:Bach"]
)
def test_a_name_with_initials_finds_who_has_it_in_full_or_so(find: Find, cited: str) -> None:
    answer = find(cited)
    assert set(answer["hits"]) == {"francis", "short", "other"}
    assert (answer["missing"], answer["guessed"], answer["without"]) == ([], [], None)


def test_who_has_the_initial_comes_first(find: Find) -> None:
    assert find("F. Bach")["hits"][0] == "short"
    assert find("Bach, Z.")["hits"][0] == "other"


def test_an_initial_is_nothing_to_be_marked(find: Find) -> None:
    answer = find("F. function ")
    assert answer["hits"] == ["other"]
    assert answer["passages"][0]["marked"] == ["function"]


@pytest.mark.parametrize("query", ["f ", "F.", "f divergences", "f. -bach", '"f." divergences'])
def test_a_letter_is_a_word_where_it_is_no_initial(find: Find, query: str) -> None:
    assert find(query)["hits"][0] == "divergence"
    assert find(query)["passages"][0]["marked"][0] == "f"


def test_initials_of_a_name_that_nobody_has_find_nobody(find: Find) -> None:
    assert find("F. Zyxwvut")["hits"] == []


def test_what_is_offered_keeps_the_points_of_initials(find: Find) -> None:
    assert find("F. Bach, zyxwvut lakes")["without"] == "F. Bach lakes"
    assert find('"F. Bach" zyxwvut')["without"] == '"F. Bach"'
