"""Two words of a query that papers write as one."""

from typing import Any

import pytest

from making import paper
from scripting import Node
from sitegen import search

LIBRARY = (
    paper("one", "Multimodal dialogue"),
    paper("hyphen", "Multi-modal speech", authors=("Ann Modal",)),
    paper("apart", "Speech", abstract="A multi purpose tool with a modal window, for dialogue."),
    paper("none", "Pre and post trained models", abstract="Of dialogue."),
)

SAME = {
    "multi modal": "multi-modal",
    "Multi  Modal dialogue ": "multi-modal dialogue ",
    "dialogue multi modal ": "dialogue multi-modal ",
    "multi modalities dialogue ": "multi-modalities dialogue ",
    "speech multi mod": "speech multi-mod",
}


@pytest.mark.parametrize("query", SAME)
def test_a_blank_in_a_word_is_as_good_as_a_hyphen(node: Node, query: str) -> None:
    apart, joined = _answers(node, query, SAME[query])
    for each in ("hits", "words", "complete", "missing", "guessed"):
        assert apart[each] == joined[each]
    assert {"one", "hyphen"} <= set(apart["hits"])


APART = ("pre trained ", "modal multi ", "multi, modal ", 'multi "modal" ', "multi author:modal ")


@pytest.mark.parametrize("query", APART)
def test_other_words_stay_two(node: Node, query: str) -> None:
    (answer,) = _answers(node, query)
    assert max(answer["words"]) == 2


def test_what_is_not_wanted_is_the_word_alone(node: Node) -> None:
    (answer,) = _answers(node, "dialogue -multi modal ")
    assert "apart" not in answer["hits"]


def test_a_spelling_is_offered_where_the_words_stand(node: Node) -> None:
    (answer,) = _answers(node, "multi modal title:qqq zzz")
    assert answer["without"] is not None
    assert answer["without"].startswith("multi modal")


def _answers(node: Node, *queries: str) -> Any:  # noqa: ANN401  # what the script answers
    files = dict(search.files(LIBRARY, {}, {}))
    given = {"files": files, "similar": False, "queries": queries}
    return node("find.cjs", given)["answers"]
