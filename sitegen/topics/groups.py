"""Groups of phrases that are one subject by their spelling, with the papers that offer them."""

from collections.abc import Iterable, Mapping

from sitegen.jobs.parcel import Parcel
from sitegen.topics import curation, wordlists
from sitegen.topics.curation import Wishes
from sitegen.topics.differences import Index, changed, indexed, large
from sitegen.topics.ranking import Ranking

# A phrase that fits a paper less than this is none of its subjects.
SUPPORT = 0.012

Group = Mapping[str, Mapping[str, float]]
"""Keys that are one subject, each with how well papers fit it, in the order of their ids."""


class Groups(Parcel, frozen=True):
    """What the papers of a library offer.

    Attributes:
        rankings: By the papers' ids, sorted.
        wishes: What the owner wants.
        papers: Keys to the papers that offer them.
        keys: Spellings to the keys that spelling or the owner's merges unite.
    """

    rankings: Mapping[str, Ranking]
    wishes: Wishes
    papers: Index
    keys: Index

    def group(self, spelling: str) -> Group:
        """Return the keys of one spelling with their papers."""
        rankings = self.rankings
        return {
            key: {paper: rankings[paper].scores[key] for paper in self.papers[key]}
            for key in self.keys[spelling]
        }

    def several(self, spelling: str) -> bool:
        """Tell whether several papers offer a spelling, or one several of its keys."""
        keys = self.keys[spelling]
        return len(keys) > 1 or len(self.papers[keys[0]]) > 1


NOTHING = Groups({}, curation.NONE, {}, {})
"""What no paper offers."""


def grouped(
    rankings: Mapping[str, Ranking], wishes: Wishes, last: Groups
) -> tuple[Groups, Iterable[str] | None]:
    """Return the groups of a library, and the spellings of those that are others than the last.

    Args:
        rankings: By the papers' ids, sorted.
        wishes: What the owner wants.
        last: What is known of an earlier library; where it differs much, nothing is told of that.
    """
    papers = changed(rankings, last.rankings)
    if large(papers, len(rankings)) or last.wishes != wishes:
        last, papers = NOTHING, {*rankings}
    before = {paper: _offers(last.rankings[paper]) for paper in papers & last.rankings.keys()}
    now = {paper: _offers(rankings[paper]) for paper in sorted(papers & rankings.keys())}
    of_key = indexed(last.papers, before, now)
    touched = of_key if last is NOTHING else _touched(papers, before, now)
    spelled: dict[str, list[str]] = {}
    for key in touched:
        if key not in wordlists.GENERIC or wishes.wants(key):
            spelled.setdefault(wishes.spelling(key), []).append(key)
    keys = {**last.keys}
    for spelling, some in spelled.items():
        known = keys.pop(spelling, ())
        there = [key for key in ({*known, *some} if known else some) if key in of_key]
        if there:
            keys[spelling] = tuple(sorted(there))
    return Groups(rankings, wishes, of_key, keys), None if last is NOTHING else spelled.keys()


def _offers(ranking: Ranking) -> dict[str, float]:
    """Return the keys of a paper's subjects with how well it fits them."""
    return {key: score for key, score in ranking.scores.items() if score >= SUPPORT}


def _touched(
    papers: Iterable[str],
    before: Mapping[str, Mapping[str, float]],
    now: Mapping[str, Mapping[str, float]],
) -> set[str]:
    """Return the keys that some papers do not fit as well as before."""
    both = [(before.get(paper, {}), now.get(paper, {})) for paper in papers]
    return {key for old, new in both for key in {**old, **new} if old.get(key) != new.get(key)}
