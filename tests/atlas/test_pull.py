"""`atlas.pull`: the balance between anchors and ties."""

import pytest

from sitegen.atlas.pull import pulled
from sitegen.atlas.values import Anchor


def test_a_tie_brings_two_topics_together_by_its_strength() -> None:
    anchors = [Anchor(0, 0, 1), Anchor(1, 0.5, 1)]
    (x, y), (u, v) = pulled(anchors, ({1: 0.5}, {0: 0.5}))
    assert (x, y, u, v) == pytest.approx((0.25, 0.125, 0.75, 0.375))


def test_what_is_held_more_firmly_moves_less() -> None:
    (x, _), (u, _) = pulled([Anchor(0, 0, 1), Anchor(1, 0, 0.25)], ({1: 1}, {0: 1}))
    assert x < 1 - u


def test_without_ties_topics_stay_at_home() -> None:
    assert pulled([Anchor(0.2, 0.7, 1)], ({},)) == [pytest.approx((0.2, 0.7))]
