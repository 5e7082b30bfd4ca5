"""In which order papers come: those that have all the words, and those that lack some."""

import pytest

from making import paper
from scripting import Node
from sitegen import search

LIBRARY = (
    paper("named", "Factor", abstract="An X unknown.", authors=("Ray Ray",)),
    paper("loose", "Rays and an X", abstract="A ray of X, and another ray."),
    paper("title", "A ray of X"),
    paper("says", "Images", abstract="A chest X-ray of patients at a hospital, as described."),
    paper("several", "Pictures", abstract="All X-rays of patients at a hospital, once described."),
    paper("joined", "Pictures", abstract="A chest xray of patients at a hospital, as described."),
    paper("in-depth", "Images", abstract="An in-depth study of what is there, as described."),
    paper("depth", "Depth", abstract="Depth by depth."),
)  # fmt: skip

TOGETHER = {
    "x-ray": ("says", "several", "joined"),
    "X-ray ": ("says", "several", "joined"),
    "x-rays ": ("says", "several", "joined"),
    "X-ray patients": ("says", "several", "joined"),
    "in-depth ": ("in-depth",),
}


@pytest.mark.parametrize("query", TOGETHER)
def test_the_parts_of_a_compound_are_worth_more_together(node: Node, query: str) -> None:
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False, "queries": [query]}
    (answer,) = node("find.cjs", given)["answers"]
    together = TOGETHER[query]
    assert set(answer["hits"][: len(together)]) == set(together)
    assert answer["all"] > len(together)


HALF_REMEMBERED = (
    *(paper(f"common-{at}", "Learning a model", abstract="Of data.") for at in range(99)),
    paper("meant", "Images", abstract="Wavelets are what this paper is learning, and more of it."),
    paper("one", "Wavelets", abstract="Of wavelets."),
)


def test_what_few_papers_have_is_lacked_more_than_what_most_have(node: Node) -> None:
    files = dict(search.files(HALF_REMEMBERED, {}, {}))
    given = {"files": files, "similar": False, "queries": ["wavelets model learning "]}
    (answer,) = node("find.cjs", given)["answers"]
    assert answer["complete"] == 0
    assert answer["hits"][0] == "meant"


def test_two_words_outweigh_one_that_few_papers_have(node: Node) -> None:
    files = dict(search.files(HALF_REMEMBERED[:99] + HALF_REMEMBERED[100:], {}, {}))
    given = {"files": files, "similar": False, "queries": ["wavelets model learning "]}
    (answer,) = node("find.cjs", given)["answers"]
    assert answer["hits"][0].startswith("common-")
