"""`site`: the indexes of a library."""

from making import paper, site
from sitegen.model import Evidence, Neighbour, Tag, Topic


def test_topics_that_share_papers_are_near() -> None:
    tags = {"b": (Tag("z"), Tag("y"), Tag("x")), "a": (Tag("x"), Tag("y")), "c": (Tag("z"),)}
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


def test_narrower_topics_stand_under_their_parent_the_largest_first() -> None:
    topics = [
        Topic("x", "X", ("a", "b")),
        Topic("y", "Y", ("a",), parent="x"),
        Topic("z", "Z", ("a", "b"), parent="x"),
    ]
    assert site([paper("a"), paper("b")], topics).narrower == {"x": ("z", "y")}


def test_central_papers_of_a_topic_are_those_that_its_others_name() -> None:
    related = {
        "a": (Neighbour("c", ()), Neighbour("b", ())),
        "b": (Neighbour("c", ()),),
        "c": (Neighbour("d", ()), Neighbour("b", ())),
        "d": (Neighbour("a", ()), Neighbour("b", ())),
    }
    papers = [paper(ident) for ident in "abcd"]
    topic = Topic("x", "X", ("a", "b", "c"))
    # d is not of the topic: what it names counts as little as that it is named.
    assert site(papers, [topic], related=related).central_of == {"x": ("c", "b")}


def test_of_papers_named_alike_the_better_fitting_is_more_central() -> None:
    related = {"a": (Neighbour("b", ()),), "b": (Neighbour("a", ()),)}
    topic = Topic("x", "X", ("b", "a"))
    assert site([paper("a"), paper("b")], [topic], related=related).central_of["x"] == ("b", "a")


def test_a_topic_is_introduced() -> None:
    abstract = "Sparse coding is the task of writing a signal as a sum of few atoms."
    tags = {"a": (Tag("x", (Evidence("abstract", 0, 13),)),)}
    found = site([paper("a", abstract=abstract)], [Topic("x", "Sparse Coding", ("a",))], tags)
    assert found.introductions == {"x": ("a", 0, len(abstract))}
