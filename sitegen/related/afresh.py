"""Neighbours of a whole library, found from nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Neighbour, Paper
from sitegen.related import forms, nearest, ties, vectors
from sitegen.related.forms import Counts, Forms
from sitegen.related.terms import Reader, Terms
from sitegen.related.vectors import Vector


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about papers, for each in their order.

    Attributes:
        terms: What it speaks of.
        vectors: What that weighs.
        least: What another paper must share with it to be compared in full.
        near: Its neighbours.
        counts: How all terms are written.
    """

    terms: Sequence[Terms]
    vectors: Sequence[Vector]
    least: Sequence[float]
    near: Sequence[tuple[Neighbour, ...]]
    counts: Counts


def found(papers: Sequence[Paper], keyphrases: Sequence[Sequence[str]]) -> Found:
    """Return the neighbours of papers, which are sorted by id, and what they were found by."""
    reader = Reader()
    terms = [reader.read(*each) for each in zip(papers, keyphrases, strict=True)]
    counts = forms.counted(reader)
    written = Forms(counts, reader)
    weights, rarity = vectors.weighed(vectors.counted(terms), written, vectors.most(len(papers)))
    weighed = [vectors.vector(each, weights.get) for each in terms]
    del weights
    near, least = _near(papers, weighed, written, rarity)
    return Found(terms, weighed, least, near, counts)


def _near(
    papers: Sequence[Paper], weighed: Sequence[Vector], written: Forms, rarity: Mapping[int, int]
) -> tuple[list[tuple[Neighbour, ...]], list[float]]:
    """Return the neighbours of each paper, and what it takes to be compared with it."""
    index = vectors.postings(weighed)
    texts = [ties.text(paper) for paper in papers]
    near: list[tuple[Neighbour, ...]] = []
    leasts = []
    for at, paper in enumerate(papers):
        vector = dict(zip(weighed[at].terms, weighed[at].weights, strict=True))
        others, least = nearest.found(papers, at, weighed, index)
        leasts.append(least)
        found = []
        for other in others:
            # What ties two papers is found once.
            words = _words(near[other] if other < at else (), paper.id) or ties.named(
                vector, weighed[other], (texts[at], texts[other]), written, rarity
            )
            found.append(Neighbour(papers[other].id, words))
        near.append(tuple(found))
    return near, leasts


def _words(near: Sequence[Neighbour], ident: str) -> tuple[str, ...]:
    """Return the words that tie a paper to one of its neighbours, none if it is no neighbour."""
    return next((each.words for each in near if each.paper == ident), ())
