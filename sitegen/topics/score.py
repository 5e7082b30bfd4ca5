"""How likely a paper's authors would choose a phrase as a keyword."""

from collections.abc import Callable
from functools import lru_cache
from math import exp
from typing import Any

from sitegen.topics import features
from sitegen.topics.phrases import Phrase, Said
from sitegen.topics.scorecard import Scorecard, probability
from sitegen.topics.statistics import Known, Statistics

# What is counted beyond this many tells nothing more.
_MOST = 12
_FULL = 1 << 14


def scored(said: Said, background: Statistics) -> dict[str, float]:
    """Return by key how likely a paper's phrases are its keywords, as `score` does.

    Without unknown phrases that the paper says once, in passing: they come to nothing.
    """
    usual, told, untold = background.phrases, _priors(background).get, _priors(background).untold
    saying, shape, place = _sums(background.scoring)
    wholes, firsts, titled, titles = said.wholes, said.firsts, said.titled, said.titles
    defined, nested = said.defined, said.nested
    scores: dict[str, float] = {}
    for key, count in said.counts.items():
        in_title, is_defined = key in titled, key in defined
        prior = told(key)
        if prior is None and (count > 1 or in_title or is_defined or key in usual):
            prior = untold(key)
        if prior is not None:
            log_odds = (
                prior[0]
                + saying[prior[1], count, in_title, key in titles]
                + shape[count, wholes.get(key, 0), nested.get(key, 0)]
                + place[firsts[key], is_defined]
            )
            scores[key] = 1 / (1 + exp(-log_odds))
    return scores


def score(phrase: Phrase, known: Known, scoring: Scorecard) -> float:
    """Return the probability, 0 to 1, that a phrase is one of its paper's keywords."""
    saying, shape, place = _sums(scoring)
    return probability(
        scoring.bias
        + known.prior
        + saying[known.keyphraseness, phrase.count, phrase.in_title, phrase.whole_title]
        + shape[phrase.count, phrase.whole, phrase.nested]
        + place[phrase.first, phrase.defined]
    )


class _Priors(dict[str, tuple[float, float]]):
    """What speaks for phrases in any paper, the bias included, and their keyphraseness.

    Only of phrases that the background knows, and that were met: one look-up tells all of them.
    """

    def __init__(self, background: Statistics) -> None:
        super().__init__()
        self._background = background

    def untold(self, key: str) -> tuple[float, float]:
        """Return the same of any phrase."""
        prior, keyphraseness = self._background.weight(key)
        found = self._background.scoring.bias + prior, keyphraseness
        if key in self._background.phrases:
            self[key] = found
        return found


_priors = lru_cache(maxsize=4)(_Priors)


class _Sums(dict[tuple[Any, ...], float]):
    """What a scorecard adds for the figures of phrases; most are those of many others."""

    def __init__(self, sums: Callable[..., float]) -> None:
        super().__init__()
        self._sums = sums

    def __missing__(self, figures: tuple[Any, ...]) -> float:
        if len(self) >= _FULL:
            self.clear()
        self[figures] = found = self._sums(*figures)
        return found


@lru_cache(maxsize=4)
def _sums(card: Scorecard) -> tuple[_Sums, _Sums, _Sums]:
    """Return what it adds how a paper says a phrase, its neighbours, and its place."""

    def saying(keyphraseness: float, count: int, in_title: bool, whole: bool) -> float:  # noqa: FBT001 - one tuple of figures
        most = min(count, _MOST)
        values = features.saying(keyphraseness, most, in_title=in_title, whole=whole)
        return card.sum(features.SAYING, values)

    def shape(*figures: int) -> float:
        return card.sum(features.SHAPE, features.shape(*(min(each, _MOST) for each in figures)))

    def place(first: int, defined: bool) -> float:  # noqa: FBT001 - one tuple of figures
        return card.sum(features.PLACE, features.place(first, defined=defined))

    return _Sums(saying), _Sums(shape), _Sums(place)
