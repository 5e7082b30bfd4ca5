"""What papers share: by their heaviest terms with any other, term by term with one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.related import rows
from sitegen.related.postings import Postings
from sitegen.related.rows import Ints
from sitegen.related.vectors import Vectors

# Papers are found by that many of the heaviest terms of each.
PROBES = 24


class Shares(NamedTuple):
    """What papers share with others; no two entries are of the same two.

    Attributes:
        ones: The papers, ascending, as numbers among those that were asked about.
        others: The places of the others, ascending for each one.
        values: How much both share.
    """

    ones: Ints
    others: Ints
    values: NDArray[np.float64]


class Terms(NamedTuple):
    """The terms of some papers beside those of others.

    Attributes:
        pairs: The number of the two papers, ascending.
        places: Where each term of the other stands among the vectors, the heaviest first.
        products: What it weighs in both, multiplied; 0 if they do not share it.
    """

    pairs: Ints
    places: Ints
    products: NDArray[np.float64]


def met(vectors: Vectors, papers: Ints, index: Postings) -> Ints:
    """Return how many entries of an index some papers meet by their heaviest terms."""
    lengths, probes = vectors.first(papers, PROBES)
    found = np.diff(index.starts)[vectors.terms[probes]]
    return np.diff(rows.bounds(found)[rows.bounds(lengths)])


def by_heaviest(vectors: Vectors, papers: Ints, index: Postings) -> Shares:
    """Return what some papers share, by their heaviest terms, with those of an index."""
    lengths, probes = vectors.first(papers, PROBES)
    terms = vectors.terms[probes]
    starts = index.starts[terms]
    met = index.starts[terms + 1] - starts
    hits = rows.places(starts, met)
    weights = np.repeat(vectors.weights[probes].astype(np.float64), met)
    products = weights * index.weights[hits]
    # The products of two papers are brought together, and stay in the order of terms.
    size, bits = 1 + int(index.papers.max(initial=0)), len(hits).bit_length()
    keys = np.repeat(rows.owners(lengths), met) * size + index.papers[hits]
    keys = keys << bits | np.arange(len(hits))
    keys.sort()
    order = keys & ((1 << bits) - 1)
    keys >>= bits
    first = np.diff(keys, prepend=-1) != 0
    ones, others = np.divmod(keys[first], size)
    return Shares(ones, others, rows.sums(np.cumsum(first) - 1, products[order], len(ones)))


def by_terms(vectors: Vectors, ones: Ints, others: Ints) -> Terms:
    """Return what papers share, two by two, with each term.

    Args:
        vectors: Of all papers.
        ones: The places of one of both; memory grows with how many they are.
        others: The places of the other.
    """
    papers, row = np.unique(ones, return_inverse=True)
    lengths, own = vectors.first(papers)
    terms, column = np.unique(vectors.terms[own], return_inverse=True)
    # The last column stays empty, for terms that none of them has.
    weights = np.zeros((len(papers), len(terms) + 1), np.float32)
    weights[rows.owners(lengths), column] = vectors.weights[own]
    column_of = np.full(vectors.size, len(terms), np.int32)
    column_of[terms] = np.arange(len(terms))
    lengths, places = vectors.first(others)
    pairs = rows.owners(lengths)
    cells = row[pairs] * weights.shape[1] + column_of[vectors.terms[places]]
    ours = weights.ravel()[cells]
    return Terms(pairs, places, ours.astype(np.float64) * vectors.weights[places])
