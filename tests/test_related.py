"""Related papers: near ones first, with the words that tie them."""

import random
from dataclasses import replace

from making import seeds
from sitegen import related, topics
from sitegen.model import Tagging
from tagged import economics, tagging


def test_every_seed_has_neighbours_that_share_words_with_it() -> None:
    found = related.neighbours(seeds(), tagging())
    assert found.keys() == {paper.id for paper in seeds()}
    assert sum(len(near) for near in found.values()) >= 5 * len(found)
    for paper, near in found.items():
        others = [each.paper for each in near]
        assert len(others) == len(set(others)) <= related.NEIGHBOURS
        assert paper not in others
        for each in near:
            assert 1 <= len(each.words) <= related.WORDS
            assert len(set(each.words)) == len(each.words)


def test_papers_of_one_subject_are_neighbours() -> None:
    papers = economics()
    found = related.neighbours(papers, topics.tag(papers))
    by_title = {paper.title: paper.id for paper in papers}
    first, *_ = found[by_title["Carbon Taxes and Firm Entry"]]
    assert first.paper == by_title["Revenue Recycling of Carbon Taxes in Sweden"]
    assert "carbon taxes" in first.words


def test_input_order_decides_nothing() -> None:
    shuffled = list(seeds())
    random.Random(3).shuffle(shuffled)  # noqa: S311 - order, not secrets
    assert related.neighbours(shuffled, tagging()) == related.neighbours(seeds(), tagging())


def test_variants_are_not_related() -> None:
    one, *others = economics()
    twin = replace(one, id="twin", slug="twin", abstract=one.abstract + " More.")
    one, twin = replace(one, variants=("twin",)), replace(twin, variants=(one.id,))
    papers = [one, twin, *others]
    found = related.neighbours(papers, topics.tag(papers))
    assert "twin" not in {each.paper for each in found[one.id]}
    assert one.id not in {each.paper for each in found["twin"]}


def test_one_more_paper_leaves_most_neighbours_alone() -> None:
    papers = seeds()
    before = related.neighbours(papers[1:], tagging())
    after = related.neighbours(papers, tagging())
    same = sum(
        [each.paper for each in near] == [e.paper for e in after[p] if e.paper != papers[0].id]
        for p, near in before.items()
    )
    assert same >= 0.9 * len(before)


def test_no_papers_and_one_paper() -> None:
    assert related.neighbours([], Tagging((), {}, {})) == {}
    one = economics()[0]
    assert related.neighbours([one], topics.tag([one])) == {one.id: ()}
