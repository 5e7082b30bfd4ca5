"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Mapping, Sequence
from itertools import compress, islice
from operator import mul

from sitegen.model import Neighbour, Paper, Tagging
from sitegen.related import forms, ties, vectors
from sitegen.related.terms import Reader
from sitegen.related.vectors import Postings, Vector

__all__ = ["neighbours"]

NEIGHBOURS = 6
# Below this two papers share a word or two by chance (a paper and itself have 1 and more).
LEAST = 0.1
# Candidates are found by each paper's most telling terms, and only the best are compared in full.
PROBES = 24
COMPARED = 12


def neighbours(papers: Sequence[Paper], tagging: Tagging) -> dict[str, tuple[Neighbour, ...]]:
    """Return the papers nearest to each paper, best first, ties by id.

    The measure is the cosine of words, and what shared pairs of neighbouring words and shared
    keyphrases add to it, the best phrases most. A term weighs more the rarer it is, words and
    pairs also the more authors choose them as a keyword. Rarity is the smaller of the library's
    and the shipped background's, in powers of two, so that one more paper changes the weight of
    hardly any term.

    Args:
        papers: In any order; the result does not depend on it.
        tagging: What `topics.tag` said of the same papers.

    Returns:
        At most `NEIGHBOURS` for each paper id, each with a few shared words or phrases, most
        telling first. Variants of a paper are not among its neighbours.
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    reader = Reader()
    read = [reader.read(paper, tagging.keyphrases.get(paper.id, ())) for paper in ordered]
    written = forms.collected(reader)
    found, rarity = vectors.weighed(read, written)
    del reader, read
    index = vectors.postings(found)
    texts = [ties.text(paper) for paper in ordered]
    result: dict[str, tuple[Neighbour, ...]] = {}
    for at, paper in enumerate(ordered):
        vector = dict(zip(found[at].terms, found[at].weights, strict=True))
        near = []
        for other in _nearest(ordered, at, vector, found, index):
            ident = ordered[other].id
            # What ties two papers is found once.
            words = _words(result.get(ident, ()), paper.id) or ties.named(
                vector, found[other], (texts[at], texts[other]), written, rarity
            )
            near.append(Neighbour(ident, words))
        result[paper.id] = tuple(near)
    return result


def _words(near: Sequence[Neighbour], ident: str) -> tuple[str, ...]:
    """Return the words that tie a paper to one of its neighbours, none if it is no neighbour."""
    return next((each.words for each in near if each.paper == ident), ())


def _nearest(
    papers: Sequence[Paper],
    at: int,
    vector: Mapping[int, float],
    found: Sequence[Vector],
    index: Postings,
) -> list[int]:
    """Return the places of the papers nearest to the paper `at` a place, best first."""
    same = {papers[at].id, *papers[at].variants}
    near = [
        (-round(score, 6), other)
        for other in _candidates(vector, index)
        if papers[other].id not in same and (score := _product(vector, found[other])) >= LEAST
    ]
    return [other for _, other in sorted(near)[:NEIGHBOURS]]


def _candidates(vector: Mapping[int, float], index: Postings) -> list[int]:
    """Return the papers that share the heaviest terms, which are the first, of a vector."""
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
    return [other for other, score in scores.items() if score >= best[-1]]


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
