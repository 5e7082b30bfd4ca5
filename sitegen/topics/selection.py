"""Which phrases become topics of the site, and which spellings are one topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.topics import folding, wordlists
from sitegen.topics.ranking import Ranking
from sitegen.topics.statistics import Counts, Statistics

SUPPORT = 0.02
TAG = 0.04
BEST = 0.12
LARGEST_SHARE = 0.25
SMALLEST_LARGEST = 5
# A single word names a topic if so many papers, and such a share, have it as a keyword.
WORD_KEYWORDS = 2
WORD_KEYWORD_RATE = 0.1
# A phrase of several words names none if so many papers could have had it as a keyword and none
# has, or if it nearly always is part of a longer phrase.
NEVER_KEYWORD = 10
WHOLE_RATE = 0.12
# Fixed steps, never a smooth function of the number of papers: a site that grows by one paper
# keeps its topics.
_STEPS = ((1_000, 2), (2_500, 3), (5_000, 4), (10_000, 6), (25_000, 8), (50_000, 12))
_FEWEST_BEYOND = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic to be: its spellings as keys, and how well each paper fits it."""

    keys: tuple[str, ...]
    scores: Mapping[str, float]

    @property
    def key(self) -> str:
        """The spelling that fits its papers best."""
        return self.keys[0]


def fewest(papers: int) -> int:
    """Return how many papers a topic needs in a site of so many."""
    return next((k for limit, k in _STEPS if papers < limit), _FEWEST_BEYOND)


def largest(papers: int) -> int:
    """Return how many papers a topic may have in a site of so many."""
    return max(SMALLEST_LARGEST, int(LARGEST_SHARE * papers))


def subjects(rankings: Sequence[Ranking], background: Statistics) -> list[Subject]:
    """Return the subjects of a site, sorted by key.

    Args:
        rankings: One for each paper, sorted by the paper's id.
        background: Shipped counts.
    """
    need, most = fewest(len(rankings)), largest(len(rankings))
    eligible = [
        subject
        for subject in _merged_spellings(rankings, background)
        if need <= sum(score >= TAG for score in subject.scores.values())
        and sum(score >= TAG for score in subject.scores.values()) <= most
        and max(subject.scores.values()) >= BEST
        and _names_a_topic(subject, background)
    ]
    return sorted(eligible, key=lambda subject: subject.key)


def _merged_spellings(rankings: Iterable[Ranking], background: Statistics) -> list[Subject]:
    """Return one subject for each group of keys that only spelling tells apart."""
    spellings: dict[str, dict[str, dict[str, float]]] = {}
    for ranking in rankings:
        for key, score in ranking.scores.items():
            if score >= SUPPORT:
                group = spellings.setdefault(folding.squeezed(key), {})
                group.setdefault(key, {})[ranking.paper] = score
    return [_subject(group, background) for group in spellings.values()]


def _subject(group: Mapping[str, Mapping[str, float]], background: Statistics) -> Subject:
    """Return the keys of a group as one subject; a paper fits it as well as its best key.

    The first key is the one that fits most papers best, among those that stand alone.
    """

    def order(key: str) -> tuple[bool, float, str]:
        return not _stands_alone(key, background.counts(key)), -sum(group[key].values()), key

    keys = sorted(group, key=order)
    scores: dict[str, float] = {}
    for key in keys:
        for paper, score in group[key].items():
            scores[paper] = max(score, scores.get(paper, 0.0))
    return Subject(tuple(keys), scores)


def _names_a_topic(subject: Subject, background: Statistics) -> bool:
    """Tell whether a subject can be a topic: none of its spellings is generic, one a name."""
    return wordlists.GENERIC.isdisjoint(subject.keys) and names(subject.key, background)


def names(key: str, background: Statistics) -> bool:
    """Tell whether a phrase can stand alone as the name of a topic."""
    return key not in wordlists.GENERIC and _stands_alone(key, background.counts(key))


def _stands_alone(key: str, counts: Counts) -> bool:
    """Tell whether the background uses a phrase by itself, a single word as a keyword.

    What it does not know may be the language of another field.
    """
    if not counts.papers:
        return True
    keyword_rate = counts.keywords / (counts.candidates + 1)
    if " " not in key:
        return counts.keywords >= WORD_KEYWORDS and keyword_rate >= WORD_KEYWORD_RATE
    if counts.candidates >= NEVER_KEYWORD and not counts.keywords:
        return False
    return counts.whole >= WHOLE_RATE * counts.papers


def contains(longer: str, shorter: str) -> bool:
    """Tell whether the words of one key stand together inside another, longer one."""
    return len(shorter) < len(longer) and f" {shorter} " in f" {longer} "
