"""`views.reasons`: why a paper has a topic, and where it says so."""

import re

import pytest

from making import paper
from sitegen.model import Evidence, Part, Reason, Tag
from sitegen.views.reasons import mentions, words


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("owner"), "Set by the library’s owner"),
        (Reason("keyword"), "A keyword the authors chose"),
        (Reason("title"), "In the title"),
        (Reason("acronym"), "The paper defines an acronym for it"),
        (Reason("count", 1), "Said once"),
        (Reason("count", 2), "Said twice"),
        (Reason("count", 12), "Said 12 times"),
        (Reason("first"), "In the abstract’s first sentence"),
        (Reason("field", 30), "Elsewhere a keyword of 30 in 100 papers that mention it"),
    ],
)
def test_every_reason_has_its_words(reason: Reason, said: str) -> None:
    assert words(reason) == said


def found(title: str, abstract: str, phrase: str) -> list[tuple[str, str]]:
    """Return the phrases that match `phrase`, and where they stand in words."""
    texts: list[tuple[Part, str]] = [("title", title), ("abstract", abstract)]
    evidence = tuple(
        Evidence(part, match.start(), match.end())
        for part, text in texts
        for match in re.finditer(phrase, text)
    )
    (said,) = mentions(paper("a", title, abstract=abstract), [Tag("x", evidence)])
    return [(mention.phrase, mention.places) for mention in said]


@pytest.mark.parametrize(
    ("title", "abstract", "places"),
    [
        ("On RL", "It. Is.", "title"),
        ("It", "On RL.", "abstract"),
        ("It", "It is. On RL.", "abstract, sentence 2"),
        ("It", "RL is. It is. RL, RL.", "abstract, sentences 1 and 3"),
        ("It", "RL is. RL was. RL, RL.", "abstract, sentences 1–3"),
        ("It", "RL is. RL was. RL, RL. It is. RL ends.", "abstract, sentences 1–3 and 5"),
        ("RL", "RL is. It is.", "title; abstract, sentence 1"),
    ],
)
def test_places_are_told(title: str, abstract: str, places: str) -> None:
    assert found(title, abstract, "RL") == [("RL", places)]


def test_phrases_stand_once_in_reading_order_spelled_as_first() -> None:
    title, abstract = "Sparse Coding", "SC (sparse coding) is. SC it is."
    assert found(title, abstract, "[Ss]parse [Cc]oding|SC") == [
        ("Sparse Coding", "title; abstract, sentence 1"),
        ("SC", "abstract, sentences 1 and 2"),
    ]


def test_a_phrase_of_a_formula_reads_plainly() -> None:
    assert found("It", "A $k$-means of it. It.", r"\$k\$-means") == [
        ("k-means", "abstract, sentence 1"),
    ]


@pytest.mark.parametrize(
    ("abstract", "phrase", "said"),
    [
        (r"We do {\it A}uto-completion. It is.", r"A\}uto-completion", "Auto-completion"),
        (r"We do {\em sparse coding} here. It is.", r"sparse coding\}", "sparse coding"),
        (r"A **deep** net of it. It.", r"deep\*\* net", "deep net"),
        ("A deep\n net of it. It.", r"deep\n net", "deep net"),
    ],
)
def test_a_phrase_that_begins_inside_markup_reads_plainly(
    abstract: str, phrase: str, said: str
) -> None:
    assert found("It", abstract, phrase) == [(said, "abstract, sentence 1")]


def test_a_topic_without_evidence_has_no_mentions() -> None:
    assert [*mentions(paper("a"), [Tag("x"), Tag("y")])] == [(), ()]
    assert [*mentions(paper("a"), [])] == []
