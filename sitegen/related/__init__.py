"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice, repeat
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
_NOTHING = repeat(0.0)


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
    scores: defaultdict[int, float] = defaultdict(float)
    for term in islice(vector, PROBES):
        weight = vector[term]
        for other, its_weight in zip(*index[term], strict=True):
            scores[other] += weight * its_weight
    best = sorted(scores.values(), reverse=True)[: max(COMPARED, 2 * NEIGHBOURS)]
    return [other for other, score in scores.items() if score >= best[-1]]


def _product(vector: Mapping[int, float], other: Vector) -> float:
    """Return the scalar product of two vectors."""
    product: float = sum(map(mul, map(vector.get, other.terms, _NOTHING), other.weights))
    return product
