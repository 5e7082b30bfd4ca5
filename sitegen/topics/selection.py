"""Which phrases become topics of the site, and which spellings are one topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.topics import folding, wordlists
from sitegen.topics.ranking import Ranking
from sitegen.topics.statistics import Statistics

SUPPORT = 0.02
TAG = 0.04
BEST = 0.12
LARGEST_SHARE = 0.25
SMALLEST_LARGEST = 5
SAME_PAPERS = 0.8
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
        """The spelling that most papers have."""
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
        for subject in _merged_spellings(rankings)
        if need <= sum(score >= TAG for score in subject.scores.values())
        and sum(score >= TAG for score in subject.scores.values()) <= most
        and max(subject.scores.values()) >= BEST
        and _names_a_topic(subject, background)
    ]
    return sorted(_without_parts(eligible), key=lambda subject: subject.key)


def _merged_spellings(rankings: Iterable[Ranking]) -> list[Subject]:
    """Return one subject for each group of keys that only spelling tells apart."""
    spellings: dict[str, dict[str, dict[str, float]]] = {}
    for ranking in rankings:
        for key, score in ranking.scores.items():
            if score >= SUPPORT:
                group = spellings.setdefault(folding.squeezed(key), {})
                group.setdefault(key, {})[ranking.paper] = score
    return [_subject(group) for group in spellings.values()]


def _subject(group: Mapping[str, Mapping[str, float]]) -> Subject:
    """Return the keys of a group as one subject; a paper fits it as well as its best key."""
    keys = sorted(group, key=lambda key: (-len(group[key]), key))
    scores: dict[str, float] = {}
    for key in keys:
        for paper, score in group[key].items():
            scores[paper] = max(score, scores.get(paper, 0.0))
    return Subject(tuple(keys), scores)


def _names_a_topic(subject: Subject, background: Statistics) -> bool:
    """Tell whether a subject's phrase can stand alone as the name of a topic."""
    if not wordlists.GENERIC.isdisjoint(subject.keys):
        return False
    counts = [background.counts(key) for key in subject.keys]
    if " " in subject.key:
        return True
    return any(each.keywords for each in counts) or not any(each.papers for each in counts)


def _without_parts(eligible: Sequence[Subject]) -> list[Subject]:
    """Return `eligible` without phrases that nearly always stand inside one longer phrase."""
    by_paper: dict[str, list[Subject]] = {}
    for subject in eligible:
        for paper in subject.scores:
            by_paper.setdefault(paper, []).append(subject)
    return [subject for subject in eligible if not _is_part(subject, by_paper)]


def _is_part(subject: Subject, by_paper: Mapping[str, Sequence[Subject]]) -> bool:
    """Tell whether one longer phrase has nearly all papers of `subject`."""
    shared: dict[str, int] = {}
    for paper in subject.scores:
        for other in by_paper[paper]:
            if contains(other.key, subject.key):
                shared[other.key] = shared.get(other.key, 0) + 1
    return max(shared.values(), default=0) >= SAME_PAPERS * len(subject.scores)


def contains(longer: str, shorter: str) -> bool:
    """Tell whether the words of one key stand together inside another, longer one."""
    return len(shorter) < len(longer) and f" {shorter} " in f" {longer} "
