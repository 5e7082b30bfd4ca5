"""Related papers: who speaks of the same things, with the words that tie two papers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt

from sitegen import prose
from sitegen.model import Neighbour, Paper, Tagging
from sitegen.topics import folding, statistics, tokens, wordlists

NEIGHBOURS = 6
WORDS = 4
# Below this two papers share a word or two by chance (a paper and itself have 1.5).
LEAST = 0.08
TITLE_WEIGHT = 2
PHRASE_SHARE = 0.5
# Candidates are found by each paper's most telling terms, and only the best are compared in full.
PROBES = 16
LONGEST_POSTING = 64
COMPARED = 12
# A word that more than a sixteenth of the papers have is named only for want of a better one.
TELLING = 5
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=\w))+")
_PHRASE = "\t"

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The vectors of all papers, sorted by id, and what is needed to compare and to tell why.

    Attributes:
        vectors: One for each paper; a phrase carries a mark before its key.
        rarity: How telling a term is, in steps of a factor of two.
        postings: The papers that have a term, where they are not too many: index and weight.
        spellings: How a term is written.
    """

    vectors: Sequence[Vector]
    rarity: Mapping[str, int]
    postings: Mapping[str, Sequence[tuple[int, float]]]
    spellings: Mapping[str, str]


def neighbours(papers: Sequence[Paper], tagging: Tagging) -> dict[str, tuple[Neighbour, ...]]:
    """Return the papers nearest to each paper, best first, ties by id.

    The measure is the cosine of TF-IDF vectors of words, the title counted twice, plus half the
    cosine of keyphrases weighed by rank and rarity. The inverse document frequency is the
    smaller of the library's and the shipped background's, in whole powers of two, so that one
    more paper changes the weight of hardly any term.

    Args:
        papers: In any order; the result does not depend on it.
        tagging: What `topics.tag` said of the same papers.

    Returns:
        At most `NEIGHBOURS` for each paper id, each with at most `WORDS` shared words or
        phrases, most telling first. Variants of a paper are not among its neighbours.
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    corpus = _corpus(ordered, tagging)
    return {
        paper.id: tuple(
            Neighbour(ordered[other].id, _ties(corpus, at, other))
            for other in _nearest(corpus, at, ordered)
        )
        for at, paper in enumerate(ordered)
    }


def _nearest(corpus: _Corpus, at: int, papers: Sequence[Paper]) -> list[int]:
    """Return the indices of the papers nearest to paper `at`, best first."""
    same = {papers[at].id, *papers[at].variants}
    near = [
        (round(score, 9), other)
        for other in _candidates(corpus, at)
        if papers[other].id not in same
        and (score := _product(corpus.vectors[at], corpus.vectors[other])) >= LEAST
    ]
    return [other for _, other in sorted(near, key=lambda each: (-each[0], each[1]))[:NEIGHBOURS]]


def _candidates(corpus: _Corpus, at: int) -> list[int]:
    """Return the papers that share the most telling terms of paper `at`, best first."""
    vector = corpus.vectors[at]
    probes = nlargest(
        PROBES,
        (term for term in vector if term in corpus.postings),
        key=lambda term: (vector[term], term),
    )
    scores: dict[int, float] = {}
    for term in probes:
        weight = vector[term]
        for other, its_weight in corpus.postings[term]:
            scores[other] = scores.get(other, 0.0) + weight * its_weight
    scores.pop(at, None)
    return nlargest(COMPARED, scores, key=scores.__getitem__)


def _product(one: Vector, other: Vector) -> float:
    """Return the scalar product of two vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _ties(corpus: _Corpus, one: int, other: int) -> tuple[str, ...]:
    """Return what two papers share, most telling first; no word of a phrase that is named."""
    first, second = corpus.vectors[one], corpus.vectors[other]
    shared = [term for term in first if term in second and corpus.rarity[term] >= TELLING] or [
        term for term in first if term in second
    ]
    shared.sort(key=lambda term: (-first[term] * second[term] * _length(term), term))
    named: list[str] = []
    for term in shared:
        if not any(_overlaps(term, each) for each in named):
            named.append(term)
        if len(named) == WORDS:
            break
    return tuple(corpus.spellings[term] for term in named)


def _overlaps(one: str, other: str) -> bool:
    """Tell whether the words of one term stand in the other."""
    first, second = (f" {term.removeprefix(_PHRASE)} " for term in (one, other))
    return first in second or second in first


def _length(term: str) -> int:
    """Return how many words a term has: a phrase tells a reader more than its words."""
    return 1 + term.count(" ")


def _corpus(papers: Sequence[Paper], tagging: Tagging) -> _Corpus:
    """Return the vectors of `papers`, which are sorted by id."""
    spellings: dict[str, Counter[str]] = {}
    words = [_words(paper, spellings) for paper in papers]
    phrases = [_phrases(tagging.keyphrases.get(paper.id, ()), spellings) for paper in papers]
    papers_with = Counter(term for counts in (*words, *phrases) for term in counts)
    total = len(papers).bit_length()
    rarity = {
        term: min(1 + total - count.bit_length(), _known_rarity(term))
        for term, count in papers_with.items()
    }
    vectors = [
        _unit(each, rarity, 1.0) | _unit(keys, rarity, PHRASE_SHARE)
        for each, keys in zip(words, phrases, strict=True)
    ]
    postings: dict[str, list[tuple[int, float]]] = {
        term: [] for term, count in papers_with.items() if 1 < count <= LONGEST_POSTING
    }
    for at, vector in enumerate(vectors):
        for term, weight in vector.items():
            if term in postings:
                postings[term].append((at, weight))
    written = {term: _prevailing(forms) for term, forms in spellings.items()}
    return _Corpus(vectors, rarity, postings, written)


def _known_rarity(term: str) -> int:
    """Return how telling a term is in the background: *case* is common in every field."""
    background = statistics.shipped()
    known = background.known(term.removeprefix(_PHRASE)).papers
    weak = term in wordlists.WEAK_FIRST or term in wordlists.WEAK_LAST
    return 1 if weak else 1 + background.papers.bit_length() - known.bit_length()


def _words(paper: Paper, spellings: dict[str, Counter[str]]) -> dict[str, float]:
    """Return the weights of the words of `paper`: one plus the log of their number."""
    counts: dict[str, int] = {}
    for weight, source in ((TITLE_WEIGHT, paper.title), (1, paper.abstract)):
        for word, number in Counter(_WORD.findall(prose.plain(source))).items():
            if word.lower() in wordlists.STOPWORDS:
                continue
            key = folding.key(word)
            counts[key] = counts.get(key, 0) + weight * number
            # A title's capitals say nothing of how a word is written.
            spelling = word.lower() if weight > 1 and word[1:].islower() else word
            _note(spellings, key, spelling, number)
    return {key: 1 + log(count) for key, count in counts.items()}


def _note(spellings: dict[str, Counter[str]], key: str, spelling: str, number: int) -> None:
    """Count how often a term is written in one way."""
    if key not in spellings:
        spellings[key] = Counter()
    spellings[key][spelling] += number


def _phrases(keyphrases: Iterable[str], spellings: dict[str, Counter[str]]) -> dict[str, float]:
    """Return the weights of a paper's keyphrases, the first one most."""
    weights: dict[str, float] = {}
    for rank, phrase in enumerate(keyphrases):
        term = _PHRASE + tokens.key(phrase)
        weights.setdefault(term, 1 / sqrt(1 + rank))
        _note(spellings, term, _uncapitalised(phrase), 1)
    return weights


def _uncapitalised(phrase: str) -> str:
    """Return `phrase` without the capitals of a title; acronyms keep theirs."""
    return " ".join(
        word.lower() if word[1:].islower() and " " in phrase else word
        for word in phrase.split(" ")
    )


def _unit(weights: Vector, rarity: Mapping[str, int], share: float) -> dict[str, float]:
    """Return `weights` times rarity, scaled so that the square of their length is `share`."""
    weighed = {term: weight * rarity[term] for term, weight in weights.items()}
    length = sqrt(sum(weight * weight for weight in weighed.values()))
    scale = sqrt(share) / length if length else 0.0
    return {term: weight * scale for term, weight in weighed.items()}


def _prevailing(forms: Counter[str]) -> str:
    """Return the most frequent form; of equals the one in small letters, then the first."""
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))
