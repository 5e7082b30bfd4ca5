"""`views.index`: topics by letter, narrower ones under their parents as well."""

from making import paper, site
from sitegen.config import Config
from sitegen.model import Site, Topic
from sitegen.views.frame import frame
from sitegen.views.index import topics_pages
from sitegen.views.pieces import Entry
from sitegen.views.values import TopicsPage

Shape = list[tuple[str, str, "Shape"]]


def topics_page(library: Site) -> TopicsPage:
    """Return the index of a library that is small enough for one page."""
    ((path, page),) = topics_pages(frame(library, Config()))
    assert path == "topics.html"
    assert isinstance(page, TopicsPage)
    return page


def index(*topics: Topic) -> dict[str, Shape]:
    """Return the entries of each letter: a name, the parent named with it, what is below."""
    library = site([paper("a"), paper("b")], sorted(topics, key=lambda topic: topic.slug))
    page = topics_page(library)
    return {letter.heading: [shape(entry) for entry in letter.entries] for letter in page.letters}


def shape(entry: Entry) -> tuple[str, str, Shape]:
    return entry.topic.name, entry.within, [shape(one) for one in entry.narrower]


def topic(name: str, parent: str | None = None, *, listed: bool = True) -> Topic:
    return Topic(name.casefold(), name, ("a", "b"), parent=parent, listed=listed)


def test_every_topic_stands_at_its_letter_and_below_its_parent() -> None:
    found = index(
        topic("Zeta", "models"), topic("Models"), topic("Beta", "models"), topic("Gamma", "beta")
    )
    beta: Shape = [("Gamma", "", [])]
    assert found == {
        "B": [("Beta", "Models", [])],
        "G": [("Gamma", "Beta", [])],
        "M": [("Models", "", [("Beta", "", beta), ("Zeta", "", [])])],
        "Z": [("Zeta", "Models", [])],
    }


def test_what_is_not_listed_stands_nowhere_and_is_no_ones_parent() -> None:
    found = index(topic("Models", listed=False), topic("Beta", "models"))
    assert found == {"B": [("Beta", "", [])]}
    hidden = index(topic("Models"), topic("Beta", "models", listed=False))
    assert hidden == {"M": [("Models", "", [])]}


def test_names_are_ordered_without_case_and_accents_and_signs_have_their_own_letter() -> None:
    found = index(topic("Élan"), topic("eagles"), topic("3D Models"), topic("Eels"))
    assert [*found] == ["#", "E"]
    assert [name for name, _, _ in found["E"]] == ["eagles", "Eels", "Élan"]
    # Addresses decide nothing: a topic that was renamed keeps its own.
    page = topics_page(
        site([paper("a")], [Topic("a", "Sums", ("a",)), Topic("z", "Sets", ("a",))])
    )
    assert [entry.topic.name for entry in page.letters[0].entries] == ["Sets", "Sums"]


def test_topics_that_are_each_others_parents_are_still_found() -> None:
    assert [*index(topic("Beta", "models"), topic("Models", "beta"))] == ["B", "M"]


def test_other_names_of_a_topic_come_along_where_it_has_its_place() -> None:
    topics = [
        Topic("x", "X", ("a",)),
        Topic("y", "Y", ("a",), parent="x", phrases=("one", "two", "three", "four")),
    ]
    page = topics_page(site([paper("a")], topics))
    (first,), (second,) = (letter.entries for letter in page.letters)
    assert [entry.also for entry in (first, *first.narrower, second)] == [
        "",
        "one, two, three",
        "",
    ]
