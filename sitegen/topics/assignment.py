"""Which of the site's topics each paper gets."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics import curation
from sitegen.topics.curation import Wishes
from sitegen.topics.differences import changed, large
from sitegen.topics.ranking import Ranking
from sitegen.topics.selection import FEWEST, TAG, Subject, names
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
# A term of one paper alone is better than none, if the paper is surely about it.
ALONE = 0.038
ALONE_WORDS = 3
ABOUT = 0.9
# The same of a phrase that it says only once.
SURELY = 0.2


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


class _Fit(NamedTuple):
    """How well one paper fits the topics that could be, by their keys, and those it would take."""

    scores: Mapping[str, float]
    tags: tuple[str, ...]


class _Assigned(Parcel, frozen=True):
    """What was assigned last.

    Attributes:
        rankings: By the papers' ids.
        meant: What phrases meant.
        fits: How well each paper fits all that could be topics.
        tags: What each paper got.
        alone: The topics of one paper each, by their keys.
    """

    rankings: Mapping[str, Ranking] = {}
    meant: Mapping[str, _Meaning] = {}
    fits: Mapping[str, _Fit] = {}
    tags: Mapping[str, tuple[str, ...]] = {}
    alone: Mapping[str, Subject] = {}


_LAST, _LAST_UNTOUCHED = again.Last[_Assigned](), again.Last[_Assigned]()


def assigned(
    rankings: Mapping[str, Ranking],
    subjects: Sequence[Subject],
    background: Statistics,
    wishes: Wishes = curation.NONE,
) -> tuple[list[Subject], dict[str, tuple[str, ...]]]:
    """Return the topics that papers really take, and each paper's, best first, as keys.

    A topic that too few papers take is given up and its papers choose anew. A paper that is
    left without any gets its own best term as a topic.

    Args:
        rankings: By the papers' ids, sorted.
        subjects: Those that `selection.judged` does not refuse.
        background: Shipped counts.
        wishes: What the owner wants: a pinned topic is never given up.
    """
    held = _LAST_UNTOUCHED if wishes is curation.NONE else _LAST
    last = held.recalled() or _Assigned()
    meant = {
        key: _Meaning(subject.key, subject.weight, background.known(key).papers >= BROAD)
        for subject in subjects
        for key in subject.keys
    }
    fits = _fits(rankings, meant, last)
    kept, tags = _shared(rankings, subjects, fits, wishes)
    alone = _alone(
        rankings, tags, background, wishes, {wishes.spelling(each.key) for each in kept}
    )
    alone = {key: _as_before(each, last.alone) for key, each in alone.items()}
    for paper, keys in tags.items():
        if keys is not fits[paper].tags and last.tags.get(paper) == keys:
            tags[paper] = last.tags[paper]
    held.hold(_Assigned(rankings, meant, fits, tags, alone), len(rankings))
    return [*kept, *alone.values()], tags


def _alone(
    rankings: Mapping[str, Ranking],
    tags: dict[str, tuple[str, ...]],
    background: Statistics,
    wishes: Wishes,
    taken: Container[str],
) -> dict[str, Subject]:
    """Give papers without any of the `tags` their own best term; return these topics by key."""
    alone: dict[str, dict[str, float]] = {}
    called: dict[str, str] = {}
    for paper in [paper for paper, keys in tags.items() if not keys]:
        term = _own_term(rankings[paper], background, wishes, taken)
        if term:
            # Two that the owner gives one name are one topic.
            key = called.setdefault(wishes.spelling(term), term) if wishes.renames(term) else term
            tags[paper] = (key,)
            alone.setdefault(key, {})[paper] = rankings[paper].scores[term]
    return {key: Subject((key,), scores) for key, scores in alone.items()}


def _as_before(subject: Subject, known: Mapping[str, Subject]) -> Subject:
    """Return a topic as it is known, if it is no other."""
    before = known.get(subject.key)
    return subject if before is None or before != subject else before


def _fits(
    rankings: Mapping[str, Ranking], meant: Mapping[str, _Meaning], last: _Assigned
) -> dict[str, _Fit]:
    """Return how well each paper fits what could be topics: those anew that say what changed."""
    papers = changed(rankings, last.rankings)
    others = {key for key, each in meant.items() if last.meant.get(key) != each}
    keys = others | (last.meant.keys() - meant.keys())
    if large(papers, len(rankings)) or large(keys, len(meant)):
        papers = {*rankings}
    elif keys:
        papers |= {
            paper for paper, each in rankings.items() if not each.scores.keys().isdisjoint(keys)
        }
    return {
        paper: _fit(ranking, meant) if paper in papers else last.fits[paper]
        for paper, ranking in rankings.items()
    }


def _fit(ranking: Ranking, meant: Mapping[str, _Meaning]) -> _Fit:
    """Return how well a paper fits what could be topics."""
    scores = _scores(ranking, meant)
    return _Fit(scores, _of_paper(scores, ranking.inside))


def _shared(
    rankings: Mapping[str, Ranking],
    subjects: Sequence[Subject],
    fits: Mapping[str, _Fit],
    wishes: Wishes,
) -> tuple[list[Subject], dict[str, tuple[str, ...]]]:
    """Return the subjects that enough papers take, and each paper's."""
    scores = {paper: each.scores for paper, each in fits.items()}
    tags = {paper: each.tags for paper, each in fits.items()}
    kept = {each.key for each in subjects if wishes.spelling(each.key) in wishes.pinned}
    while True:
        sizes = Counter(chain.from_iterable(tags.values()))
        few = {each.key for each in subjects if sizes[each.key] < FEWEST} - kept
        if not few:
            return list(subjects), tags
        subjects = [subject for subject in subjects if subject.key not in few]
        for paper, each in scores.items():
            if not each.keys().isdisjoint(few):
                scores[paper] = {key: each[key] for key in each if key not in few}
                tags[paper] = _of_paper(scores[paper], rankings[paper].inside)


def _own_term(
    ranking: Ranking, background: Statistics, wishes: Wishes, taken: Container[str]
) -> str:
    """Return the best phrase of a paper that can stand alone as a name, or nothing.

    Of those that fit about as well, the longest says most. What the spellings share of the topics
    that there are is `taken`: a phrase with another's name is no topic of its own.
    """
    fit = {
        key: score
        for key, score in ranking.scores.items()
        if score >= (SURELY if key in ranking.once else ALONE)
        and 0 < key.count(" ") < ALONE_WORDS
        and names(key, background)
        and (
            not wishes.refuses(key) or (wishes.renames(key) and wishes.spelling(key) not in taken)
        )
    }
    best = max(fit.values(), default=0.0)
    near = (key for key, score in fit.items() if score >= ABOUT * best)
    return min(near, key=lambda key: (-key.count(" "), -fit[key], key), default="")


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
