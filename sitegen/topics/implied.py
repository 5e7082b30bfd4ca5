"""Common keywords that a paper does not say, but that its phrases imply."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from math import log, log1p

from sitegen.topics import folding
from sitegen.topics.scorecard import figure, probability
from sitegen.topics.statistics import Statistics, Term

_STANDING = ("prior", "spread", "words")
_TELLING = (
    "strongest", "second", "total", "number", "weighed", "total*prior", "strongest*prior",
)  # fmt: skip
TABLES = (*_STANDING, *_TELLING)
_LEAST = 0.01
_MOST = 5
# Less than this in all makes no keyword likely.
_ENOUGH = 0.3
# What is less likely than this is wrong for nine papers of ten, and their readers see it.
_LIKELY = 0.1


def implied(
    scores: Mapping[str, float], said: Container[str], background: Statistics
) -> dict[str, float]:
    """Return the keywords that a paper's phrases imply, with probabilities, 0 to 1.

    Args:
        scores: All its phrases with their scores.
        said: What the spellings share of the best of them.
        background: Shipped figures.
    """
    rows = background.implied
    told = [(shares(rows[key]), score) for key, score in scores.items() if key in rows]
    totals: dict[int, float] = defaultdict(float)
    for each, _ in told:
        for at, share in each.items():
            totals[at] += share
    likely: dict[str, float] = {}
    for at, total in totals.items():
        # Most terms have one sign, and a weak one.
        if total >= _ENOUGH:
            key = background.terms[at].key
            if key not in scores and folding.squeezed(key) not in said:
                signs = [(each[at], score) for each, score in told if at in each]
                chance = _chance(background, at, signs)
                if chance >= _LIKELY:
                    likely[key] = chance
    return likely


def _chance(background: Statistics, at: int, signs: Sequence[tuple[float, float]]) -> float:
    """Return how likely a term is, by all that `features` tells of it."""
    card = background.implying
    strongest, second, total, number, weighed = _telling(signs)
    alone, prior = _alone(background, at)
    # In the order of their names above: sums of floats depend on it.
    return probability(
        figure(card, "strongest", strongest)
        + figure(card, "second", second)
        + figure(card, "total", total)
        + figure(card, "number", number)
        + figure(card, "weighed", weighed)
        + figure(card, "total*prior", total, prior)
        + figure(card, "strongest*prior", strongest, prior)
        + alone
    )


@lru_cache(maxsize=1 << 10)
def _alone(background: Statistics, at: int) -> tuple[float, float]:
    """Return what speaks for a term in any paper, and its prior."""
    values = features(background.terms[at], [(1.0, 1.0)], background.free)
    standing = background.implying.sum(_STANDING, values)
    return background.implying.bias + standing, values["prior"]


@lru_cache(maxsize=1 << 14)
def shares(row: str) -> dict[int, float]:
    """Return what a row of the table says a phrase implies: places of terms, shares 0 to 1."""
    pairs = (pair.split(":") for pair in row.split("\t") if pair)
    return {int(at): int(percent) / 100 for at, percent in pairs}


def features(term: Term, signs: Sequence[tuple[float, float]], papers: int) -> dict[str, float]:
    """Return what speaks for a term.

    Args:
        term: A common keyword.
        signs: For each phrase that implies it, the share of the papers with that phrase that
            are about the term, and the phrase's score.
        papers: Papers with free keywords that were counted.
    """
    strongest, second, total, number, weighed = _telling(signs)
    return {
        "strongest": strongest,
        "second": second,
        "total": total,
        "number": number,
        "weighed": weighed,
        "prior": _rounded(log((term.keywords + 0.3) / papers)),
        "spread": log1p(term.titles),
        "words": float(len(term.key.split())),
    }


def _telling(signs: Sequence[tuple[float, float]]) -> tuple[float, float, float, float, float]:
    """Return what the signs of a term tell: strongest, second, total, number, weighed."""
    best = sorted([share for share, _ in signs], reverse=True)
    return (
        log(best[0]),
        log(best[1]) if len(best) > 1 else log(_LEAST),
        _rounded(sum(best[:_MOST])),
        log1p(len(best)),
        _rounded(log(sum([share * score for share, score in signs]) + _LEAST / 3)),
    )


def _rounded(value: float) -> float:
    """Return a value in steps of a twentieth: what is near enough costs no second look-up."""
    return round(20 * value) / 20
