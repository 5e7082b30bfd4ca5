"""How strongly topics are tied by the papers they have in common, and which ties are shown."""

import math
from collections.abc import Mapping

from sitegen.atlas.values import Tie
from sitegen.jobs.parcel import Parcel

# What one paper says is half chance: a tie of so many papers counts half.
_HALF = 3.0
_CLOSEST = 5
_DRAWN = 2
# What is worth a line: one paper in common is not, nor a few among hundreds.
_FEWEST = 2
_WEAKEST = 0.04

Strengths = tuple[Mapping[int, float], ...]
"""For each topic, by its place in a list, the strength of its ties to others of the list."""

Near = tuple[tuple[str, int], ...]
"""The topics that one has papers in common with, and how many."""


class Bonds(Parcel, frozen=True):
    """The ties of one topic.

    Attributes:
        strengths: The places of other topics among all of the map, each with the strength of the
            tie; those with most papers in common first, as sums depend on their order.
        closest: Those it is tied to most, by slug, with the papers in common.
    """

    strengths: tuple[tuple[int, float], ...]
    closest: Near


def bonds(sizes: Mapping[str, int], given: tuple[str, Near]) -> Bonds:
    """Return the ties of a topic to others of the map, their strengths from 0 to 1.

    A strength is the cosine of two topics as sets of papers, shrunk where few papers tell.

    Args:
        sizes: How many papers each topic of the map has, by its slug.
        given: The topic's slug, and what it has papers in common with.
    """
    own, near = given
    common = {slug: count for slug, count in near if slug in sizes}
    strengths = {
        slug: count / math.sqrt(sizes[own] * sizes[slug]) * (count / (count + _HALF))
        for slug, count in common.items()
    }
    ranked = sorted(strengths, key=lambda slug: (-strengths[slug], slug))
    place = {slug: at for at, slug in enumerate(sizes)}
    return Bonds(
        tuple((place[slug], strength) for slug, strength in strengths.items()),
        tuple((slug, common[slug]) for slug in ranked[:_CLOSEST]),
    )


def drawn(sizes: Mapping[str, int], found: Mapping[str, Bonds]) -> tuple[Tie, ...]:
    """Return the ties to draw: the strongest of each topic, each once, in order."""
    place = {slug: at for at, slug in enumerate(sizes)}
    ties = {
        Tie(min(own, slug), max(own, slug), common)
        for own, each in found.items()
        for strengths in [dict(each.strengths)]
        for slug, common in each.closest[:_DRAWN]
        if common >= _FEWEST and strengths[place[slug]] >= _WEAKEST
    }
    return tuple(sorted(ties, key=lambda tie: (tie.one, tie.other)))
