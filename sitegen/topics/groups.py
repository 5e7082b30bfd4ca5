"""Groups of phrases that are one subject by their spelling, with the papers that offer them."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sitegen.jobs.parcel import Parcel
from sitegen.topics import curation, wordlists
from sitegen.topics.curation import Wishes
from sitegen.topics.differences import changed, large
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
        scores: Keys to the papers that offer them, sorted, each with how well it fits.
        keys: Spellings to the keys that spelling or the owner's merges unite, in any order.
    """

    rankings: Mapping[str, Ranking]
    wishes: Wishes
    scores: Group
    keys: Mapping[str, tuple[str, ...]]

    def group(self, spelling: str) -> Group:
        """Return the keys of one spelling with their papers."""
        return {key: self.scores[key] for key in self.keys[spelling]}

    def several(self, spelling: str) -> bool:
        """Tell whether several papers offer a spelling, or one several of its keys."""
        keys = self.keys[spelling]
        return len(keys) > 1 or len(self.scores[keys[0]]) > 1


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
    scores, touched = _scores(rankings, papers, last)
    keys, spellings = {**last.keys}, set()
    for key in touched:
        if key not in wordlists.GENERIC or wishes.wants(key):
            spelling = wishes.spelling(key)
            spellings.add(spelling)
            others = keys.pop(spelling, ())
            if key in others:
                others = tuple([each for each in others if each != key])
            if key in scores:
                keys[spelling] = (*others, key)
            elif others:
                keys[spelling] = others
    return Groups(rankings, wishes, scores, keys), None if last is NOTHING else spellings


def _scores(
    rankings: Mapping[str, Ranking], papers: AbstractSet[str], last: Groups
) -> tuple[Group, Iterable[str]]:
    """Return the `scores` of groups, and the keys of those that are others than the last.

    Args:
        rankings: By the papers' ids, sorted.
        papers: Those that changed.
        last: What is known of an earlier library.
    """
    new: dict[str, dict[str, float]] = {}
    for paper in rankings if last is NOTHING else sorted(papers & rankings.keys()):
        for key, score in rankings[paper].scores.items():
            if score < SUPPORT:
                break  # the others fit it less
            if key in new:
                new[key][paper] = score
            else:
                new[key] = {paper: score}
    if last is NOTHING:
        return new, new
    found, touched = {**last.scores}, []
    gone = (key for paper in papers & last.rankings.keys() for key in last.rankings[paper].scores)
    for key in {*new, *(key for key in gone if key in found)}:
        had = last.scores.get(key, {})
        rest = {paper: score for paper, score in had.items() if paper not in papers}
        has = dict(sorted({**rest, **new.get(key, {})}.items()))
        if has != had:
            touched.append(key)
            found[key] = has
            if not has:
                del found[key]
    return found, touched
