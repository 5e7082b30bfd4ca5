"""Which of the phrases that the owner's rules speak of some paper offers or says."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics import folding
from sitegen.topics.differences import Index, changed, indexed, large
from sitegen.topics.questions import Answer
from sitegen.topics.ranking import Ranking


class _Offered(Parcel, frozen=True):
    """What was offered last, and what that was found from.

    Attributes:
        asked: What the spellings of each phrase share that was looked for.
        rankings, answers: By the papers' ids.
        spellings: What each paper offers of that, if anything.
        papers: The same by spellings.
    """

    asked: frozenset[str]
    rankings: Mapping[str, Ranking]
    answers: Mapping[str, Answer]
    spellings: Mapping[str, AbstractSet[str]]
    papers: Index


_NOTHING = _Offered(frozenset(), {}, {}, {}, {})
_LAST = again.Last[_Offered](__name__)


def offered(
    asked: Iterable[str], rankings: Mapping[str, Ranking], answers: Mapping[str, Answer]
) -> AbstractSet[str]:
    """Return what is asked for and some paper offers or says.

    Args:
        asked: What the spellings of each phrase share that is looked for.
        rankings: By the papers' ids.
        answers: What papers say of their topics, by their ids.
    """
    wanted, last = frozenset(asked), _LAST.recalled() or _NOTHING
    papers = changed(rankings, last.rankings) | changed(answers, last.answers)
    if last.asked != wanted or large(papers, len(rankings)):
        last, papers = _NOTHING, {*rankings}
    keys_of = {
        paper: {*rankings[paper].scores, *(each.key for each in answers[paper].mentions)}
        for paper in papers & rankings.keys()
    }
    keys = set().union(*keys_of.values())
    known = {key: own for key in keys if (own := folding.subject(key)) in wanted}
    now = {
        paper: {known[key] for key in each & known.keys()}
        for paper, each in keys_of.items()
        if not each.isdisjoint(known)
    }
    before = {paper: last.spellings[paper] for paper in papers & last.spellings.keys()}
    index = indexed(last.papers, before, now)
    rest = {paper: each for paper, each in last.spellings.items() if paper not in papers}
    _LAST.hold(_Offered(wanted, rankings, answers, {**rest, **now}, index), len(rankings))
    return index.keys()
