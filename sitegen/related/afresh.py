"""Neighbours of a whole library, found from nothing."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from sitegen.jobs.parcel import Parcel
from sitegen.model import Neighbour, Paper
from sitegen.related import corpus, forms, nearest, postings, rows, ties, vectors
from sitegen.related.corpus import Corpus
from sitegen.related.forms import Counts, Forms
from sitegen.related.reading import Read
from sitegen.related.rows import Ints
from sitegen.related.vectors import Vectors


class Found(Parcel, frozen=True):
    """What was found out about papers, for each in their order.

    Attributes:
        written: All words and keyphrases of each as they are written, as JSON.
        corpus: What they speak of.
        vectors: What that weighs.
        least: What another paper must share with each to be compared in full.
        near: Their neighbours.
        counts: How all terms are written.
    """

    written: Sequence[bytes]
    corpus: Corpus
    vectors: Vectors
    least: Sequence[float]
    near: Sequence[tuple[Neighbour, ...]]
    counts: Counts


def found(papers: Sequence[Paper], read: Read) -> Found:
    """Return the neighbours of papers, which are sorted by id, and what they were found by.

    Args:
        papers: The papers.
        read: What they say; it is emptied, as it takes much room.
    """
    said = [each.written for each in read.terms]
    whole = corpus.collected(read.terms)
    read.terms.clear()
    counts = forms.counted(read.reader)
    written = Forms(counts, read.reader)
    weights = vectors.weighed(whole, whole.papers_with(), written)
    every = np.arange(len(papers))
    weighed = vectors.vectors(whole, every, weights)
    index = postings.shortened(postings.found(weighed))
    found = [*nearest.found(papers.__getitem__, every, weighed, index)]
    del index
    near = [each.others for each in found]
    least = [each.least for each in found]
    ones, others, tie = _tied(near)
    texts = [ties.text(paper) for paper in papers]
    words = [
        ties.named(shared, (texts[one], texts[other]), written)
        for one, other, shared in zip(
            ones.tolist(),
            others.tolist(),
            ties.shared(whole, weighed, weights.rarity, (ones, others)),
            strict=True,
        )
    ]
    named = (words[number] for number in tie)
    neighbours = [tuple([Neighbour(papers[at].id, next(named)) for at in each]) for each in near]
    return Found(said, whole, weighed, least, neighbours, counts)


def _tied(near: Sequence[Sequence[int]]) -> tuple[Ints, Ints, list[int]]:
    """Return who is tied, two by two, the smaller first; and each paper's ties, in order.

    What ties two papers is found once.
    """
    lengths = np.array([len(each) for each in near], np.int64)
    others = np.fromiter(chain.from_iterable(near), np.int64, lengths.sum())
    ones = rows.owners(lengths)
    keys = np.minimum(ones, others) * len(near) + np.maximum(ones, others)
    both, tie = np.unique(keys, return_inverse=True)
    return *np.divmod(both, len(near)), tie.tolist()
