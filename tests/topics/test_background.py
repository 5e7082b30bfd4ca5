"""The maintainers' command counts what it says it counts."""

import pytest

from scripts.topic_statistics import counting
from scripts.topic_statistics.corpus import is_free, keywords_of
from sitegen.topics.features import Counts, rate


def row(title: str, abstract: str, *keywords: str, venue: str = "colm") -> dict[str, object]:
    """Return one object of a corpus."""
    return {"title": title, "abstract": abstract, "keywords": list(keywords), "venue": venue}


HATS = row("On felt hats", "We look at felt hats. Felt hats are warm.", "Felt Hat", "millinery")
CAPS = row("On caps", "We look at caps and at felt hats.", "caps", venue="ijcai")


def counts() -> dict[str, Counts]:
    """Return the counts of both papers."""
    return {key: Counts(*each) for key, each in counting.counts([HATS, CAPS], {}).items()}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("felt hat", Counts(2, 2, 1, 1, 1, 0, 1, 1, 0)),
        ("millinery", Counts(keywords=1, candidates=1)),
        ("cap", Counts(1, 1, 1, 1, 1, 0, 0, 0, 1)),
    ],
)
def test_what_is_counted_of_a_phrase(key: str, expected: Counts) -> None:
    assert counts()[key] == expected


def test_keywords_of_a_taxonomy_are_not_free() -> None:
    assert is_free(HATS)
    assert not is_free(CAPS)
    assert not is_free(row("", ""))
    assert keywords_of(row("", "", "Machine Learning: Kernel Methods (SVM)"), {}) == {
        "kernel method"
    }


def test_acronyms_count_when_nearly_all_agree() -> None:
    agreed = counting.agreed({("svm", "support vector machine"): 12, ("svm", "some very much"): 1})
    assert agreed == {"svm": "support vector machine"}
    assert counting.agreed({("ar", "auto regression"): 12, ("ar", "augmented reality"): 9}) == {}
    assert counting.agreed({("ar", "auto regression"): 3}) == {}


def test_a_paper_is_left_out_of_the_rates_that_it_is_told_by() -> None:
    total = {"felt hat": Counts(keywords=3, candidates=8), "top hat": Counts(candidates=2)}
    edges = counting.edges(total)
    assert counting.rates("felt hat", edges, Counts()) == (rate(3, 10), rate(3, 8))
    own = Counts(keywords=1, candidates=1)
    assert counting.rates("felt hat", edges, own) == (rate(2, 9), rate(2, 7))
    assert counting.rates("bowler", edges, own) == (rate(0, 0), rate(0, 0))


def test_a_phrase_goes_together_with_what_its_paper_is_about() -> None:
    pairs, about = counting.together([HATS, CAPS], {}, {"felt hat": 0, "cap": 1})
    assert about == {0: 1, 1: 1}
    assert pairs["felt hat", 1] == 1
    assert pairs["cap", 0] == 0
