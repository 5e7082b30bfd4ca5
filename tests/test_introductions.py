"""`introductions`: the sentence that introduces a topic."""

import re
from collections.abc import Sequence

import pytest

from making import paper
from sitegen.introductions import introductions
from sitegen.model import Evidence, Paper, Tag, Topic

DEFINED = "Sparse coding is the task of writing a signal as a sum of few atoms."


def introduced(*abstracts: str, name: str = "Sparse coding") -> str | None:
    """Return the sentence that introduces the topic `name` of papers with these abstracts."""
    papers = [paper(f"p{n:02}", abstract=abstract) for n, abstract in enumerate(abstracts)]
    topic = Topic("t", name, tuple(one.id for one in papers))
    tags = {one.id: (Tag("t", tuple(evidence(one, name))),) for one in papers}
    by_id = {one.id: one for one in papers}
    found = introductions(by_id, [topic], tags)
    return next((by_id[ident].abstract[start:end] for ident, start, end in found.values()), None)


def evidence(one: Paper, name: str) -> Sequence[Evidence]:
    return [
        Evidence("abstract", match.start(), match.end())
        for match in re.finditer(rf"{name}|SCs?\b", one.abstract, re.IGNORECASE)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        DEFINED,
        "Sparse coding (SC) aims to write every signal as the sum of a few atoms.",
        "Sparse coding, a method from signal processing, refers to sums of a few atoms.",
        "Sparse coding methods are techniques that write a signal as a sum of few atoms.",
        "The sparse coding is one of the classical ways to write a signal as a sum of few atoms.",
        "The problem of sparse coding is to write a signal as a sum of only a few atoms.",
        "Learning sparse coding is a central problem of modern signal processing.",
        "Sparse coding enables compact descriptions of signals by a dictionary of few atoms.",
        "Sparse coding has become a standard way to describe signals by a sum of few atoms.",
        "Sparse coding is the task of finding $x$ in $y = Dx$ where $x$ has few entries.",
    ],
)
def test_a_sentence_that_says_what_a_topic_is_introduces_it(sentence: str) -> None:
    assert introduced(f"{sentence} We do it faster.") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We study sparse coding, which is the task of writing a signal as few atoms.",
        "This paper is on sparse coding, the task of writing a signal as few atoms.",
        "However, sparse coding is the task of writing a signal as a sum of few atoms.",
        "Sparse coding is the task that our method solves faster than all of the others.",
        "Sparse coding is hard.",
        "Sparse coding is " + "very " * 60 + "useful.",
        "Sparse coding is a task of such systems that write signals as sums of few atoms.",
        "Sparse coding is the task of encodifi- ing a signal as the sum of only a few atoms.",
        "A sparse coding is first introduced, before the device and its parts are described.",
        "Sparse coding has made remarkable progress in the recent years of research.",
        "Sparse coding has achieved good results on the signals of many fields and machines.",
        "Sparse coding has recently gained much interest as it avoids the cost of long signals.",
        "Sparse coding is attracting more and more attention in the many fields of signals.",
        "Sparse coding and its variants have achieved success in the tasks of many fields.",
        "Sparse coding has become increasingly important in the study of signals of all kinds.",
        "Sparse coding is then achieved by a polynomial of the term that was found before it.",
        "Sparse coding can then be used to speed up learning in many of the tasks at hand.",
        "Sparse coding is estimated on a small machine in real time at 250 frames a second.",
        "Sparse coding, however, is a requirement of many devices in finance and in hospitals.",
        "Sparse coding is costly, challenging and limited, and it fails on most of the data.",
        "The compressed form is found by sparse coding, which writes signals as few atoms.",
        "Sparse coding is the task of writing a signal as a sum of atoms, see https://a.b.",
    ],
)
def test_other_sentences_introduce_nothing(sentence: str) -> None:
    assert introduced(f"Signals are long. {sentence} It is so.") is None


def test_a_definition_is_preferred_to_a_statement_wherever_it_stands() -> None:
    statement = "Sparse coding enables compact descriptions of signals by a few atoms."
    assert introduced(f"{statement} Text.", f"Signals are long. {DEFINED}") == DEFINED


def test_the_paper_that_fits_better_introduces_the_topic() -> None:
    other = DEFINED.replace("a signal", "an image")
    assert introduced(DEFINED, other) == DEFINED
    assert introduced(other, DEFINED) == other


def test_the_sentence_after_a_formula_with_dots_is_found() -> None:
    assert introduced(f"Let $x_1, \\dots, x_n$ be $3.5$ or so. {DEFINED} More.") == DEFINED


def test_only_the_papers_that_fit_best_are_read() -> None:
    assert introduced(*["Sparse coding."] * 20, DEFINED) is None


def test_a_topic_without_papers_or_evidence_has_no_introduction() -> None:
    assert introductions({}, [Topic("t", "T", ())], {}) == {}
    one = paper("a", abstract=DEFINED)
    assert introductions({"a": one}, [Topic("t", "T", ("a",))], {"a": (Tag("t"),)}) == {}
