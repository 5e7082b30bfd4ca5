"""Which phrases become topics of the site, and which spellings are one topic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitegen.topics import curation, wordlists
from sitegen.topics.curation import Wishes
from sitegen.topics.ranking import Ranking
from sitegen.topics.statistics import Counts, Statistics

SUPPORT = 0.012
TAG = 0.04
BEST = 0.12
LIFT = 2.0
LARGEST_SHARE = 0.25
SMALLEST_LARGEST = 5
# A single word names a topic if so many papers, and such a share, have it as a keyword.
WORD_KEYWORDS = 2
WORD_KEYWORD_RATE = 0.1
# A phrase of several words names none if so many papers could have had it as a keyword and none
# has, if it hardly ever comes into a title either, or if it nearly always is part of a longer
# phrase.
NEVER_KEYWORD = 10
TITLE_RATE = 0.055
WHOLE_RATE = 0.12
# Fixed steps, never a smooth function of the number of papers: a site that grows by one paper
# keeps its topics.
_STEPS = ((1_000, 2), (2_500, 3), (5_000, 4), (10_000, 6), (25_000, 8), (50_000, 12))
_FEWEST_BEYOND = 20

Refusal = Literal["few", "many", "weak", "vague", "banned"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic to be.

    Attributes:
        keys: Its spellings as keys, the one that names it first.
        scores: How well each paper fits it.
        lift: What the scores of its keys are multiplied by.
    """

    keys: tuple[str, ...]
    scores: Mapping[str, float]
    lift: float = 1.0

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


def judged(
    rankings: Sequence[Ranking], background: Statistics, wishes: Wishes = curation.NONE
) -> list[tuple[Subject, Refusal | None]]:
    """Return what could be subjects of a site, sorted by key, each with why it is none, or None.

    Args:
        rankings: One for each paper, sorted by the paper's id.
        background: Shipped counts.
        wishes: What the owner wants.
    """
    return sorted(
        (
            (subject, _refusal(subject, len(rankings), background, wishes))
            for subject in _merged_spellings(rankings, background, wishes)
        ),
        key=lambda each: each[0].key,
    )


def _refusal(
    subject: Subject, papers: int, background: Statistics, wishes: Wishes
) -> Refusal | None:
    """Return why a subject is no topic: papers speak of it too rarely or too often, or vaguely."""
    key = subject.key
    speaking = sum(score >= TAG for score in subject.scores.values())
    if wishes.spelling(key) in wishes.banned:
        return "banned"
    if wishes.spelling(key) in wishes.pinned:
        return None
    if speaking < fewest(papers):
        return "few"
    if speaking > largest(papers) and not wishes.wants(key):
        return "many"
    if max(subject.scores.values()) < BEST:
        return "weak"
    return None if wishes.wants(key) or names(key, background) else "vague"


def _merged_spellings(
    rankings: Iterable[Ranking], background: Statistics, wishes: Wishes
) -> list[Subject]:
    """Return one subject for each group of keys that spelling or the owner's merges unite."""
    spellings: dict[str, dict[str, dict[str, float]]] = {}
    for ranking in rankings:
        for key, score in ranking.scores.items():
            if score >= SUPPORT and (key not in wordlists.GENERIC or wishes.wants(key)):
                group = spellings.setdefault(wishes.spelling(key), {})
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
    if len(scores) > 1 and _is_of_another_field(keys, background):
        return Subject(tuple(keys), {paper: LIFT * scores[paper] for paper in scores}, LIFT)
    return Subject(tuple(keys), scores)


def _is_of_another_field(keys: Iterable[str], background: Statistics) -> bool:
    """Tell whether the background knows neither a phrase nor what it is a kind of.

    Its score then lacks all that the background says for a good phrase. That papers of the
    site share it makes up for that.
    """
    return not any(background.counts(part).papers for key in keys for part in _heads(key))


def _heads(key: str) -> Iterator[str]:
    """Yield a phrase and what it is a kind of: *symbolic regression* of a neural one."""
    words = key.split()
    for first in range(max(len(words) - 1, 1)):
        yield " ".join(words[first:])


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
    if not counts.keywords and counts.titles < TITLE_RATE * counts.papers:
        return False
    return counts.whole >= WHOLE_RATE * counts.papers


def contains(longer: str, shorter: str) -> bool:
    """Tell whether the words of one key stand together inside another, longer one."""
    return len(shorter) < len(longer) and f" {shorter} " in f" {longer} "
