"""What a word of a query may stand for that no paper says."""

from typing import Any

import pytest

from making import paper
from scripting import Node
from sitegen import search

LIBRARY = (
    paper("meant", "Generalized pseudolikelihood estimation", abstract="Of graphs."),
    paper("half", "Pseudolikelihood", abstract="A generalization of likelihood."),
    paper("short", "The dynamics of gradient descent"),
    paper("other", "Networks", abstract="Of graphs, by the descent of a gradient."),
)

JOINED = {
    "generalizedpseudolikelihood estimation": "meant",
    "GeneralizedPseudolikelihood": "meant",
    "thedynamics of gradient descent": "short",
    "gradientdescent dynamics": "short",
    "dynamicsof gradients": "short",
}


@pytest.mark.parametrize("query", JOINED)
@pytest.mark.parametrize("end", ["", " "], ids=["growing", "whole"])
def test_two_words_that_were_run_together_are_both_meant(node: Node, query: str, end: str) -> None:
    answer = _answer(node, query + end)
    assert answer["complete"]
    assert answer["hits"][0] == JOINED[query]
    assert answer["guessed"]
    assert not answer["missing"]


@pytest.mark.parametrize("word", ["qqqdescent", '"thedynamics"', "2024descent"])
def test_a_word_is_parted_between_two_that_are_known(node: Node, word: str) -> None:
    answer = _answer(node, f"{word} networks ")
    assert answer["complete"] == 0
    assert answer["missing"] == [word.strip('"')]


def test_a_slip_that_a_paper_made_too_is_read_over(node: Node) -> None:
    library = (
        *(paper(f"other-{at}", "Graphs", abstract="A theory of trees.") for at in range(99)),
        *(paper(f"near-{at}", "Trees and theory", abstract="Of graphs.") for at in range(3)),
        paper("slip", "Graphs", abstract="A theory of wavlets."),
        paper("meant", "Wavelets", abstract="A theory of trees and graphs."),
    )
    query = "wavlets trees theory graphs "
    given = {"files": dict(search.files(library, {}, {})), "similar": False, "queries": [query]}
    (answer,) = node("find.cjs", given)["answers"]
    assert answer["guessed"] == ["wavlets"]
    assert answer["hits"][0] == "meant"


def _answer(node: Node, query: str) -> Any:  # noqa: ANN401  # what the script answers
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False, "queries": [query]}
    (answer,) = node("find.cjs", given)["answers"]
    return answer
