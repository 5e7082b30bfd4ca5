"""The terms of all papers in arrays, where a term is told by its place among all of them."""

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from sitegen.jobs.parcel import Parcel
from sitegen.related import rows
from sitegen.related.rows import Ints, Mask
from sitegen.related.terms import PAIR, Terms

Places = NDArray[np.int32]
"""The places of terms among all: they are ordered as the numbers of the terms are."""
_MOST = 255


class Corpus(Parcel, frozen=True, eq=False):
    """What papers speak of, one paper after the other.

    Attributes:
        numbers: The numbers of all terms, ascending.
        starts: Where the terms of each paper begin in what follows, and where the last end.
        terms: The terms of the papers, phrases after the others.
        counts: How often each stands in its paper; of a phrase, its rank, from 1.
    """

    numbers: Ints
    starts: Ints
    terms: Places
    counts: NDArray[np.uint8]

    @property
    def phrases(self) -> int:
        """How many of the terms are phrases: these come first."""
        return int(np.searchsorted(self.numbers, 0))

    @property
    def singles(self) -> int:
        """How many of the terms are no pairs: these come last."""
        return int(np.searchsorted(self.numbers, PAIR))

    def papers_with(self) -> Ints:
        """Return how many papers have each term."""
        return np.bincount(self.terms, minlength=len(self.numbers))

    def of(self, papers: Ints) -> tuple[Ints, Places, NDArray[np.uint8]]:
        """Return how many terms some papers have, these, and how often they stand there."""
        lengths, (terms, counts) = rows.taken(papers, self.starts, (self.terms, self.counts))
        return lengths, terms, counts

    def taken(self, papers: Ints) -> "Corpus":
        """Return the terms of some papers."""
        lengths, terms, counts = self.of(papers)
        return Corpus(self.numbers, rows.bounds(lengths), terms, counts)

    def renumbered(self, numbers: Ints, places: Places) -> "Corpus":
        """Return the same where these are all terms, and each of the former has a place there."""
        return replace(self, numbers=numbers, terms=places[self.terms])

    def mask(self, numbers: Collection[int]) -> Mask:
        """Return for each term whether its number is one of some, which are all among them."""
        mask = np.zeros(len(self.numbers), bool)
        mask[np.searchsorted(self.numbers, np.array([*numbers], np.int64))] = True
        return mask


def collected(papers: Sequence[Terms]) -> Corpus:
    """Return the terms of papers together."""
    both = [(len(each.words), len(each.phrases)) for each in papers]
    lengths = np.array(both, np.int64).reshape(-1, 2)
    each = chain.from_iterable((paper.words, paper.phrases) for paper in papers)
    numbers, terms = np.unique(np.frombuffer(b"".join(each), np.int64), return_inverse=True)
    counts = np.empty(len(terms), np.uint8)
    is_word = np.tile([True, False], len(papers)).repeat(lengths.ravel())
    counts[is_word] = np.frombuffer(b"".join(paper.counts for paper in papers), np.uint8)
    counts[~is_word] = np.minimum(rows.columns(lengths[:, 1]) + 1, _MOST)
    return Corpus(numbers, rows.bounds(lengths.sum(axis=1)), terms.astype(np.int32), counts)


def joined(one: Corpus, other: Corpus) -> tuple[Corpus, Places]:
    """Return the terms of papers, then those of others; and the places that the first had then."""
    at = np.searchsorted(one.numbers, other.numbers)
    is_new = np.append(one.numbers, 0)[at] != other.numbers
    is_new[at == len(one.numbers)] = True
    numbers = np.insert(one.numbers, at[is_new], other.numbers[is_new])
    before = np.cumsum(np.bincount(at[is_new], minlength=len(one.numbers) + 1))
    places = (np.arange(len(one.numbers)) + before[:-1]).astype(np.int32)
    parts = (
        one.renumbered(numbers, places),
        other.renumbered(numbers, np.searchsorted(numbers, other.numbers).astype(np.int32)),
    )
    whole = Corpus(
        numbers,
        rows.bounds(np.concatenate([np.diff(part.starts) for part in parts])),
        np.concatenate([part.terms for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )
    return whole, places
