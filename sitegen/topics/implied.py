"""Common keywords that a paper does not say, but that its phrases imply."""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, log1p

from sitegen.topics import folding
from sitegen.topics.scorecard import probability
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
    implying = background.implied
    signs: dict[int, list[tuple[float, float]]] = {}
    for key, score in scores.items():
        if key in implying:
            for at, share in shares(implying[key]):
                if at in signs:
                    signs[at].append((share, score))
                else:
                    signs[at] = [(share, score)]
    likely: dict[str, float] = {}
    for at, told in signs.items():
        # Most terms have one sign, and a weak one.
        if (len(told) > 1 or told[0][0] >= _ENOUGH) and _total(told) >= _ENOUGH:
            term = background.terms[at]
            if term.key not in scores and folding.squeezed(term.key) not in said:
                values = features(term, told, background.free)
                dynamic = background.implying.sum(_TELLING, values)
                chance = probability(dynamic + _alone(background, at))
                if chance >= _LIKELY:
                    likely[term.key] = chance
    return likely


def _total(signs: Iterable[tuple[float, float]]) -> float:
    """Return the sum of the shares of signs."""
    total = 0.0
    for share, _ in signs:
        total += share
    return total


@lru_cache(maxsize=1 << 10)
def _alone(background: Statistics, at: int) -> float:
    """Return what speaks for a term in any paper."""
    values = features(background.terms[at], [(1.0, 1.0)], background.free)
    return background.implying.bias + background.implying.sum(_STANDING, values)


@lru_cache(maxsize=1 << 14)
def shares(row: str | None) -> tuple[tuple[int, float], ...]:
    """Return what a row of the table says a phrase implies: places of terms, shares 0 to 1."""
    pairs = (pair.split(":") for pair in row.split("\t")) if row else ()
    return tuple((int(at), int(percent) / 100) for at, percent in pairs)


def features(term: Term, signs: Sequence[tuple[float, float]], papers: int) -> dict[str, float]:
    """Return what speaks for a term.

    Args:
        term: A common keyword.
        signs: For each phrase that implies it, the share of the papers with that phrase that
            are about the term, and the phrase's score.
        papers: Papers with free keywords that were counted.
    """
    best = sorted((share for share, _ in signs), reverse=True)
    return {
        "strongest": log(best[0]),
        "second": log(best[1]) if len(best) > 1 else log(_LEAST),
        "total": _rounded(sum(best[:_MOST])),
        "number": log1p(len(best)),
        "weighed": _rounded(log(sum(share * score for share, score in signs) + _LEAST / 3)),
        "prior": _rounded(log((term.keywords + 0.3) / papers)),
        "spread": log1p(term.titles),
        "words": float(len(term.key.split())),
    }


def _rounded(value: float) -> float:
    """Return a value in steps of a twentieth: what is near enough costs no second look-up."""
    return round(20 * value) / 20
