"""Which papers may be compared with others than before, as vectors have changed."""

import numpy as np
from numpy.typing import NDArray

from sitegen.related import postings, rows, shares, vectors
from sitegen.related.rows import Ints, Mask
from sitegen.related.vectors import Vectors

# Sums of the same numbers in another order differ by less.
_ROUNDING = 1e-9
# So many shared terms are looked at together: memory grows with them.
_AT_ONCE = 1 << 20


def reached(
    before: tuple[Vectors, Ints], after: Vectors, other: Mask, least: NDArray[np.float64]
) -> Ints:
    """Return the places of papers that may be compared with others, or with others' new vectors.

    A paper is compared with those that share most by its heaviest terms. Where none that has
    changed shares as much as the last of them, before or after, they are the same and unchanged.

    Args:
        before: Of each paper in the former order; its new place, or -1 if it has none.
        after: Of each paper.
        other: Whether a paper is new or its vector differs; those are not looked at.
        least: What it took before to be compared with each of the others.
    """
    former, place = before
    changed = (place < 0) | other[place]
    turned = [former.taken(np.flatnonzero(changed)), after.taken(np.flatnonzero(other))]
    moved = _moved(before, after, vectors.joined(turned)) & ~other
    index = postings.found(vectors.joined([*turned, after.taken(np.flatnonzero(moved))]))
    found = np.zeros(len(after), bool)
    others = np.flatnonzero(~other)
    met = shares.met(after, others, index)
    others, met = others[met > 0], met[met > 0]
    for some in rows.portions(met, _AT_ONCE):
        shared = shares.by_heaviest(after, others[some], index)
        ones = others[some][shared.ones]
        found[ones[shared.values >= least[ones] * (1 - _ROUNDING)]] = True
    return np.flatnonzero(found)


def _moved(before: tuple[Vectors, Ints], after: Vectors, turned: Vectors) -> Mask:
    """Tell of each paper whether a term of others finds it no more, or newly, or otherwise."""
    former, place = before
    wanted = turned.having(np.arange(len(turned)), postings.INDEXED)
    was, now = (
        postings.shortened(postings.found(each, wanted)).entries() for each in (former, after)
    )
    places = place.tolist()
    was = {(term, places[paper], weight) for term, paper, weight in was}
    moved = np.zeros(len(after), bool)
    moved[[paper for _, paper, _ in was ^ now if paper >= 0]] = True
    return moved
