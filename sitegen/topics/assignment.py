"""Which of the site's topics each paper gets."""

from collections.abc import Container, Mapping, Sequence

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics import curation
from sitegen.topics.curation import Wishes
from sitegen.topics.differences import changed
from sitegen.topics.ranking import Ranking
from sitegen.topics.selection import Subject, names
from sitegen.topics.sharing import NOTHING, Fits, fits, shared
from sitegen.topics.statistics import Statistics

# A term of one paper alone is better than none, if the paper is surely about it.
ALONE = 0.038
ALONE_WORDS = 3
ABOUT = 0.9
# The same of a phrase that it says only once.
SURELY = 0.2


class _Assigned(Parcel, frozen=True):
    """What was assigned last.

    Attributes:
        fits: How well papers fit all that could be topics.
        tags: What each paper got.
        alone: The topics of one paper each, by their keys.
    """

    fits: Fits = NOTHING
    tags: Mapping[str, tuple[str, ...]] = {}
    alone: Mapping[str, Subject] = {}


_LAST, _LAST_UNTOUCHED = again.Last[_Assigned](__name__), again.Last[_Assigned](__name__)


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
    found = fits(rankings, {each.key: each for each in subjects}, background, last.fits)
    kept, tags = shared(found, _pinned(subjects, wishes))
    alone = {
        key: again.as_before(each, last.alone.get(key))
        for key, each in _alone(rankings, tags, background, wishes, kept).items()
    }
    for paper in changed(tags, last.tags) & last.tags.keys() & tags.keys():
        tags[paper] = again.as_before(tags[paper], last.tags[paper])
    held.hold(_Assigned(found, tags, alone), len(rankings))
    return [*kept, *alone.values()], tags


def _pinned(subjects: Sequence[Subject], wishes: Wishes) -> set[str]:
    """Return the keys of the subjects that the owner pins."""
    if not wishes.pinned:
        return set()
    return {each.key for each in subjects if wishes.spelling(each.key) in wishes.pinned}


def _alone(
    rankings: Mapping[str, Ranking],
    tags: dict[str, tuple[str, ...]],
    background: Statistics,
    wishes: Wishes,
    kept: Sequence[Subject],
) -> dict[str, Subject]:
    """Give papers without any of the `tags` their own best term; return these topics by key.

    None is one of those `kept`.
    """
    # That matters where the owner renames some.
    taken = {wishes.spelling(each.key) for each in kept} if wishes.renamed else set()
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
