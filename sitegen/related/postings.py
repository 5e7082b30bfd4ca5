"""Which papers each term is found in, and what it weighs there."""

import numpy as np
from numpy.typing import NDArray

from sitegen.jobs.parcel import Parcel
from sitegen.related import rows
from sitegen.related.rows import Ints, Mask
from sitegen.related.vectors import Vectors

# Papers are found by so many of their heaviest terms; of a term that leads to more papers than
# these, those that it weighs most in.
INDEXED = 32
LONGEST = 32


class Postings(Parcel, frozen=True, eq=False):
    """The papers that terms are found in.

    Attributes:
        starts: Where the papers of each term begin, and where the last end.
        papers: Their places, of each term those first in which it weighs most.
        weights: What it weighs there.
    """

    starts: Ints
    papers: NDArray[np.int32]
    weights: NDArray[np.float32]

    def entries(self) -> set[tuple[int, int, float]]:
        """Return term, paper and weight of each posting."""
        terms = rows.owners(np.diff(self.starts)).tolist()
        return set(zip(terms, self.papers.tolist(), self.weights.tolist(), strict=True))


def found(vectors: Vectors, wanted: Mask | None = None) -> Postings:
    """Return the papers that each term is found in by their heaviest terms.

    Args:
        vectors: Theirs.
        wanted: The terms to find papers by, or all.
    """
    if wanted is None:
        lengths, places = vectors.first(np.arange(len(vectors)), INDEXED)
        papers = rows.owners(lengths).astype(np.int32)
    else:
        places = np.flatnonzero(wanted[vectors.terms])
        owners = np.searchsorted(vectors.starts, places, "right") - 1
        first = places - vectors.starts[owners] < INDEXED
        papers, places = owners[first].astype(np.int32), places[first]
    terms, weights = vectors.terms[places], vectors.weights[places]
    # Papers that a term weighs as much in keep their order.
    order = np.lexsort((-weights, terms))
    starts = rows.bounds(np.bincount(terms, minlength=vectors.size))
    return Postings(starts, papers[order], weights[order])


def shortened(postings: Postings) -> Postings:
    """Return of each term the few papers that it weighs most in."""
    lengths = np.diff(postings.starts)
    few = rows.columns(lengths) < LONGEST
    starts = rows.bounds(np.minimum(lengths, LONGEST))
    return Postings(starts, postings.papers[few], postings.weights[few])
