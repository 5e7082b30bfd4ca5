"""`atlas`: laws of the map that hold for every library."""

from collections.abc import Sequence
from functools import cache
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper, seeds, site
from sitegen import atlas, text
from sitegen.atlas import Atlas, spacing
from sitegen.atlas.labels import Box
from sitegen.atlas.values import Point
from sitegen.model import Paper, Site, Tag, Topic
from topic_map import movement, nearness, nine_tenths, overlaps, rectangles, tagged, ties

NAMES = [
    "Reinforcement Learning", "Causal Inference", "Monetary Policy Shocks", "A", "Éléments",
    "Simultaneous Localization and Mapping", "图神经网络", "W" * 90, "Long-Horizon Planning",
]  # fmt: skip


def library(members: Sequence[Sequence[int]], order: int = 0) -> Site:
    """Return a library whose topic number n has the papers `members[n]`, in some order."""
    slugs = [f"t{n}" for n in range(len(members))]
    topics = [
        Topic(
            slug,
            f"{NAMES[n % len(NAMES)]} {n or ''}",
            tuple(f"p{at}" for at in sorted(set(papers))),
        )
        for n, (slug, papers) in enumerate(zip(slugs, members, strict=True))
    ]
    papers = [paper(f"p{at}") for at in sorted({at for each in members for at in each})]
    topics.sort(key=lambda topic: text.digest(f"{order} {topic.slug}"))
    papers.sort(key=lambda one: text.digest(f"{order} {one.id}"))
    tags = {
        one.id: tuple(Tag(topic.slug) for topic in topics if one.id in topic.papers)
        for one in papers
    }
    return site(papers, topics, tags)


LIBRARIES = st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=12), max_size=40)


@settings(max_examples=25)
@given(LIBRARIES, st.integers(1, 9))
def test_the_order_of_papers_and_topics_decides_nothing(
    members: list[list[int]], order: int
) -> None:
    assert atlas.draw(library(members, order)) == atlas.draw(library(members))


@settings(max_examples=25)
@given(LIBRARIES)
def test_everything_lies_within_the_frame_and_nothing_on_another(members: list[list[int]]) -> None:
    drawing = atlas.draw(library(members))
    assert [node.topic for node in drawing.nodes] == sorted(f"t{n}" for n in range(len(members)))
    assert overlaps(drawing) == []
    for node in drawing.nodes:
        for left, top, right, bottom in rectangles(node):
            assert left >= 0
            assert top >= 0
            assert right <= drawing.width
            assert bottom <= drawing.height


@settings(max_examples=25)
@given(LIBRARIES)
def test_a_disc_is_as_large_as_its_topic(members: list[list[int]]) -> None:
    by_papers = sorted(atlas.draw(library(members)).nodes, key=lambda node: node.papers)
    radii = [node.radius for node in by_papers]
    assert radii == sorted(radii)


def test_an_empty_library_has_an_empty_map() -> None:
    drawing = atlas.draw(site([paper("a")]))
    assert (drawing.nodes, drawing.ties) == ((), ())


def test_what_no_index_lists_is_on_no_map() -> None:
    topics = [Topic("x", "X", ("a", "b")), Topic("y", "Y", ("a",), listed=False)]
    tags = {"a": (Tag("x"), Tag("y")), "b": (Tag("x"),)}
    drawing = atlas.draw(site([paper("a"), paper("b")], topics, tags))
    assert [(node.topic, node.closest) for node in drawing.nodes] == [("x", ())]


def test_of_many_topics_the_largest_are_shown() -> None:
    members = [list(range(2 + n // 2)) for n in range(200)]
    drawing = atlas.draw(library(members))
    assert {node.topic for node in drawing.nodes} == {f"t{n}" for n in range(50, 200)}
    assert overlaps(drawing) == []


def test_ties_say_how_many_papers_are_in_common() -> None:
    drawing = atlas.draw(library([[1, 2, 3, 4], [2, 3, 4, 5], [5, 6], [6, 7, 8]]))
    assert [(tie.one, tie.other, tie.papers) for tie in drawing.ties] == [("t0", "t1", 3)]
    closest = {node.topic: node.closest for node in drawing.nodes}
    assert closest["t1"] == (("t0", 3), ("t2", 1))


@cache
def drawn(draw: int | None = None) -> Atlas:
    """Return the map of the seeds, or of a random nine tenths of them."""
    papers: Sequence[Paper] = seeds()
    return atlas.draw(tagged(papers if draw is None else nine_tenths(papers, draw)))


def test_on_the_seeds_nothing_covers_anything_and_every_name_stands() -> None:
    assert overlaps(drawn()) == []
    assert all(node.lines for node in drawn().nodes)
    assert 20 < len(drawn().nodes) <= atlas.LARGEST


def test_topics_stay_where_they_are_as_papers_are_added() -> None:
    moves = [movement(drawn(draw), drawn()) for draw in range(3)]
    assert mean(moves) <= 0.03


def test_tied_topics_lie_closer_than_others() -> None:
    whole = tagged(seeds())
    assert nearness(drawn(), ties(whole, drawn())) < 0.85


def test_a_move_would_be_seen() -> None:
    members = [[1, 2, 3], [3, 4], [4, 5, 6]]
    drawing = atlas.draw(library(members))
    assert movement(drawing, drawing) == pytest.approx(0)
    assert movement(drawing, atlas.draw(library([[7, 8], *members[1:]]))) > 0.001


def test_a_map_is_laid_out_anew_only_where_what_it_is_made_from_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out: list[int] = []
    apart = spacing.apart

    def counted(centres: Sequence[Point], boxes: Sequence[Box], height: float) -> list[Point]:
        laid_out.append(len(boxes))
        return apart(centres, boxes, height)

    monkeypatch.setattr(atlas, "apart", counted)
    first = library([[1, 2, 3], [2, 3, 4], [5]])
    drawn = atlas.draw(first)
    laid_out.clear()
    edited = {ident: replace(one, abstract="It says more.") for ident, one in first.papers.items()}
    assert atlas.draw(replace(first, papers=edited)) == drawn
    assert laid_out == []
    other = atlas.draw(library([[1, 2, 3], [2, 3], [5]]))
    assert laid_out == [3]
    assert other != drawn
    assert atlas.draw(first) == drawn
