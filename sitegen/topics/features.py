"""What is known of a phrase in a paper, as numbers: from the paper and shipped counts alone."""

import re
from math import log, log1p
from typing import NamedTuple

from sitegen.topics import wordlists
from sitegen.topics.phrases import Phrase
from sitegen.topics.statistics import Statistics

_DIGIT = re.compile(r"\d")


class Features(NamedTuple):
    """The features of one phrase in one paper; rates are 0 to 1, logs natural.

    Attributes:
        papers: Log of the background papers that hold the phrase, plus one.
        independence: Share of those papers where it fills a run.
        title_rate: Share of those papers whose title holds it.
        keyphraseness: Log of the smoothed share of papers that have it as a keyword, among
            those that could (Mihalcea and Csomai 2007), with that of its head for the unknown.
        head: Log of the smoothed share of keywords among phrases that end like it.
        in_title: 1 if the paper's title holds it.
        whole_title: 1 if it fills a run of the title.
        frequency: Log of its occurrences in the paper.
        whole: Share of its occurrences that fill a run.
        position: Log of the tokens before its first occurrence, plus one.
        words: How many words it has, at most four.
        defined: 1 if the paper defines an acronym for it.
        preposition: 1 if it has the shape "A of B".
        digit: 1 if it holds a digit.
        single: 1 if it has one word.
        unknown: 1 if the background does not know it.
    """

    papers: float
    independence: float
    title_rate: float
    keyphraseness: float
    head: float
    in_title: float
    whole_title: float
    frequency: float
    whole: float
    position: float
    words: float
    defined: float
    preposition: float
    digit: float
    single: float
    unknown: float


def features(phrase: Phrase, background: Statistics) -> Features:
    """Return the features of `phrase`."""
    counts = background.counts(phrase.key)
    words = phrase.key.split()
    head = background.head(words[-1])
    head_rate = (head.keywords + 0.5) / (head.candidates + 100)
    # A phrase that no paper with keywords holds is judged by its head, worth four papers.
    rate = (counts.keywords + 4 * head_rate) / (counts.candidates + 4)
    known = counts.papers > 0
    return Features(
        papers=log1p(counts.papers),
        independence=counts.whole / counts.papers if known else 0.3,
        title_rate=counts.titles / counts.papers if known else 0.15,
        keyphraseness=log(rate),
        head=log(head_rate),
        in_title=float(phrase.in_title),
        whole_title=float(phrase.whole_title),
        frequency=log(phrase.count),
        whole=phrase.whole / phrase.count,
        position=log1p(phrase.first),
        words=float(min(len(words), 4)),
        defined=float(phrase.defined),
        preposition=float(not wordlists.PREPOSITIONS.isdisjoint(words)),
        digit=float(_DIGIT.search(phrase.key) is not None),
        single=float(len(words) == 1),
        unknown=float(not known),
    )
