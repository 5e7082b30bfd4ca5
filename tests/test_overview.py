"""`overview`: the table that topics are corrected by."""

import tomllib
from pathlib import Path

from sitegen import rules
from sitegen.model import Missed, Tagging, Topic
from sitegen.overview import RULES, overview

TOPICS = (
    Topic("a", "Apes", ("1", "2"), parent="c", phrases=("apes", "apish", "b", "c", "d", "e", "f")),
    Topic("b", "Bees", ("1", "2", "3"), parent="gone"),
    Topic("c", "Cats 猫", ("1", "2", "3", "4"), phrases=("felines",)),
    Topic("d", "Dogs", ("1",), listed=False),
    Topic("e", "Eels", ("1", "2", "3"), parent="c"),
    Topic("f", "Foxes", ("1", "2", "3"), parent="a"),
)


def lines(topics: tuple[Topic, ...] = (), missed: tuple[Missed, ...] = ()) -> list[str]:
    return list(overview(Tagging(topics, {}, {}, missed), Path("x", "topics.toml")))


def test_topics_stand_below_their_parents_in_columns() -> None:
    assert lines(TOPICS)[:10] == [
        "Topic      Papers  Also called",
        "Cats 猫         4  felines",
        "  Eels          3",
        "  Apes          2  apes, apish, b, c, d and 2 more",
        "    Foxes       3",
        "Bees            3",
        "",
        "Topics of one paper alone, on its page and in no index:",
        "  Dogs",
        "",
    ]


def test_what_just_missed_says_why_in_words() -> None:
    found = lines(missed=(Missed("Sparse", 7, "vague"), Missed("Hats", 1, "banned")))
    assert found[:6] == [
        "No topic is shared by two papers.",
        "",
        "Just missed:",
        "Phrase  Papers  Why",
        "Sparse       7  too vague to stand alone as a name",
        "Hats         1  banned by a rule",
    ]


def test_it_ends_with_how_to_change_topics() -> None:
    assert f"To change topics, write rules into {Path('x', 'topics.toml')}:" in lines()
    assert len(lines()) == 3 + len(RULES)
    for written, _ in RULES:
        found, problems = rules.read(tomllib.loads(written), "topics.toml", {})
        assert found
        assert not problems


def test_a_long_name_is_whole() -> None:
    name = "Long " * 20 + "Name"
    assert lines((Topic("l", name, ("1", "2")),))[1] == f"{name}       2"
