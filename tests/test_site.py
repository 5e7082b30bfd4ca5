"""`site`: the indexes of a library."""

from making import paper, site
from sitegen.model import Neighbour, Tag, Topic


def test_topics_that_share_papers_are_near() -> None:
    tags = {"a": (Tag("x"), Tag("y")), "b": (Tag("x"), Tag("y"), Tag("z")), "c": (Tag("z"),)}
    topics = [
        Topic("x", "X", ("a", "b")),
        Topic("y", "Y", ("a", "b")),
        Topic("z", "Z", ("b", "c")),
    ]
    found = site([paper("a"), paper("b"), paper("c")], topics, tags)
    assert found.near["x"] == (("y", 2), ("z", 1))
    assert found.near["z"] == (("x", 1), ("y", 1))


def test_central_papers_are_those_that_others_name() -> None:
    related = {
        "a": (Neighbour("c", ()), Neighbour("b", ())),
        "b": (Neighbour("c", ()),),
        "c": (Neighbour("b", ()),),
    }
    assert site([paper("a"), paper("b"), paper("c")], related=related).central == ("c", "b")
