"""What just missed being a topic, and why: where the owner may want to pin or to merge."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from sitegen.model import Missed, Paper
from sitegen.topics import evidence, names, phrases, selection
from sitegen.topics.selection import Refusal, Subject
from sitegen.topics.statistics import Statistics

OF_A_KIND = 8
# So many papers show how a phrase is written.
_READ = 10


def missed(
    judged: Iterable[tuple[Subject, Refusal | None]],
    kept: Collection[str],
    papers: Mapping[str, Paper],
    background: Statistics,
    acronyms: Mapping[str, str],
) -> tuple[Missed, ...]:
    """Return the largest of each kind of what is no topic, most papers first.

    Args:
        judged: What `selection.judged` returned.
        kept: Keys of the topics that papers took.
        papers: The library by ids.
        background: Shipped counts.
        acronyms: Acronyms with their long forms, as keys.
    """
    by_reason: dict[Refusal, list[Subject]] = {}
    for subject, refusal in judged:
        if subject.key not in kept and _is_near(subject, refusal, background):
            # One that is good enough, but that too few papers took in the end.
            by_reason.setdefault(refusal or "few", []).append(subject)
    found = [
        Missed(_name(subject, papers, acronyms), len(subject.scores), why)
        for why, subjects in by_reason.items()
        for subject in sorted(subjects, key=_largest_first)[:OF_A_KIND]
    ]
    return tuple(sorted(found, key=lambda each: (-each.papers, each.name)))


def _is_near(subject: Subject, refusal: Refusal | None, background: Statistics) -> bool:
    """Tell whether a subject is more than a word that one paper or another uses."""
    if refusal == "weak":
        return selection.is_clear(subject, background)
    best = max(subject.scores.values())
    return refusal == "banned" or (len(subject.scores) > 1 and best >= selection.BEST)


def _largest_first(subject: Subject) -> tuple[int, float, str]:
    """Return what orders subjects: most papers, then the best fit."""
    return -len(subject.scores), -max(subject.scores.values()), subject.key


def _name(subject: Subject, papers: Mapping[str, Paper], acronyms: Mapping[str, str]) -> str:
    """Return what a phrase would be called as a topic, as those write it that fit it best."""
    spelling = dict.fromkeys(subject.keys, subject.key)
    best = sorted(subject.scores, key=lambda paper: (-subject.scores[paper], paper))[:_READ]
    said = [
        each
        for paper in best
        for each in evidence.mentions(phrases.cut(papers[paper]), spelling, acronyms)
        if not each.acronym
    ]
    own = [each.surface for each in said if each.key == subject.key and each.closes]
    forms = own or [each.surface for each in said] or [subject.key]
    return names.name(Counter(forms), {})
