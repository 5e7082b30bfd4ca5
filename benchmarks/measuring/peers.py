"""What else finds phrases and related papers: YAKE and TF-IDF."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from math import log

import yake
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from sitegen.model import Paper

PHRASES = 10

Peer = Callable[[Paper], Sequence[str]]


def full_text(paper: Paper) -> str:
    """Return title and abstract of `paper` as one text."""
    return f"{paper.title}. {paper.abstract}"


def by_yake() -> Peer:
    """Return YAKE, phrases of up to three words."""
    extractor = yake.KeywordExtractor(lan="en", n=3, top=PHRASES)

    def phrases(paper: Paper) -> list[str]:
        return [phrase for phrase, _ in extractor.extract_keywords(full_text(paper))]

    return phrases


def by_tfidf(background: Iterable[Paper]) -> Peer:
    """Return TF-IDF over one to three words, English stop words left out.

    Args:
        background: Papers to take document frequencies from.
    """
    grams = CountVectorizer(ngram_range=(1, 3), stop_words="english").build_analyzer()
    papers_with: Counter[str] = Counter()
    total = 0
    for paper in background:
        papers_with.update(set(grams(full_text(paper))))
        total += 1

    def phrases(paper: Paper) -> list[str]:
        counts = Counter(grams(full_text(paper)))
        weights = {
            gram: count * (1 + log((1 + total) / (1 + papers_with[gram])))
            for gram, count in counts.items()
        }
        return nsmallest(PHRASES, weights, key=lambda gram: (-weights[gram], gram))

    return phrases


def nearest(papers: Sequence[Paper], count: int) -> dict[str, list[str]]:
    """Return for each paper the ids of those nearest by cosine of TF-IDF vectors of words."""
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(
        full_text(paper) for paper in papers
    )
    found = {}
    for at, paper in enumerate(papers):
        products = (vectors @ vectors[at].T).toarray().ravel()
        order = (-products).argsort(kind="stable")[: count + 1]
        found[paper.id] = [papers[other].id for other in order if other != at][:count]
    return found
