"""Measures of agreement between two sets or lists, and their averages."""

from collections.abc import Collection, Iterable, Sequence
from math import log2


def mean(values: Iterable[float]) -> float:
    """Return the average of `values`, 0 of none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def f1(found: Collection[str], gold: Collection[str]) -> float:
    """Return the harmonic mean of precision and recall; nothing found is 0."""
    hits = len(set(found) & set(gold))
    return 2 * hits / (len(set(found)) + len(set(gold))) if hits else 0.0


def recall(found: Collection[str], gold: Collection[str]) -> float:
    """Return the share of `gold` that was found."""
    return len(set(found) & set(gold)) / len(set(gold)) if gold else 0.0


def jaccard(one: Collection[str], other: Collection[str]) -> float:
    """Return the share of what two sets have in common; two empty sets are equal."""
    either = set(one) | set(other)
    return len(set(one) & set(other)) / len(either) if either else 1.0


def ndcg(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return the discounted gain of the first `depth`, as a share of the best there could be.

    Each relevant item gains 1, discounted by the log of its rank plus one.
    """
    gained = sum(
        1 / log2(rank + 1) for rank, item in enumerate(ranked[:depth], 1) if item in relevant
    )
    best = sum(1 / log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))
    return gained / best if best else 0.0
