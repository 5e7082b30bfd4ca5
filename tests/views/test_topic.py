"""`views.topic`: a topic's page is a briefing."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from making import paper, site
from sitegen.config import Config
from sitegen.model import Evidence, Neighbour, Paper, Tag, Topic
from sitegen.views.frame import frame
from sitegen.views.topic import topic_pages
from sitegen.views.values import TopicPage

DEFINED = "Sparse coding is the task of writing a signal as a sum of few atoms."


def page(
    topic: Topic,
    papers: Sequence[Paper],
    *others: Topic,
    related: Mapping[str, tuple[Neighbour, ...]] | None = None,
) -> TopicPage:
    """Return the page of `topic`, which is about the first words of its papers' abstracts."""
    tags: dict[str, tuple[Tag, ...]] = {}
    for each in (topic, *others):
        for ident in each.papers:
            tag = Tag(each.slug, (Evidence("abstract", 0, 13),))
            tags[ident] = (*tags.get(ident, ()), tag)
    library = site(papers, [topic, *others], tags, related)
    _, view = topic_pages(frame(library, Config()))[topic.slug][0]
    assert isinstance(view, TopicPage)
    return view


def many(number: int, **fields: str) -> list[Paper]:
    return [paper(f"p{n:03}", **fields) for n in range(number)]


def of(papers: Sequence[Paper], **fields: object) -> Topic:
    return replace(Topic("x", "X", tuple(one.id for one in papers)), **fields)


def test_a_topic_is_introduced_by_a_sentence_of_a_paper() -> None:
    papers = [paper("a", "A", abstract=f"{DEFINED} We do it.", published="2024-05")]
    found = page(of(papers), papers)
    assert found.introduction
    assert found.introduction.sentence == DEFINED
    assert (found.introduction.title, found.introduction.url) == ("A", "papers/a.html")
    assert found.introduction.year == "2024"
    assert found.shell.description == DEFINED


def test_what_the_owner_says_stands_in_its_place() -> None:
    papers = [paper("a", abstract=DEFINED)]
    found = page(of(papers, description="Said by the owner."), papers)
    assert (found.description, found.introduction) == ("Said by the owner.", None)
    assert found.shell.description == "Said by the owner."


def test_a_topic_without_a_good_sentence_has_no_introduction() -> None:
    found = page(of(many(1)), many(1))
    assert (found.introduction, found.description, found.shell.description) == (None, "", "")


def test_a_topic_stands_among_broader_narrower_and_near_ones() -> None:
    ids = ("a", "b", "c")
    topic = Topic("x", "X", ids, parent="y")
    found = page(
        topic,
        [paper(ident) for ident in ids],
        Topic("y", "Y", ids, parent="z"),
        Topic("z", "Z", ids),
        Topic("small", "Small", ("a",), parent="x"),
        Topic("large", "Large", ("a", "b"), parent="x"),
        Topic("hidden", "Hidden", ("a",), parent="x", listed=False),
        Topic("near", "Near", ("a", "c")),
        Topic("alone", "Alone", ("a",), listed=False),
    )
    assert [link.name for link in found.broader] == ["Z", "Y"]
    assert [(one.name, one.count) for one in found.narrower] == [("Large", 2), ("Small", 1)]
    assert [(one.name, one.count) for one in found.near] == [("Near", 2)]


def test_topics_that_are_each_others_parents_end_somewhere() -> None:
    papers = many(2)
    topic, other = of(papers, parent="y"), Topic("y", "Y", ("p000",), parent="x")
    assert [link.name for link in page(topic, papers, other).broader] == ["X", "Y"]


def test_other_phrases_are_told() -> None:
    assert page(of(many(1), phrases=("one", "two")), many(1)).phrases == ("one", "two")


def test_the_central_and_the_newest_papers_stand_apart_where_papers_are_many() -> None:
    dates = [f"20{n:02}" for n in range(8)]
    papers = [paper(f"p{n}", published=date) for n, date in enumerate(dates)]
    related = {one.id: (Neighbour("p3", ()),) for one in papers if one.id != "p3"}
    found = page(of(papers), papers, related=related)
    assert [card.id for card in found.central] == ["p3"]
    assert [card.id for card in found.newest] == ["p7", "p6", "p5", "p4"]
    assert [card.id for card in found.cards] == [one.id for one in papers]
    few = page(of(papers[:7]), papers, related=related)
    assert (few.central, few.newest, len(few.cards)) == ((), (), 7)


def test_papers_of_one_date_have_no_newest() -> None:
    assert page(of(many(9, published="2024")), many(9, published="2024")).newest == ()


def test_a_long_list_stands_on_other_pages_alone() -> None:
    papers = many(301)
    found = page(of(papers), papers)
    assert (found.cards, found.count) == ((), 301)
    assert found.parts
