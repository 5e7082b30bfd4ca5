"""How likely a paper's authors would choose a phrase as a keyword."""

from functools import lru_cache

from sitegen.topics import features
from sitegen.topics.phrases import Phrase
from sitegen.topics.scorecard import Scorecard, probability
from sitegen.topics.statistics import Known

# What is counted beyond this many tells nothing more.
_MOST = 12


def score(phrase: Phrase, known: Known, scoring: Scorecard) -> float:
    """Return the probability, 0 to 1, that a phrase is one of its paper's keywords."""
    return probability(
        scoring.bias
        + known.prior
        + _saying(
            scoring,
            known.keyphraseness,
            phrase.count,
            phrase.in_title,
            phrase.whole_title,
        )
        + _shape(scoring, phrase.count, phrase.whole, phrase.nested)
        + _place(scoring, phrase.first, phrase.defined)
    )


@lru_cache(maxsize=1 << 14)
def _saying(
    scoring: Scorecard,
    keyphraseness: float,
    count: int,
    in_title: bool,  # noqa: FBT001 - a cache tells calls by position from calls by name
    whole: bool,  # noqa: FBT001
) -> float:
    """Return what it adds how much a paper says a phrase."""
    most = min(count, _MOST)
    values = features.saying(keyphraseness, most, in_title=in_title, whole=whole)
    return scoring.sum(features.SAYING, values)


@lru_cache(maxsize=1 << 12)
def _shape(scoring: Scorecard, count: int, whole: int, nested: int) -> float:
    """Return what it adds how a phrase stands among its neighbours."""
    values = features.shape(min(count, _MOST), min(whole, _MOST), min(nested, _MOST))
    return scoring.sum(features.SHAPE, values)


@lru_cache(maxsize=1 << 12)
def _place(scoring: Scorecard, first: int, defined: bool) -> float:  # noqa: FBT001
    """Return what it adds where a phrase stands first, and that it is defined."""
    return scoring.sum(features.PLACE, features.place(first, defined=defined))
