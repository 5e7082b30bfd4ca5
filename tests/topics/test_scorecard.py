"""Scorecards: sums of tables, linear between their knots."""

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics import features, phrases, score, statistics
from sitegen.topics.scorecard import Scorecard, between, cells, probability
from tagged import titled

CARD = Scorecard(
    knots={"a": [0.0, 1.0, 3.0], "b": [0.0, 10.0]},
    tables={"a": [0.0, 2.0, 4.0], "b": [1.0, -1.0], "a*b": [[0, 0], [0, 0], [0, 8]]},
    bias=5.0,
)
KNOTS = st.lists(st.floats(-50, 50), min_size=1, max_size=8, unique=True).map(sorted)


@pytest.mark.parametrize(
    ("names", "a", "b", "total"),
    [
        (["a"], 0, 0, 0),
        (["a"], 0.5, 0, 1),
        (["a"], 2, 0, 3),
        (["a"], 99, 0, 4),
        (["b"], 0, -99, 1),
        (["a", "b"], 1, 5, 2),
        (["a*b"], 3, 5, 4),
        (["a*b"], 2, 10, 4),
        (["a*b"], 1, 10, 0),
    ],
)
def test_sums_lie_between_the_figures(names: list[str], a: float, b: float, total: float) -> None:
    assert CARD.sum(names, {"a": a, "b": b}) == total


@given(KNOTS, st.floats(-60, 60))
def test_shares_of_knots_add_up_and_give_the_value_back(knots: list[float], value: float) -> None:
    near = between(knots, value)
    assert isclose(sum(share for _, share in near), 1)
    inside = min(max(value, knots[0]), knots[-1])
    assert isclose(sum(knots[at] * share for at, share in near), inside, abs_tol=1e-6)


@given(KNOTS, KNOTS, st.floats(-60, 60), st.floats(-60, 60))
def test_cells_of_a_pair_add_up(a: list[float], b: list[float], x: float, y: float) -> None:
    found = cells("a*b", {"a": a, "b": b}, {"a": x, "b": y})
    assert isclose(sum(weight for _, weight in found), 1)
    assert all(0 <= row < len(a) and 0 <= column < len(b) for (row, column), _ in found)


def test_probabilities_rise_with_log_odds() -> None:
    odds = [probability(each) for each in (-700, -3, 0, 3, 700)]
    assert odds[2] == 0.5
    assert all(one <= other for one, other in pairwise(odds))
    assert 0 <= odds[0] <= odds[-1] <= 1


def test_the_shipped_scorecards_have_every_table_and_ascending_knots() -> None:
    scoring = statistics.shipped().scoring
    wanted = {*features.TERM, *features.SAYING, *features.SHAPE, *features.PLACE}
    assert scoring.tables.keys() == wanted
    for knots in scoring.knots.values():
        assert list(knots) == sorted(set(knots))


def test_a_phrase_alone_scores_what_it_scores_among_all_of_its_paper() -> None:
    background = statistics.shipped()
    often = "Neural networks learn. " * 15 + "Zorbic lattices of GPU kernels (GPUs) are neural."
    paper = titled("Zorbic lattices for neural networks", f"Graph neural networks win. {often}")
    said = phrases.Said(phrases.cut(paper), background.acronyms)
    together = score.scored(said, background)
    known = {key: background.known(key) for key in together}
    assert {known[key].papers > 0 for key in together} == {True, False}
    for key, found in together.items():
        alone = score.score(said.phrase(key), known[key], background.scoring)
        assert isclose(alone, found, rel_tol=1e-9), key
