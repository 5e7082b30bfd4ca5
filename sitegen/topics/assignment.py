"""Which of the site's topics each paper gets."""

from collections.abc import Mapping, Sequence

from sitegen.topics.ranking import Ranking
from sitegen.topics.selection import TAG, Subject, contains, fewest

MOST = 5
# A paper without any tag takes the best topic that it still speaks of.
LAST_RESORT = 0.012
# A phrase that stands once in an abstract is a mention rather than a subject.
PASSING = 0.5
PART = 0.5

Assigned = Mapping[str, Sequence[str]]


def assigned(
    rankings: Sequence[Ranking], subjects: Sequence[Subject]
) -> tuple[list[Subject], dict[str, list[str]]]:
    """Return the topics that papers really take, and each paper's, best first, as keys.

    A topic that too few papers take is given up and its papers choose anew.
    """
    need = fewest(len(rankings))
    left = list(subjects)
    while True:
        tags = _chosen(rankings, left)
        sizes: dict[str, int] = {}
        for keys in tags.values():
            for key in keys:
                sizes[key] = sizes.get(key, 0) + 1
        kept = [subject for subject in left if sizes.get(subject.key, 0) >= need]
        if len(kept) == len(left):
            return kept, tags
        left = kept


def _chosen(rankings: Sequence[Ranking], subjects: Sequence[Subject]) -> dict[str, list[str]]:
    """Return each paper's topics among `subjects`, best first."""
    spelling = {key: subject.key for subject in subjects for key in subject.keys}
    return {ranking.paper: _of_paper(_scores(ranking, spelling)) for ranking in rankings}


def _scores(ranking: Ranking, spelling: Mapping[str, str]) -> dict[str, float]:
    """Return how well one paper fits the topics that it speaks of."""
    scores: dict[str, float] = {}
    for key, score in ranking.scores.items():
        subject = spelling.get(key)
        if subject is not None:
            weighed = score * PASSING if key in ranking.once else score
            scores[subject] = max(weighed, scores.get(subject, 0.0))
    return scores


def _of_paper(scores: dict[str, float]) -> list[str]:
    """Return the topics of one paper, best first; part of a chosen one counts less."""
    chosen: list[str] = []
    left = dict(scores)
    while left and len(chosen) < MOST:
        best = min(left, key=lambda key: (-left[key], key))
        if left.pop(best) < (TAG if chosen else LAST_RESORT):
            break
        chosen.append(best)
        for key in left:
            if contains(best, key) or contains(key, best):
                left[key] *= PART
    return chosen
