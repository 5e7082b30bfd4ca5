"""How strongly topics are tied by the papers they have in common, and which ties are shown."""

import math
from collections.abc import Mapping, Sequence

from sitegen.atlas.values import Tie
from sitegen.model import Topic

# What one paper says is half chance: a tie of so many papers counts half.
_HALF = 3.0
_CLOSEST = 5
_DRAWN = 2
# What is worth a line: one paper in common is not, nor a few among hundreds.
_FEWEST = 2
_WEAKEST = 0.04

Strengths = tuple[Mapping[int, float], ...]
"""For each topic, by its place in a list, the strength of its ties to others of the list."""


def strengths(topics: Sequence[Topic], near: Mapping[str, Sequence[tuple[str, int]]]) -> Strengths:
    """Return the strengths of the ties among `topics`, from 0 to 1.

    A strength is the cosine of two topics as sets of papers, shrunk where few papers tell.

    `near` says of each slug with which topics it has papers in common, and how many.
    """
    place = {topic.slug: at for at, topic in enumerate(topics)}
    sizes = [len(topic.papers) for topic in topics]
    return tuple(
        {
            place[slug]: common
            / math.sqrt(sizes[at] * sizes[place[slug]])
            * (common / (common + _HALF))
            for slug, common in near.get(topic.slug, ())
            if slug in place
        }
        for at, topic in enumerate(topics)
    )


def closest(
    topics: Sequence[Topic],
    strengths: Strengths,
    near: Mapping[str, Sequence[tuple[str, int]]],
) -> list[tuple[tuple[str, int], ...]]:
    """Return for each topic the few it is tied to most, with the papers in common."""
    found = []
    for topic, strength in zip(topics, strengths, strict=True):
        common = dict(near.get(topic.slug, ()))
        ranked = sorted(strength, key=lambda at: (-strength[at], topics[at].slug))
        slugs = (topics[at].slug for at in ranked[:_CLOSEST])
        found.append(tuple((slug, common[slug]) for slug in slugs))
    return found


def drawn(
    topics: Sequence[Topic],
    strengths: Strengths,
    closest: Sequence[Sequence[tuple[str, int]]],
) -> tuple[Tie, ...]:
    """Return the ties to draw: the strongest of each topic, each once, in order."""
    place = {topic.slug: at for at, topic in enumerate(topics)}
    found = {
        Tie(min(topic.slug, slug), max(topic.slug, slug), common)
        for topic, strength, ties in zip(topics, strengths, closest, strict=True)
        for slug, common in ties[:_DRAWN]
        if common >= _FEWEST and strength[place[slug]] >= _WEAKEST
    }
    return tuple(sorted(found, key=lambda tie: (tie.one, tie.other)))
