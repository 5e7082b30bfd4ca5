"""Which of the site's topics each paper gets."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.topics import curation
from sitegen.topics.curation import Wishes
from sitegen.topics.ranking import Ranking
from sitegen.topics.selection import TAG, Subject, contains, fewest, names
from sitegen.topics.statistics import Statistics

MOST = 5
# A paper without any tag takes the best topic that it still speaks of.
LAST_RESORT = 0.012
# The second may be weaker than the others.
SECOND = 0.025
# A phrase that stands once in an abstract is a mention rather than a subject, a word all the more.
PASSING_PHRASE = 0.6
PASSING_WORD = 0.35
LONGER = 0.4
# A term of one paper alone is better than none, if the paper is surely about it.
ALONE = 0.07


def assigned(
    rankings: Sequence[Ranking],
    subjects: Sequence[Subject],
    background: Statistics,
    wishes: Wishes = curation.NONE,
) -> tuple[list[Subject], dict[str, list[str]]]:
    """Return the topics that papers really take, and each paper's, best first, as keys.

    A topic that too few papers take is given up and its papers choose anew. A paper that is
    left without any gets its own best term as a topic.

    Args:
        rankings: One for each paper, sorted by the paper's id.
        subjects: Those that `selection.judged` does not refuse.
        background: Shipped counts.
        wishes: What the owner wants: a pinned topic is never given up.
    """
    kept, tags = _shared(rankings, subjects, wishes)
    alone: dict[str, dict[str, float]] = {}
    for ranking in rankings:
        term = "" if tags[ranking.paper] else _own_term(ranking, background, wishes)
        if term:
            tags[ranking.paper] = [term]
            alone.setdefault(term, {})[ranking.paper] = ranking.scores[term]
    return [*kept, *(Subject((key,), scores) for key, scores in alone.items())], tags


def _shared(
    rankings: Sequence[Ranking], subjects: Sequence[Subject], wishes: Wishes
) -> tuple[list[Subject], dict[str, list[str]]]:
    """Return the subjects that enough papers take, and each paper's."""
    spelling = {key: subject for subject in subjects for key in subject.keys}
    scores = {ranking.paper: _scores(ranking, spelling) for ranking in rankings}
    tags = {paper: _of_paper(each) for paper, each in scores.items()}
    kept = {each.key for each in subjects if wishes.spelling(each.key) in wishes.pinned}
    while True:
        sizes = Counter(key for keys in tags.values() for key in keys)
        few = {each.key for each in subjects if sizes[each.key] < fewest(len(rankings))} - kept
        if not few:
            return list(subjects), tags
        subjects = [subject for subject in subjects if subject.key not in few]
        for paper, each in scores.items():
            if not few.isdisjoint(each):
                scores[paper] = {key: each[key] for key in each if key not in few}
                tags[paper] = _of_paper(scores[paper])


def _own_term(ranking: Ranking, background: Statistics, wishes: Wishes) -> str:
    """Return the best phrase of a paper that can stand alone as a name, or nothing."""
    return next(
        (
            key
            for key, score in ranking.scores.items()
            if score >= ALONE
            and key not in ranking.once
            and " " in key
            and names(key, background)
            and not wishes.refuses(key)
        ),
        "",
    )


def _scores(ranking: Ranking, spelling: Mapping[str, Subject]) -> dict[str, float]:
    """Return how well one paper fits the topics that it speaks of, by their keys."""
    scores: dict[str, float] = {}
    for key, score in ranking.scores.items():
        subject = spelling.get(key)
        if subject is not None:
            passing = PASSING_PHRASE if " " in key else PASSING_WORD
            weighed = score * subject.lift * (passing if key in ranking.once else 1)
            scores[subject.key] = max(weighed, scores.get(subject.key, 0.0))
    return scores


def _of_paper(scores: dict[str, float]) -> list[str]:
    """Return the topics of one paper, best first, none of them part of another."""
    chosen: list[str] = []
    left = {key: score for key, score in scores.items() if not _is_outdone(key, scores)}
    while left and len(chosen) < MOST:
        best = min(left, key=lambda key: (-left[key], key))
        if left.pop(best) < (LAST_RESORT, SECOND, TAG)[min(len(chosen), 2)]:
            break
        chosen.append(best)
        left = {key: score for key, score in left.items() if not contains(best, key)}
    return chosen


def _is_outdone(key: str, scores: Mapping[str, float]) -> bool:
    """Tell whether a longer phrase around `key`, or a part of it, says the better what it says.

    Of *Time Series* and *Time Series Forecasting* a paper gets one: the longer, unless it fits
    much worse.
    """
    score = scores[key]
    return any(
        (contains(other, key) and LONGER * score <= scores[other])
        or (contains(key, other) and score < LONGER * scores[other])
        for other in scores
    )
