"""Figures are those that one reckons by hand."""

from math import log2

import pytest

from measuring import figures


def test_f1_is_twice_the_hits_over_both_sizes() -> None:
    assert figures.f1(["a", "b", "c", "d", "e"], ["a", "b", "x"]) == pytest.approx(4 / 8)


@pytest.mark.parametrize(("found", "gold"), [([], ["a"]), (["a"], []), ([], []), (["b"], ["a"])])
def test_f1_without_a_hit_is_zero(found: list[str], gold: list[str]) -> None:
    assert figures.f1(found, gold) == 0


def test_recall_is_a_share_of_the_gold() -> None:
    assert figures.recall(["a", "b", "c"], ["a", "x"]) == 0.5
    assert figures.recall([], ["a"]) == 0


def test_jaccard_is_the_common_share_and_two_empty_sets_are_equal() -> None:
    assert figures.jaccard("ab", "bc") == pytest.approx(1 / 3)
    assert figures.jaccard("", "") == 1
    assert figures.jaccard("a", "") == 0


def test_a_mean_counts_every_value_and_is_zero_of_none() -> None:
    assert figures.mean([1, 0, 0, 0]) == 0.25
    assert figures.mean([]) == 0


def test_the_best_ranking_has_a_gain_of_one() -> None:
    assert figures.ndcg(["a", "b", "x"], {"a", "b"}) == 1


def test_a_later_hit_gains_less() -> None:
    assert figures.ndcg(["x", "a"], {"a"}) == pytest.approx(1 / log2(3))


def test_gain_ends_at_its_depth_and_so_does_what_could_be_gained() -> None:
    assert figures.ndcg(["x", "x", "a"], {"a"}, depth=2) == 0
    assert figures.ndcg(["a", "b"], {"a", "b", "c", "d"}, depth=2) == 1
    assert figures.ndcg(["a"], set()) == 0
