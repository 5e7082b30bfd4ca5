"""Which phrases become topics of the site, and which spellings are one topic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics import curation, folding, wordlists
from sitegen.topics.curation import Wishes
from sitegen.topics.groups import NOTHING, Group, Groups, grouped
from sitegen.topics.ranking import Ranking
from sitegen.topics.statistics import Known, Statistics

# A paper that fits a topic so well may be given it; one of its papers must fit it better.
TAG = 0.0275
BEST = 0.08
# A score lacks all that the background says for a good phrase where it does not know the field.
LIFT = 3.5
LIFT_WORD = 1.5
LARGEST_SHARE = 0.4
SMALLEST_LARGEST = 5
# A single word names a topic if such a share of those that say it have it as a keyword; where too
# few could tell, if it is likely to be somebody's.
WORD_KEYWORD_RATE = 0.05
WORD_CANDIDATES = 10
WORD_NAME = 0.12
# How likely it must be that authors somewhere have it as a keyword.
NAME = 0.08
# A topic has two papers at least, and papers that fit it this well in all, for a site of a
# thousand. In a larger site it takes a little more, but far less than the site is larger, so that
# the papers that are added outweigh it and topics stay.
FEWEST = 2
STRENGTH = 0.26
GROWTH = 0.1
# A paper fits no better than this: two good papers make a topic, one very good one does not.
FIT = 0.3
# The less likely authors are to choose a name, the better its papers must fit, and the other way
# round, within these bounds.
USUAL = 0.2
LOW = 0.25
HIGH = 5.0

Refusal = Literal["few", "many", "weak", "vague", "banned"]


class Subject(Parcel, frozen=True):
    """A topic to be.

    Attributes:
        keys: Its spellings as keys, the one that names it first.
        scores: How well each paper fits it.
        weight: What the scores of its keys are multiplied by.
    """

    keys: tuple[str, ...]
    scores: Mapping[str, float]
    weight: float = 1.0

    @property
    def key(self) -> str:
        """The spelling that names it."""
        return self.keys[0]


def strength(papers: int) -> float:
    """Return how well the papers of a topic must fit it in all, in a site of so many."""
    return STRENGTH * float((papers / 1000) ** GROWTH)


def largest(papers: int) -> int:
    """Return how many papers a topic may have in a site of so many."""
    return max(SMALLEST_LARGEST, int(LARGEST_SHARE * papers))


Verdict = tuple[Subject, Refusal | None]
"""What could be a subject, with why it is none, or None."""


class _Judged(Parcel, frozen=True):
    """What was judged last, by what the spellings of each subject share."""

    groups: Groups = NOTHING
    verdicts: Mapping[str, Verdict] = {}


_LAST, _LAST_UNTOUCHED = again.Last[_Judged](__name__), again.Last[_Judged](__name__)


def judged(
    rankings: Mapping[str, Ranking], background: Statistics, wishes: Wishes
) -> list[Verdict]:
    """Return what could be subjects of a site, sorted by key, each with why it is none, or None.

    Args:
        rankings: By the papers' ids, sorted.
        background: Shipped counts.
        wishes: What the owner wants.
    """
    groups, _ = grouped(rankings, wishes, NOTHING)
    verdicts = (_verdict(groups, spelling, background) for spelling in groups.keys)
    return sorted(verdicts, key=lambda each: each[0].key)


def accepted(
    rankings: Mapping[str, Ranking], background: Statistics, wishes: Wishes = curation.NONE
) -> list[Subject]:
    """Return the subjects that `judged` does not refuse, sorted by key.

    What a single paper speaks of is most, and never one. Who holds what was found last judges
    what changed alone; all are to be large enough for another number of papers.
    """
    held = _LAST_UNTOUCHED if wishes is curation.NONE else _LAST
    last = held.recalled() or _Judged()
    groups, touched = grouped(rankings, wishes, last.groups)
    known = last.verdicts
    if touched is None:
        known, touched = {}, groups.keys
    elif len(rankings) != len(last.groups.rankings):
        known = {
            spelling: (subject, _refusal(subject, len(rankings), background, wishes))
            for spelling, (subject, _) in known.items()
        }
    new = {
        spelling: _verdict(groups, spelling, background)
        for spelling in touched
        if spelling in groups.keys and _may_be_one(groups, spelling)
    }
    verdicts = {**known, **new}
    for spelling in touched:
        if spelling in known and spelling not in new:
            del verdicts[spelling]
    held.hold(_Judged(groups, verdicts), len(rankings))
    subjects = [subject for subject, refusal in verdicts.values() if refusal is None]
    return sorted(subjects, key=lambda subject: subject.key)


def _verdict(groups: Groups, spelling: str, background: Statistics) -> Verdict:
    """Return what the keys of a spelling are together, with why that is none, or None."""
    subject = _subject(groups.group(spelling), background)
    return subject, _refusal(subject, len(groups.rankings), background, groups.wishes)


def _refusal(
    subject: Subject, papers: int, background: Statistics, wishes: Wishes
) -> Refusal | None:
    """Return why a subject is no topic: papers speak of it too rarely or too often, or vaguely."""
    key = subject.key
    if wishes.banned or wishes.pinned:
        spelling = wishes.spelling(key)
        if spelling in wishes.banned:
            return "banned"
        if spelling in wishes.pinned:
            return None
    speaking = [score for score in subject.scores.values() if score >= TAG]
    if not _is_enough(subject, speaking, papers, background):
        return "few"
    if len(speaking) > largest(papers) and not wishes.wants(key):
        return "many"
    if max(subject.scores.values()) < BEST:
        return "weak"
    return None if wishes.wants(key) or is_clear(subject, background) else "vague"


def _is_enough(
    subject: Subject, speaking: Sequence[float], papers: int, background: Statistics
) -> bool:
    """Tell whether the papers that speak of a subject fit it well enough in all."""
    if len(speaking) < FEWEST:
        return False
    known = max(background.known(each).name for each in subject.keys)
    need = strength(papers) * min(max(USUAL / max(known, 0.01), LOW), HIGH)
    return sum(min(score, FIT) for score in speaking) >= float(need)


def _may_be_one(groups: Groups, spelling: str) -> bool:
    """Tell whether papers enough speak of the keys of a spelling, or its owner pins it."""
    return groups.several(spelling) or spelling in groups.wishes.pinned


def _subject(group: Group, background: Statistics) -> Subject:
    """Return the keys of a group as one subject; a paper fits it as well as its best key.

    The first key is the one that authors most likely choose, among those that the background
    knows, that stand alone and say it in full: it depends on the site's papers only if the
    background knows none, so that topics keep it.
    """

    def order(key: str) -> tuple[bool, bool, bool, float, int, float, str]:
        known = background.known(key)
        told = known.name if known.papers else 0.0
        alone, full = _stands_alone(key, known), folding.says_in_full(key)
        best = -sum(group[key].values())
        return not known.papers, not alone, not full, -told, -known.papers, best, key

    keys = sorted(group, key=order) if len(group) > 1 else list(group)
    scores = dict(group[keys[0]])
    for key in keys[1:]:
        for paper, score in group[key].items():
            scores[paper] = max(score, scores.get(paper, 0.0))
    if len(scores) == 1 or not _is_of_another_field(keys, background):
        return Subject(tuple(keys), scores)
    weight = LIFT if " " in keys[0] else LIFT_WORD
    return Subject(tuple(keys), {paper: weight * scores[paper] for paper in scores}, weight)


def _is_of_another_field(keys: Iterable[str], background: Statistics) -> bool:
    """Tell whether the background knows neither a phrase nor what it is a kind of.

    Its score then lacks all that the background says for a good phrase. That papers of the
    site share it makes up for that.
    """
    return not any(background.known(part).papers for key in keys for part in _heads(key))


def _heads(key: str) -> Iterator[str]:
    """Yield a phrase and what it is a kind of: *symbolic regression* of a neural one."""
    words = key.split()
    for first in range(max(len(words) - 1, 1)):
        yield " ".join(words[first:])


def is_clear(subject: Subject, background: Statistics) -> bool:
    """Tell whether any spelling of a subject can stand alone as the name of a topic."""
    return any(names(key, background) for key in subject.keys)


def names(key: str, background: Statistics) -> bool:
    """Tell whether a phrase can stand alone as the name of a topic."""
    return key not in wordlists.GENERIC and _stands_alone(key, background.known(key))


def _stands_alone(key: str, known: Known) -> bool:
    """Tell whether authors use a phrase by itself as a keyword, or would, so far as is known.

    What the background does not know may be the language of another field.
    """
    if not known.papers:
        return True
    if " " not in key:
        rate = known.keywords / (known.candidates + 1)
        told = known.candidates >= WORD_CANDIDATES
        return known.name >= WORD_NAME and (rate >= WORD_KEYWORD_RATE or not told)
    return known.name >= NAME
