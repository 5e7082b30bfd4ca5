"""What is known of a phrase as numbers: in the background, and in one paper."""

import re
from collections.abc import Mapping
from math import exp, log, log1p
from typing import NamedTuple

from sitegen.topics import wordlists

_DIGIT = re.compile(r"\d")
# What a rate is taken for where no paper tells, and how many papers that is worth.
_TYPICAL = {"whole": 0.3, "titles": 0.15, "whole_titles": 0.05, "repeated": 0.2, "acronyms": 0.02}
_WORTH = 2
_HEAD_WORTH = 4
# Below so many papers the background does not know a phrase.
_KNOWN = 5
MOST_WORDS = 5


class Counts(NamedTuple):
    """How many papers of a corpus say what of one phrase.

    Attributes:
        papers: Papers that hold it.
        whole: Papers where it fills a run at least once.
        titles: Papers whose title holds it.
        whole_titles: Papers where it fills a run of the title.
        repeated: Papers that hold it twice or more.
        acronyms: Papers that define an acronym for it.
        keywords: Papers with free keywords that have it among them.
        candidates: Papers with free keywords that hold it or have it among them.
        picked: Papers that have it among keywords of a list or a taxonomy.
    """

    papers: int = 0
    whole: int = 0
    titles: int = 0
    whole_titles: int = 0
    repeated: int = 0
    acronyms: int = 0
    keywords: int = 0
    candidates: int = 0
    picked: int = 0


UNKNOWN = Counts()


class Form(NamedTuple):
    """What a key looks like: how many words, whether "A of B", whether it holds a digit."""

    words: int
    preposition: bool
    digit: bool


def form(key: str) -> Form:
    """Return the form of a key; more than five words count as five."""
    words = key.split()
    return Form(
        min(len(words), MOST_WORDS),
        len(words) > 2 and not wordlists.PREPOSITIONS.isdisjoint(words),
        _DIGIT.search(key) is not None,
    )


TERM = (
    "papers", "whole", "titles", "whole_titles", "repeated", "acronyms", "keyphraseness", "head",
    "opening", "words", "preposition", "digit", "unknown", "ever", "picked",
    "keyphraseness*words", "whole_titles*keyphraseness", "papers*keyphraseness", "head*words",
    "head*keyphraseness",
)  # fmt: skip
SAYING = (
    "in_title", "whole_title", "frequency", "keyphraseness*in_title", "keyphraseness*frequency",
    "frequency*in_title",
)  # fmt: skip
SHAPE = ("whole_share", "wholes", "nested", "nested*frequency", "whole_share*frequency")
PLACE = ("position", "defined")


def rate(keywords: float, candidates: float) -> float:
    """Return the log of the share of keywords among the phrases that share a word."""
    return log((keywords + 0.5) / (candidates + 100))


def term(form: Form, counts: Counts, head: float, opening: float) -> dict[str, float]:
    """Return what the background knows of a phrase.

    Args:
        form: Its form.
        counts: Its counts.
        head: The `rate` of longer phrases that end with its last word.
        opening: The `rate` of longer phrases that begin with its first word.

    Returns:
        papers: Log of the papers that hold it, plus one; whole … acronyms: smoothed shares of
        them; keyphraseness: log of the smoothed share of papers that have it as a keyword among
        those that could (Mihalcea and Csomai 2007), with `head` for the unknown; words: how many,
        at most five; preposition, digit, unknown, ever, picked: 1 if so.
    """
    typical = exp(head)
    return {
        "papers": log1p(counts.papers),
        **{
            name: (getattr(counts, name) + _WORTH * prior) / (counts.papers + _WORTH)
            for name, prior in _TYPICAL.items()
        },
        "keyphraseness": log(
            (counts.keywords + _HEAD_WORTH * typical) / (counts.candidates + _HEAD_WORTH)
        ),
        "head": head,
        "opening": opening,
        "words": float(form.words),
        "preposition": float(form.preposition),
        "digit": float(form.digit),
        "unknown": float(counts.papers < _KNOWN),
        "ever": float(counts.keywords > 0),
        "picked": float(counts.picked > 0),
    }


def saying(keyphraseness: float, count: int, *, in_title: bool, whole: bool) -> dict[str, float]:
    """Return how much a paper says a phrase: frequency is the log of its occurrences."""
    return {
        "keyphraseness": keyphraseness,
        "frequency": log(count),
        "in_title": float(in_title),
        "whole_title": float(whole),
    }


def shape(count: int, whole: int, nested: int) -> dict[str, float]:
    """Return how a phrase stands among its neighbours in a paper.

    Args:
        count: Its occurrences.
        whole: Those that fill a run.
        nested: Occurrences of the most frequent longer phrase around it.
    """
    return {
        "frequency": log(count),
        "whole_share": whole / count,
        "wholes": log1p(whole),
        "nested": nested / count,
    }


def place(first: int, *, defined: bool) -> Mapping[str, float]:
    """Return where a phrase comes first: position is the log of the tokens before, plus one."""
    return {"position": log1p(first), "defined": float(defined)}
