"""The papers nearest to a paper, among those that share its heaviest terms."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from sitegen.model import Paper
from sitegen.related import rows, shares
from sitegen.related.postings import Postings
from sitegen.related.rows import Ints
from sitegen.related.shares import Shares
from sitegen.related.vectors import Vectors

NEIGHBOURS = 6
# Below this two papers share a word or two by chance (a paper and itself have 1 and more).
LEAST = 0.1
# Candidates are found by each paper's most telling terms, and only the best are compared in full.
COMPARED = 12
_BATCH = 256


class Near(NamedTuple):
    """What is nearest to a paper.

    Attributes:
        others: The places of the papers, best first, ties by place.
        least: What another must share with it by its heaviest terms to be compared in full.
    """

    others: Sequence[int]
    least: float


def found(
    paper: Callable[[int], Paper], at: Ints, vectors: Vectors, index: Postings
) -> Iterator[Near]:
    """Yield what is nearest to each of some papers.

    Args:
        paper: Returns the paper at a place.
        at: The places of the some.
        vectors: Of all papers.
        index: What papers their heaviest terms are found in.
    """
    for some in rows.batches(len(at), _BATCH):
        yield from _few(paper, at[some], vectors, index)


def _few(
    paper: Callable[[int], Paper], at: Ints, vectors: Vectors, index: Postings
) -> Iterator[Near]:
    """Yield what is nearest to each of a few papers."""
    candidates, least = _candidates(shares.by_heaviest(vectors, at, index), len(at))
    ones = at[candidates.ones]
    terms = shares.by_terms(vectors, ones, candidates.others)
    scores = rows.sums(terms.pairs, terms.products, len(ones))
    enough = np.flatnonzero(scores >= LEAST)
    near: list[list[tuple[float, int]]] = [[] for _ in at]
    for one, other, score in zip(
        candidates.ones[enough].tolist(),
        candidates.others[enough].tolist(),
        scores[enough].tolist(),
        strict=True,
    ):
        near[one].append((-round(score, 6), other))
    for place, each, enough_for in zip(at.tolist(), near, least, strict=True):
        same = {paper(place).id, *paper(place).variants}
        others = [other for _, other in sorted(each) if paper(other).id not in same]
        yield Near(others[:NEIGHBOURS], enough_for)


def _candidates(shared: Shares, papers: int) -> tuple[Shares, list[float]]:
    """Return the best of what papers share, and the least of these for each paper."""
    enough = max(COMPARED, 2 * NEIGHBOURS)
    lengths = np.bincount(shared.ones, minlength=papers)
    widest = lengths.max(initial=0)
    least = np.zeros(papers)
    if widest >= enough:
        table = np.zeros((papers, widest))
        table[shared.ones, rows.columns(lengths)] = shared.values
        least = np.partition(table, widest - enough, axis=1)[:, widest - enough]
    best = shared.values >= least[shared.ones]
    return Shares(shared.ones[best], shared.others[best], shared.values[best]), least.tolist()
