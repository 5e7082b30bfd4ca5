"""Papers as vectors: what each term weighs in each paper."""

from collections.abc import Sequence
from math import log
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from sitegen.jobs.parcel import Parcel
from sitegen.related import rows
from sitegen.related.corpus import Corpus, Places
from sitegen.related.forms import Forms
from sitegen.related.rows import Ints, Mask
from sitegen.related.terms import PAIR
from sitegen.topics import statistics, wordlists

# What pairs and phrases weigh beside the words of a paper, whose vector has length 1. Theirs has
# any length: a paper is not the nearer for saying one rare thing alone.
PAIRS, PHRASES = 0.5, 1.0
# What many authors choose as a keyword says more, by a small power of how many.
WORD_POWER, PAIR_POWER = 0.1, 0.2
UNSEEN, DOUBT = 0.08, 10
# What weighs less than that many terms of a paper is as good as nothing.
LONGEST_VECTOR = 64
_FREQUENCY = np.array([0.0, *(1 + log(count) for count in range(1, 256))])
_RANK = 1 / np.sqrt(np.maximum(np.arange(256.0), 1))
_BATCH = 512

Weighed: TypeAlias = tuple[Places, NDArray[np.float32]]
"""The terms of one paper, and what they weigh."""


class Weights(Parcel, frozen=True, eq=False):
    """What is known of each term.

    It is 0 of what was not asked for, and of pairs and phrases that one paper alone has.

    Attributes:
        values: What it weighs where it stands once.
        rarity: How rare it is.
        shared: Whether more than one paper has it.
    """

    values: NDArray[np.float64]
    rarity: Ints
    shared: Mask

    def differ(self, other: "Weights") -> Mask:
        """Return for each term whether it is another one in any way."""
        same: Mask = (
            (self.values == other.values)
            & (self.rarity == other.rarity)
            & (self.shared == other.shared)
        )
        return ~same


class Vectors(Parcel, frozen=True, eq=False):
    """The terms of papers that others have as well, the heaviest of each first.

    Attributes:
        starts: Where the terms of each paper begin, and where the last end.
        terms: These, by their places in a corpus.
        weights: What they weigh.
        size: How many terms the corpus has.
    """

    starts: Ints
    terms: Places
    weights: NDArray[np.float32]
    size: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    def first(self, papers: Ints, most: int | None = None) -> tuple[Ints, Ints]:
        """Return how many of their first terms some papers have, and where these stand."""
        starts = self.starts[papers]
        lengths = self.starts[papers + 1] - starts
        if most is not None:
            lengths = np.minimum(lengths, most)
        return lengths, rows.places(starts, lengths)

    def having(self, papers: Ints, most: int | None = None) -> Mask:
        """Return for each term whether it is one of the first of some papers."""
        having = np.zeros(self.size, bool)
        having[self.terms[self.first(papers, most)[1]]] = True
        return having

    def taken(self, papers: Ints) -> "Vectors":
        """Return the vectors of some papers."""
        columns = self.terms, self.weights
        lengths, (terms, weights) = rows.taken(papers, self.starts, columns)
        return Vectors(rows.bounds(lengths), terms, weights, self.size)

    def of(self, paper: int) -> Weighed:
        """Return the terms of one paper and what they weigh."""
        row = slice(self.starts[paper], self.starts[paper + 1])
        return self.terms[row], self.weights[row]

    def renumbered(self, places: Places, size: int) -> "Vectors":
        """Return the same vectors where the terms of their corpus, so many, have these places."""
        return replace(self, terms=places[self.terms], size=size)


def most(papers: int) -> int:
    """Return the rarity of what one of so many papers has."""
    return 1 + papers.bit_length()


def weighed(
    corpus: Corpus, papers_with: Ints, forms: Forms, wanted: Mask | None = None
) -> Weights:
    """Return what terms weigh.

    Rarity is in steps of a factor of two: one more paper changes the weight of hardly any term.

    Args:
        corpus: Has the terms.
        papers_with: How many papers have each.
        forms: How they are written.
        wanted: Those asked for, or all.
    """
    values = np.zeros(len(papers_with))
    rarity = np.zeros(len(papers_with), np.int64)
    # Most pairs stand in one paper alone: they tie nothing. So do words, but they count for
    # the length of a vector.
    asked = papers_with > 1
    asked[corpus.phrases : corpus.singles] |= papers_with[corpus.phrases : corpus.singles] == 1
    if wanted is not None:
        asked &= wanted
    places = np.flatnonzero(asked)
    rarest = most(len(corpus.starts) - 1)
    found = [
        _weight(term, count, forms.key(term), rarest)
        for term, count in zip(
            corpus.numbers[places].tolist(), papers_with[places].tolist(), strict=True
        )
    ]
    if found:
        values[places], rarity[places] = zip(*found, strict=True)
    return Weights(values, rarity, papers_with > 1)


def _weight(term: int, count: int, key: str, most: int) -> tuple[float, int]:
    """Return what a term that so many papers have weighs, and how rare it is."""
    rare = min(most - count.bit_length(), _known_rarity(key))
    if term < 0:
        return PHRASES * (rare / most) ** 2, rare
    if term < PAIR:
        return rare * _keyphraseness(key) ** WORD_POWER, rare
    return PAIRS * (rare / most) ** 2 * _keyphraseness(key) ** PAIR_POWER, rare


def _known_rarity(key: str) -> int:
    """Return how telling a term is in the background: *case* is common in every field."""
    background = statistics.shipped()
    if key in wordlists.WEAK_FIRST or key in wordlists.WEAK_LAST:
        return 1
    known = background.known(key).papers if key in background.phrases else 0
    return 1 + background.papers.bit_length() - known.bit_length()


def _keyphraseness(key: str) -> float:
    """Return how likely papers that hold a term have it as a keyword, by the background."""
    background = statistics.shipped()
    if key not in background.phrases:
        return UNSEEN / DOUBT
    known = background.known(key)
    return (known.keywords + UNSEEN) / (known.candidates + DOUBT)


def vectors(corpus: Corpus, papers: Ints, weights: Weights) -> Vectors:
    """Return the vectors of some papers, of what others have as well."""
    parts = [_vectors(corpus, papers[part], weights) for part in rows.batches(len(papers), _BATCH)]
    return joined(parts or [_vectors(corpus, papers, weights)])


def _vectors(corpus: Corpus, papers: Ints, weights: Weights) -> Vectors:
    """Return the vectors of a few papers."""
    lengths, terms, counts = corpus.of(papers)
    paper = rows.owners(lengths)
    is_phrase = terms < corpus.phrases
    is_word = ~is_phrase & (terms < corpus.singles)
    weight = np.where(is_phrase, _RANK[counts], _FREQUENCY[counts]) * weights.values[terms]
    squares = rows.sums(paper, np.where(is_word, weight * weight, 0), len(papers))
    scales = 1 / np.sqrt(np.where(squares > 0, squares, 1))
    weight = np.where(is_word, weight * scales[paper], weight)
    kept = np.flatnonzero((weight > 0) & weights.shared[terms])
    kept = kept[np.lexsort((-terms[kept], -weight[kept], paper[kept]))]
    lengths = np.bincount(paper[kept], minlength=len(papers))
    kept = kept[rows.columns(lengths) < LONGEST_VECTOR]
    starts = rows.bounds(np.minimum(lengths, LONGEST_VECTOR))
    return Vectors(starts, terms[kept], weight[kept].astype(np.float32), len(corpus.numbers))


def joined(parts: Sequence[Vectors]) -> Vectors:
    """Return vectors of one corpus, one after the other."""
    return Vectors(
        rows.bounds(np.concatenate([np.diff(part.starts) for part in parts])),
        np.concatenate([part.terms for part in parts]),
        np.concatenate([part.weights for part in parts]),
        parts[-1].size,
    )
