"""Which topics enough papers take, and what papers choose instead of the others."""

from collections import Counter
from collections.abc import Container, Mapping
from itertools import chain
from typing import NamedTuple

from sitegen.jobs.parcel import Parcel
from sitegen.topics.differences import changed, large, renewed
from sitegen.topics.ranking import Ranking
from sitegen.topics.selection import FEWEST, TAG, Subject
from sitegen.topics.statistics import Statistics

MOST = 6
# A paper without any tag takes the best topic that it still speaks of.
LAST_RESORT = 0.004
# The second may be weaker than the others.
SECOND = 0.013
# A phrase that stands once in an abstract is a mention rather than a subject, a word all the more.
PASSING_PHRASE = 0.85
PASSING_WORD = 0.6
# What so many papers of the background speak of, most do not do research on.
BROAD = 1_200
PASSING_BROAD = 0.23


class _Meaning(NamedTuple):
    """What a phrase means in this library.

    Attributes:
        topic: The key of the topic that it stands for.
        weight: What the topic multiplies scores by.
        broad: Whether most that speak of it do no research on it.
    """

    topic: str
    weight: float
    broad: bool


class Fits(Parcel, frozen=True):
    """What papers could share.

    Attributes:
        rankings: By the papers' ids, sorted.
        subjects: What could be topics, by their keys.
        meant: What phrases mean.
        scores: How well each paper fits all that could be topics, by their keys.
        tags: What each paper would take of them, best first.
    """

    rankings: Mapping[str, Ranking]
    subjects: Mapping[str, Subject]
    meant: Mapping[str, _Meaning]
    scores: Mapping[str, Mapping[str, float]]
    tags: Mapping[str, tuple[str, ...]]


NOTHING = Fits({}, {}, {}, {}, {})
"""What could be shared where there is nothing."""


def fits(
    rankings: Mapping[str, Ranking],
    subjects: Mapping[str, Subject],
    background: Statistics,
    last: Fits,
) -> Fits:
    """Return how well papers fit what could be topics.

    Args:
        rankings: By the papers' ids, sorted.
        subjects: What could be topics, by their keys.
        background: Shipped counts.
        last: What is known of an earlier library: those papers alone are looked at anew that
            changed, or that say a phrase which means something else now.
    """
    papers, topics = changed(rankings, last.rankings), changed(subjects, last.subjects)
    if large(papers, len(rankings)) or large(topics, len(subjects)):
        last, papers, topics = NOTHING, {*rankings}, {*subjects}
    meant = {**last.meant}
    before = [key for topic in topics & last.subjects.keys() for key in last.subjects[topic].keys]
    for key in before:
        del meant[key]
    for subject in [subjects[topic] for topic in topics & subjects.keys()]:
        for key in subject.keys:
            broad = background.known(key).papers >= BROAD
            meant[key] = _Meaning(subject.key, subject.weight, broad)
    now = [key for topic in topics & subjects.keys() for key in subjects[topic].keys]
    others = {key for key in (*before, *now) if last.meant.get(key) != meant.get(key)}
    if last is not NOTHING and others:
        saying = (key for key, each in rankings.items() if _says(each, others))
        papers.update(saying)
    there = [*rankings] if last is NOTHING else papers & rankings.keys()
    new = {paper: _scores(rankings[paper], meant) for paper in there}
    tags = {paper: _of_paper(each, rankings[paper].inside) for paper, each in new.items()}
    scores = renewed(rankings, last.scores, new)
    return Fits(rankings, subjects, meant, scores, renewed(rankings, last.tags, tags))


def _says(ranking: Ranking, phrases: set[str]) -> bool:
    """Tell whether a paper offers one of some phrases."""
    return not ranking.scores.keys().isdisjoint(phrases)


def shared(
    found: Fits, pinned: Container[str]
) -> tuple[list[Subject], dict[str, tuple[str, ...]]]:
    """Return the subjects that enough papers take, and each paper's.

    Args:
        found: How well papers fit what could be topics.
        pinned: Keys of topics that are never given up.
    """
    left, gone = {**found.subjects}, set[str]()
    tags = {**found.tags}
    sizes = Counter(chain.from_iterable(tags.values()))
    while few := {key for key in left if sizes[key] < FEWEST and key not in pinned}:
        gone |= few
        for key in few:
            del left[key]
        for paper in _fitting(few, found):
            known = found.scores[paper]
            scores = {key: known[key] for key in known if key not in gone}
            sizes.subtract(tags[paper])
            tags[paper] = _of_paper(scores, found.rankings[paper].inside)
            sizes.update(tags[paper])
    return [*left.values()], tags


def _fitting(topics: set[str], found: Fits) -> list[str]:
    """Return the papers that fit one of some topics however little."""
    return [key for key, each in found.scores.items() if not topics.isdisjoint(each)]


def _scores(ranking: Ranking, meant: Mapping[str, _Meaning]) -> dict[str, float]:
    """Return how well one paper fits the topics that it speaks of, by their keys."""
    scores: dict[str, float] = {}
    for key in ranking.scores.keys() & meant.keys():
        topic, weight, broad = meant[key]
        weighed = ranking.scores[key] * weight * _aboutness(key, ranking, broad=broad)
        if weighed > scores.get(topic, -1.0):
            scores[topic] = weighed
    return scores


def _aboutness(key: str, ranking: Ranking, *, broad: bool) -> float:
    """Return what a paper's score for a phrase is worth, 0 to 1: it may only mention it."""
    passing = 1.0
    if key in ranking.once:
        passing = PASSING_PHRASE if " " in key else PASSING_WORD
    if broad and key in ranking.seldom:
        passing *= PASSING_BROAD
    return passing


def _of_paper(scores: Mapping[str, float], inside: Container[str]) -> tuple[str, ...]:
    """Return the topics of one paper, best first.

    What a chosen phrase is a kind of (the *language model* of a large one) says nothing more
    where it stands in longer phrases only, nor does *diffusion* beside diffusion models. A model
    may be left out of the name of what is chosen.
    """
    chosen: list[str] = []
    for key in sorted(sorted(scores), key=scores.__getitem__, reverse=True):
        least = (LAST_RESORT, SECOND, TAG)[min(len(chosen), 2)]
        if scores[key] < least or len(chosen) == MOST:
            break
        kind = key in inside and any(
            longer.endswith(f" {key}") for each in chosen for longer in (each, f"{each} model")
        )
        if not kind and f"{key} model" not in chosen:
            chosen.append(key)
    return tuple(chosen)
