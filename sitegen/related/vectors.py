"""Papers as vectors: what each term weighs, and which papers each term weighs most in."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log, sqrt
from operator import mul

from sitegen.related.forms import Forms
from sitegen.related.terms import PAIR, Terms
from sitegen.topics import statistics, wordlists

# What pairs and phrases weigh beside the words of a paper, whose vector has length 1. Theirs has
# any length: a paper is not the nearer for saying one rare thing alone.
PAIRS, PHRASES = 0.5, 1.0
# What many authors choose as a keyword says more, by a small power of how many.
WORD_POWER, PAIR_POWER = 0.1, 0.2
UNSEEN, DOUBT = 0.08, 10
# Papers are found by so many of their heaviest terms; of a term that leads to more papers than
# these, those that it weighs most in.
INDEXED = 32
LONGEST_POSTING = 32
# What weighs less than that many terms of a paper is as good as nothing.
LONGEST_VECTOR = 64
_FREQUENCY = (0.0, *(1 + log(count) for count in range(1, 256)))
_RANK = tuple(1 / sqrt(1 + rank) for rank in range(256))


@dataclass(frozen=True, slots=True)
class Vector:
    """The terms of one paper that others have as well, the heaviest first, and their weights."""

    terms: tuple[int, ...]
    weights: "array[float]"


Weights = Mapping[int, tuple[float, int]]
"""What each term weighs, and the term; or 0 instead where it ties no papers."""

# The places of the papers that a term is found by, with its weights, the heaviest first.
Postings = Mapping[int, Mapping[int, float]]


def counted(papers: Iterable[Terms]) -> Counter[int]:
    """Return how many papers have each term."""
    papers_with: Counter[int] = Counter()
    for paper in papers:
        papers_with.update(paper.words)
        papers_with.update(paper.phrases)
    return papers_with


def most(papers: int) -> int:
    """Return the rarity of what one of so many papers has."""
    return 1 + papers.bit_length()


def weighed(
    papers_with: Mapping[int, int], forms: Forms, most: int
) -> tuple[Weights, dict[int, int]]:
    """Return what terms weigh, and how rare they are.

    Rarity is in steps of a factor of two: one more paper changes the weight of hardly any term.
    """
    rarity: dict[int, int] = {}
    weights: dict[int, tuple[float, int]] = {}
    for term, count in papers_with.items():
        # Most pairs stand in one paper alone: they tie nothing. So do words, but they count for
        # the length of a vector, and are 0 in it.
        if count == 1 and not 0 < term < PAIR:
            continue
        key = forms.key(term)
        rarity[term] = rare = min(most - count.bit_length(), _known_rarity(key))
        if term < 0:
            weight = PHRASES * (rare / most) ** 2
        elif term < PAIR:
            weight = rare * _keyphraseness(key) ** WORD_POWER
        else:
            weight = PAIRS * (rare / most) ** 2 * _keyphraseness(key) ** PAIR_POWER
        weights[term] = weight, term if count > 1 else 0
    return weights, rarity


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


def vector(paper: Terms, known: Callable[[int], tuple[float, int] | None]) -> Vector:
    """Return the vector of one paper, of what others have as well, from weights and terms."""
    weighed = [
        (_FREQUENCY[count] * each[0], each[1])
        for term, count in zip(paper.words, paper.counts, strict=True)
        if (each := known(term))
    ]
    words = [weight for weight, term in weighed if term < PAIR]
    scale = 1 / sqrt(sum(map(mul, words, words))) if words else 0.0
    kept = [(weight * scale if term < PAIR else weight, term) for weight, term in weighed if term]
    kept += [
        (rank * each[0], each[1])
        for rank, term in zip(_RANK, paper.phrases, strict=False)
        if (each := known(term))
    ]
    kept.sort(reverse=True)
    del kept[LONGEST_VECTOR:]
    return Vector(tuple([term for _, term in kept]), array("f", [weight for weight, _ in kept]))


def postings(papers: Iterable[Vector], wanted: AbstractSet[int] | None = None) -> Postings:
    """Return the papers that each term is found by; of too many, those that it weighs most in.

    Args:
        papers: Their vectors.
        wanted: The terms to find papers by, or all.
    """
    found: dict[int, dict[int, float]] = {}
    for at, vector in enumerate(papers):
        indexed = vector.terms[:INDEXED]
        if wanted is not None and wanted.isdisjoint(indexed):
            continue
        for term, weight in zip(indexed, vector.weights, strict=False):
            if wanted is not None and term not in wanted:
                continue
            if term in found:
                found[term][at] = weight
            else:
                found[term] = {at: weight}
    for term, weights in found.items():
        if len(weights) > 1:
            best = sorted(weights, key=weights.__getitem__, reverse=True)[:LONGEST_POSTING]
            found[term] = {place: weights[place] for place in best}
    return found
