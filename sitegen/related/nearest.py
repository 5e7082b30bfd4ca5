"""The papers nearest to a paper, among those that share its heaviest terms."""

from collections.abc import Mapping, Sequence
from itertools import compress, islice
from operator import mul

from sitegen.model import Paper
from sitegen.related.vectors import Postings, Vector

NEIGHBOURS = 6
# Below this two papers share a word or two by chance (a paper and itself have 1 and more).
LEAST = 0.1
# Candidates are found by each paper's most telling terms, and only the best are compared in full.
PROBES = 24
COMPARED = 12


def found(
    papers: Sequence[Paper], at: int, vectors: Sequence[Vector], index: Postings
) -> tuple[list[int], float]:
    """Return the places of the papers nearest to one, best first, ties by place.

    Args:
        papers: All papers.
        at: The place of the one.
        vectors: Theirs.
        index: What papers its heaviest terms are found in.

    Returns:
        Beside the places what a paper must share by the heaviest terms to be compared.
    """
    vector = dict(zip(vectors[at].terms, vectors[at].weights, strict=True))
    same = {papers[at].id, *papers[at].variants}
    candidates, least = _candidates(vector, index)
    near = [
        (-round(score, 6), other)
        for other in candidates
        if papers[other].id not in same and (score := _product(vector, vectors[other])) >= LEAST
    ]
    return [other for _, other in sorted(near)[:NEIGHBOURS]], least


def _candidates(vector: Mapping[int, float], index: Postings) -> tuple[list[int], float]:
    """Return the papers that share the heaviest terms, the first of a vector, and the least."""
    probes = [(vector[term], index[term]) for term in islice(vector, PROBES)]
    enough = max(COMPARED, 2 * NEIGHBOURS)
    scores = _scores(probes)
    least = sorted(scores.values(), reverse=True)[enough - 1] if len(scores) >= enough else 0.0
    # Most papers share one of the terms alone, and few of those as much as the others.
    for weight, papers in probes:
        if weight * next(iter(papers.values())) >= least:
            for other, its_weight in papers.items():
                score = weight * its_weight
                if score < least:
                    break
                if other not in scores:
                    scores[other] = score
    best = sorted(scores.values(), reverse=True)[:enough]
    if len(best) < enough:
        return list(scores), 0.0
    return [other for other, score in scores.items() if score >= best[-1]], best[-1]


def _scores(probes: Sequence[tuple[float, Mapping[int, float]]]) -> dict[int, float]:
    """Return how much papers share with a paper, if that are two of the terms at least."""
    met: set[int] = set()
    again: set[int] = set()
    for _, papers in probes:
        again.update(filter(met.__contains__, papers))
        met.update(papers)
    scores = dict.fromkeys(again, 0.0)
    for weight, papers in probes:
        for other in filter(again.__contains__, papers):
            scores[other] += weight * papers[other]
    return scores


def _product(vector: Mapping[int, float], other: Vector) -> float:
    """Return the scalar product of two vectors."""
    shared = [*map(vector.__contains__, other.terms)]
    weights = map(vector.__getitem__, compress(other.terms, shared))
    product: float = sum(map(mul, weights, compress(other.weights, shared)))
    return product
