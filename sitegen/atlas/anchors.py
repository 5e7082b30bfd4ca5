"""Where each topic would lie by itself: what it is called and what its papers say decide.

The shipped table (`anchors.md`) knows where common phrases lie on a map of some fields. A topic
whose name it knows lies there. Another lies where most of its evidence is: the known parts of
its name and the known keyphrases of its papers. What nothing is known of lies anywhere, but
always at the same place.
"""

import gzip
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from sitegen import text
from sitegen.atlas.values import Anchor, Point
from sitegen.model import Topic
from sitegen.topics import tokens

FILE = "anchors.tsv.gz"
SCALE = 99
"""Both coordinates of the table run from 0 to this."""

# How firmly a topic is held, against ties whose strengths run from 0 to 1.
_KNOWN, _LIKELY, _ANYWHERE = 1.5, 1.0, 0.5
_PART_OF_NAME = 6.0
# The mean of the evidence lies between its clusters; a few steps of mean shift (Fukunaga and
# Hostetler 1975), with a Gaussian kernel as wide as this, lead into the one that holds most.
_KERNEL = 0.2
_STEPS = 5
# Far less than two neighbours of the table lie apart: topics of one place must not coincide.
_APART = 0.02


@cache
def shipped() -> Mapping[str, Point]:
    """Return the table: a phrase, as `topics.tokens.key` folds it, to its place."""
    packed = (Path(__file__).parent / FILE).read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {key: (int(x) / SCALE, int(y) / SCALE) for key, x, y in rows}


def anchor(topic: Topic, keyphrases: Sequence[Sequence[str]]) -> Anchor:
    """Return the place of `topic`; `keyphrases` are those of its papers, in their order.

    Those that fit it best say where it lies, as many of them as are given.
    """
    table = shipped()
    keys = [tokens.key(name) for name in (topic.name, *topic.phrases)]
    x, y = somewhere(keys[0])
    known = next((key for key in keys if key in table), None)
    if known is not None:
        place, hold = table[known], _KNOWN
    elif evidence := list(_evidence(keys[0], keyphrases, table)):
        place, hold = _densest(evidence), _LIKELY
    else:
        return Anchor(x, y, _ANYWHERE)
    return Anchor(place[0] + _APART * (x - 0.5), place[1] + _APART * (y - 0.5), hold)


def somewhere(key: str) -> Point:
    """Return a place that depends on `key` alone, anywhere in the square."""
    digits = text.digest(key)
    return int(digits[:8], 16) / 0xFFFFFFFF, int(digits[8:], 16) / 0xFFFFFFFF


def _evidence(
    key: str, keyphrases: Sequence[Sequence[str]], table: Mapping[str, Point]
) -> Iterator[tuple[Point, float]]:
    """Yield the known places that speak for a topic, with their weights."""
    for part in _known_parts(key, table):
        yield table[part], _PART_OF_NAME
    for phrase in chain.from_iterable(keyphrases):
        place = table.get(tokens.key(phrase))
        if place is not None:
            yield place, 1.0


def _known_parts(key: str, table: Mapping[str, Point]) -> list[str]:
    """Return the longest known phrases within a phrase, all of one length."""
    words = key.split()
    for length in range(len(words) - 1, 0, -1):
        parts = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        if known := [part for part in parts if part in table]:
            return known
    return []


def _densest(evidence: Sequence[tuple[Point, float]]) -> Point:
    """Return where weighted places lie closest together, as seen from their mean."""
    x, y = _mean(evidence)
    for _ in range(_STEPS):
        nearer = [
            (place, weight * math.exp(-((place[0] - x) ** 2 + (place[1] - y) ** 2) / _SPREAD))
            for place, weight in evidence
        ]
        x, y = _mean(nearer)
    return x, y


_SPREAD = 2 * _KERNEL**2


def _mean(weighted: Sequence[tuple[Point, float]]) -> Point:
    """Return the mean of weighted places."""
    total = sum(weight for _, weight in weighted)
    return (
        sum(place[0] * weight for place, weight in weighted) / total,
        sum(place[1] * weight for place, weight in weighted) / total,
    )
