"""A phrase is read word for word, within one name, and no more is claimed than is known."""

from collections.abc import Callable
from typing import Any

import pytest

from scripting import Node
from sitegen import search
from sitegen.model import Paper, Tag, Topic

Find = Callable[[str], Any]

MANY = tuple(f"Person {name}" for name in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Oak"))
PAPERS = (
    Paper("from-the", "from-the", "One", "It learns from the data. The robot waits."),
    Paper("from", "from", "Two", "It learns from data. A robot waits."),
    Paper("where", "where", "Three", "Learning, where data are few, and a robot and its human."),
    Paper("and-human", "and-human", "Four", "Robot and human, state-of-the-art."),
    Paper("named", "named", "Five", "Nothing.", authors=("Wei Zhang", "Wang Li", "Hao He")),
    Paper("many", "many", "Six", "Nothing.", authors=MANY),
)
TOPICS = {
    "networks": Topic("networks", "Neural Networks", ("many", "named")),
    "object": Topic("object", "Object Detection", ("many", "named")),
}


@pytest.fixture(scope="module")
def find(node: Node) -> Find:
    """Return what a query finds among the papers."""
    tags = {name: (Tag("networks"), Tag("object")) for name in ("many", "named")}
    given = {"files": dict(search.files(PAPERS, tags, TOPICS)), "similar": False}
    return lambda query: node("find.cjs", {**given, "queries": [query]})["answers"][0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"from the data"', ["from-the"]),
        ('"learns from data"', ["from"]),
        ('"the robot"', ["from-the"]),
        ('"robot and human"', ["and-human"]),
        ('"state of the art"', ["and-human"]),
        ('"art of the state"', []),
        ('robot -"the robot"', ["and-human", "from", "where"]),
        ('author:"Hao He"', ["named"]),
        ('author:"He Hao"', []),
        # The quotes of other keyboards.
        ("„from the data“", ["from-the"]),
        ("„from the data”", ["from-the"]),
        ("”from the data”", ["from-the"]),
        ("« from the data »", ["from-the"]),
        ("»from the data«", ["from-the"]),
        ("robot -«the robot»", ["and-human", "from", "where"]),
        ("author：«Hao He»", ["named"]),
    ],
)
def test_words_that_are_not_searched_for_are_read(
    find: Find, query: str, found: list[str]
) -> None:
    assert sorted(find(query)["hits"]) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('author:"Wei Zhang"', ["named"]),
        ('author:"Zhang Wang"', []),
        ('"Li Hao"', []),
        ('topic:"Networks Object"', []),
        ('topic:"object detection"', ["many", "named"]),
    ],
)
def test_a_phrase_stands_within_one_name(find: Find, query: str, found: list[str]) -> None:
    assert sorted(find(query)["hits"]) == found


def test_of_authors_that_a_card_leaves_out_nothing_is_claimed(find: Find) -> None:
    told = {query: find(query) for query in ('author:"Person Ash"', 'author:"Oak Person"')}
    assert [(each["hits"], each["maybe"]) for each in told.values()] == [
        (["many"], 0),
        (["many"], 1),
    ]


@pytest.mark.parametrize(
    "text", ['"{}"', "“{}”", "„{}“", "« {} »", "{} year:2019", "-topic:graphs {}"]
)
def test_who_asks_in_quotes_or_by_field_asks_at_any_length(find: Find, text: str) -> None:
    words = " ".join(["word"] * 26)
    assert find(words)["isPasted"]
    assert not find(text.format(words))["isPasted"]


YEARS = {
    "year:2020.": [2020, 2020], 'year:"2020"': [2020, 2020], "year:>2020": [2021, 9999],
    "year:>=2020": [2020, 9999], "year:<2020": [1, 2019], "year:<=2020 ": [1, 2020],
    "year:2020..": [2020, 9999],
}  # fmt: skip


@pytest.mark.parametrize("query", YEARS)
def test_years_are_read_as_readers_write_them(find: Find, query: str) -> None:
    assert find(query)["years"] == {"any": [YEARS[query]], "none": []}


@pytest.mark.parametrize("query", ["year:2018,2020..2021", "year:2018,2020..2021, "])
def test_years_may_be_listed(find: Find, query: str) -> None:
    assert find(query)["years"] == {"any": [[2018, 2018], [2020, 2021]], "none": []}
    assert find(f"-{query}")["years"] == {"any": [], "none": [[2018, 2018], [2020, 2021]]}
    assert find("year:2018,20")["years"] == {"any": [[2018, 2018]], "none": []}
    assert find("year:2018,graphs")["years"] is None


def test_no_word_is_offered_that_begins_alike_and_goes_on_otherwise(node: Node) -> None:
    library = [Paper("1", "1", "Underlie", "What blocking underlies.")]
    given = {"files": dict(search.files(library, {}, {})), "similar": False}
    asked = ["undefined", "blockchain", "underlierxx"]
    answers = node("find.cjs", {**given, "queries": asked})["answers"]
    assert [each["nearest"] for each in answers] == [None, None, "underlies"]
