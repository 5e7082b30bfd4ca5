"""Log-odds as a sum of tables: what each feature adds, and each pair of features."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp
from typing import Any

from sitegen.jobs.parcel import Parcel

Table = Sequence[float] | Sequence[Sequence[float]]


class Scorecard(Parcel, frozen=True, eq=False):
    """A generalised additive model with pairs (Lou and others 2013), linear between its knots.

    Attributes:
        knots: The places of each feature's scale that tables have figures for, ascending.
        tables: What a feature adds at each of its knots, in log-odds; under ``a*b`` what two
            features add together, a row for each knot of `a`.
        bias: What is added always.
    """

    knots: Mapping[str, Sequence[float]]
    tables: Mapping[str, Table]
    bias: float

    def sum(self, names: Iterable[str], values: Mapping[str, float]) -> float:
        """Return what the tables called `names` add for `values`, without the bias."""
        value = values.__getitem__
        return sum([figure(self, name, *map(value, features(name))) for name in names])


@lru_cache(maxsize=1 << 7)
def features(name: str) -> list[str]:
    """Return the features of a table."""
    return name.split("*")


@lru_cache(maxsize=1 << 16)
def figure(card: Scorecard, name: str, *values: float) -> float:
    """Return what the table called `name` adds for the values of its features."""
    total = 0.0
    for places, weight in cells(name, card.knots, dict(zip(features(name), values, strict=True))):
        cell: Any = card.tables[name]
        for place in places:
            cell = cell[place]
        total += weight * cell
    return total


def cells(
    name: str, knots: Mapping[str, Sequence[float]], values: Mapping[str, float]
) -> list[tuple[tuple[int, ...], float]]:
    """Return the figures of a table that a value lies between, each with its weight.

    The weights add up to one.
    """
    found: list[tuple[tuple[int, ...], float]] = [((), 1.0)]
    for feature in features(name):
        near = between(knots[feature], values[feature])
        found = [
            ((*places, place), weight * share) for places, weight in found for place, share in near
        ]
    return found


def between(knots: Sequence[float], value: float) -> tuple[tuple[int, float], ...]:
    """Return the one or two knots that `value` lies at or between, with their shares."""
    if value <= knots[0]:
        return ((0, 1.0),)
    if value >= knots[-1]:
        return ((len(knots) - 1, 1.0),)
    place = bisect_right(knots, value) - 1
    share = (value - knots[place]) / (knots[place + 1] - knots[place])
    return ((place, 1 - share), (place + 1, share)) if share else ((place, 1.0),)


def probability(log_odds: float) -> float:
    """Return log-odds as a probability, 0 to 1."""
    return 1 / (1 + exp(-log_odds))
