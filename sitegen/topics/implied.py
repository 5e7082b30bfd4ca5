"""Common keywords that a paper does not say, but that its phrases imply."""

from collections.abc import Container, Iterable, Mapping, Sequence
from math import log, log1p

from sitegen.topics import folding
from sitegen.topics.scorecard import probability
from sitegen.topics.statistics import Statistics, Term

TABLES = (
    "strongest", "second", "total", "number", "weighed", "prior", "spread", "words",
    "total*prior", "strongest*prior",
)  # fmt: skip
_LEAST = 0.01
_MOST = 5
# Less than this in all makes no keyword likely.
_ENOUGH = 0.2


def implied(
    scores: Mapping[str, float], said: Container[str], background: Statistics
) -> dict[str, float]:
    """Return the keywords that a paper's phrases imply, with probabilities, 0 to 1.

    Args:
        scores: All its phrases with their scores.
        said: What the spellings share of the best of them.
        background: Shipped figures.
    """
    found: dict[int, list[tuple[float, float]]] = {}
    for key, score in scores.items():
        for at, share in shares(background.implied.get(key)):
            found.setdefault(at, []).append((share, score))
    return {
        term.key: probability(
            background.implying.bias
            + background.implying.sum(TABLES, features(term, signs, background.free))
        )
        for at, signs in found.items()
        if sum(share for share, _ in signs) >= _ENOUGH
        for term in (background.terms[at],)
        if term.key not in scores and folding.squeezed(term.key) not in said
    }


def shares(row: str | None) -> Iterable[tuple[int, float]]:
    """Return what a row of the table says a phrase implies: places of terms, shares 0 to 1."""
    if row:
        for pair in row.split("\t"):
            at, _, percent = pair.partition(":")
            yield int(at), int(percent) / 100


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
        "total": sum(best[:_MOST]),
        "number": log1p(len(best)),
        "weighed": log(sum(share * score for share, score in signs) + _LEAST / 3),
        "prior": log((term.keywords + 0.3) / papers),
        "spread": log1p(term.titles),
        "words": float(len(term.key.split())),
    }
