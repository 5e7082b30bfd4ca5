"""One paper's phrases, best first: from the paper and the shipped counts alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress, islice

from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.topics import folding, phrases, statistics, tokens
from sitegen.topics.implied import implied
from sitegen.topics.score import scored
from sitegen.topics.statistics import Statistics

KEPT = 24
KEYPHRASES = 10
# What the authors say themselves is surer than any score, which stays below it in practice.
GIVEN = 0.95
SELDOM = 2
_BITS = [bytes(byte >> bit & 1 for byte in range(256)) for bit in range(3)]
"""From the letters of digits to their bits."""


class Ranking(Parcel, frozen=True):
    """What one paper offers to the site's topics.

    Attributes:
        paper: Its id.
        scores: Keys of its best phrases to their scores, best first, ties by key.
        once: Keys that stand once in its abstract and nowhere else.
        seldom: Keys that stand at most twice in its abstract and nowhere else.
        inside: Keys that it says in longer ones of its phrases only.
        keyphrases: Its best phrases as it spells them, and what they imply.
        acronyms: What it defines, with the long forms, as keys.
    """

    paper: str
    scores: Mapping[str, float]
    once: frozenset[str]
    seldom: frozenset[str]
    inside: frozenset[str]
    keyphrases: tuple[str, ...]
    acronyms: Mapping[str, str]

    def packed(self) -> "Packed":
        """Return it as it is kept."""
        passed = (self.once, self.seldom, self.inside)
        # Not spelled again: a digit for each key, a bit for each set that it is in.
        passing = [
            sum((key in keys) << bit for bit, keys in enumerate(passed)) for key in self.scores
        ]
        digits = "".join(map(str, passing))
        return Packed(self.paper, self.scores, digits, self.keyphrases, self.acronyms)


class Packed(Parcel, frozen=True):
    """A ranking in less room.

    Attributes:
        passing: A digit for each key of `scores`: what it is said in.
    """

    paper: str
    scores: Mapping[str, float]
    passing: str
    keyphrases: tuple[str, ...]
    acronyms: Mapping[str, str]


Ranked = Callable[[Sequence[Paper]], Iterable[Ranking]]


def unpacked(kept: Packed) -> Ranking:
    """Return the ranking that was packed."""
    scores, passing = kept.scores, kept.passing.encode()
    once, seldom, inside = [frozenset(compress(scores, passing.translate(bit))) for bit in _BITS]
    return Ranking(kept.paper, scores, once, seldom, inside, kept.keyphrases, kept.acronyms)


def ranked(papers: Sequence[Paper]) -> list[Ranking]:
    """Return the rankings of some papers, each from the paper alone."""
    background = statistics.shipped()
    return [rank(paper, background) for paper in papers]


def rank(paper: Paper, background: Statistics) -> Ranking:
    """Return the best phrases of `paper`.

    Args:
        paper: Its own keywords come first.
        background: Shipped counts; nothing of the site's other papers enters.
    """
    said = phrases.Said(phrases.cut(paper), background.acronyms)
    scores = scored(said, background)
    unscored: set[str] = set()
    given: dict[str, str] = {}
    for keyword in paper.keywords:
        key = tokens.key(keyword)
        key = background.acronyms.get(key, key)
        if key:
            if key not in scores:
                unscored.add(key)
            scores[key] = GIVEN
            given[key] = keyword
    kept = dict(islice(_best_first(scores).items(), KEPT))
    unsaid = implied(scores, set(map(folding.squeezed, kept)), background)
    chosen = _chosen(_best_first({**kept, **unsaid}) if unsaid else kept)
    surfaces = said.surfaces(key for key in chosen if key in kept and key not in given)
    found, nested = [key for key in kept if key not in unscored], said.nested
    return Ranking(
        paper=paper.id,
        scores=kept,
        once=said.in_passing(found, 1),
        seldom=said.in_passing(found, SELDOM),
        inside=frozenset([key for key in found if nested.get(key, 0) >= said.counts[key]]),
        keyphrases=tuple([given.get(key) or surfaces.get(key, key) for key in chosen]),
        acronyms=said.acronyms,
    )


def _best_first(scores: Mapping[str, float]) -> dict[str, float]:
    """Return keys with their scores, best first, ties by key."""
    by_key = sorted(scores)
    return {key: scores[key] for key in sorted(by_key, key=scores.__getitem__, reverse=True)}


def _chosen(best_first: Iterable[str]) -> list[str]:
    """Return the keys of the best phrases, one of each spelling."""
    chosen: dict[str, str] = {}
    for key in best_first:
        chosen.setdefault(folding.squeezed(key), key)
        if len(chosen) == KEYPHRASES:
            break
    return list(chosen.values())
