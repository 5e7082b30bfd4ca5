"""Topics drawn out of their own places towards those they are tied to."""

from collections.abc import Sequence

from sitegen.atlas.ties import Strengths
from sitegen.atlas.values import Anchor, Point

_ROUNDS = 60


def pulled(anchors: Sequence[Anchor], strengths: Strengths) -> list[Point]:
    """Return where topics come to rest between springs to their anchors and along their ties.

    This is the only minimum of the sum of ``hold * (distance to the anchor)²`` over topics and
    ``strength * (distance)²`` over ties (Tutte 1963, with soft instead of fixed points), found
    by Jacobi's method. It depends continuously on anchors and ties, and no start can lead to
    another.
    """
    places = [(anchor.x, anchor.y) for anchor in anchors]
    for _ in range(_ROUNDS):
        places = [
            _balance(anchor, [(places[at], strength) for at, strength in ties.items()])
            for anchor, ties in zip(anchors, strengths, strict=True)
        ]
    return places


def _balance(anchor: Anchor, others: Sequence[tuple[Point, float]]) -> Point:
    """Return the mean of an anchor and of tied places, each by its weight."""
    x, y, total = anchor.x * anchor.hold, anchor.y * anchor.hold, anchor.hold
    for place, strength in others:
        x += place[0] * strength
        y += place[1] * strength
        total += strength
    return x / total, y / total
