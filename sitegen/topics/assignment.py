"""Which of the site's topics each paper gets."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from sitegen.topics import curation
from sitegen.topics.curation import Wishes
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
    kept, tags = _shared(rankings, subjects, background, wishes)
    taken = {wishes.spelling(subject.key) for subject in kept}
    alone: dict[str, dict[str, float]] = {}
    called: dict[str, str] = {}
    for ranking in rankings:
        term = "" if tags[ranking.paper] else _own_term(ranking, background, wishes, taken)
        if term:
            # Two that the owner gives one name are one topic.
            key = called.setdefault(wishes.spelling(term), term) if wishes.renames(term) else term
            tags[ranking.paper] = [key]
            alone.setdefault(key, {})[ranking.paper] = ranking.scores[term]
    return [*kept, *(Subject((key,), scores) for key, scores in alone.items())], tags


def _shared(
    rankings: Sequence[Ranking],
    subjects: Sequence[Subject],
    background: Statistics,
    wishes: Wishes,
) -> tuple[list[Subject], dict[str, list[str]]]:
    """Return the subjects that enough papers take, and each paper's."""
    spelling = {key: subject for subject in subjects for key in subject.keys}
    broad = {key for key in spelling if background.known(key).papers >= BROAD}
    scores = {ranking.paper: _scores(ranking, spelling, broad) for ranking in rankings}
    inside = {ranking.paper: ranking.inside for ranking in rankings}
    tags = {paper: _of_paper(each, inside[paper]) for paper, each in scores.items()}
    kept = {each.key for each in subjects if wishes.spelling(each.key) in wishes.pinned}
    while True:
        sizes = Counter(key for keys in tags.values() for key in keys)
        few = {each.key for each in subjects if sizes[each.key] < FEWEST} - kept
        if not few:
            return list(subjects), tags
        subjects = [subject for subject in subjects if subject.key not in few]
        for paper, each in scores.items():
            if not few.isdisjoint(each):
                scores[paper] = {key: each[key] for key in each if key not in few}
                tags[paper] = _of_paper(scores[paper], inside[paper])


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


def _scores(
    ranking: Ranking, spelling: Mapping[str, Subject], broad: Container[str]
) -> dict[str, float]:
    """Return how well one paper fits the topics that it speaks of, by their keys."""
    scores: dict[str, float] = {}
    for key in ranking.scores.keys() & spelling.keys():
        subject = spelling[key]
        topic = subject.key
        weighed = ranking.scores[key] * subject.weight * _aboutness(key, ranking, broad)
        if weighed > scores.get(topic, -1.0):
            scores[topic] = weighed
    return scores


def _aboutness(key: str, ranking: Ranking, broad: Container[str]) -> float:
    """Return what a paper's score for a phrase is worth, 0 to 1: it may only mention it."""
    passing = 1.0
    if key in ranking.once:
        passing = PASSING_PHRASE if " " in key else PASSING_WORD
    if key in broad and key in ranking.seldom:
        passing *= PASSING_BROAD
    return passing


def _of_paper(scores: Mapping[str, float], inside: Container[str]) -> list[str]:
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
    return chosen
