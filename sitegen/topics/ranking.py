"""One paper's phrases, best first: from the paper and the shipped counts alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from sitegen.model import Paper
from sitegen.topics import folding, phrases, tokens
from sitegen.topics.implied import implied
from sitegen.topics.score import score
from sitegen.topics.statistics import Statistics

KEPT = 24
KEYPHRASES = 10
# What the authors say themselves is surer than any score, which stays below it in practice.
GIVEN = 0.95
SELDOM = 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one paper offers to the site's topics.

    Attributes:
        paper: Its id.
        scores: Keys of its best phrases to their scores, best first, ties by key.
        once: Keys that stand once in its abstract and nowhere else.
        seldom: Keys that stand at most twice in its abstract and nowhere else.
        inside: Keys that it says in longer ones of its phrases only.
        keyphrases: Its best phrases as it spells them, and what they imply.
    """

    paper: str
    scores: Mapping[str, float]
    once: frozenset[str]
    seldom: frozenset[str]
    inside: frozenset[str]
    keyphrases: tuple[str, ...]


def rank(paper: Paper, background: Statistics) -> Ranking:
    """Return the best phrases of `paper`.

    Args:
        paper: Its own keywords come first.
        background: Shipped counts; nothing of the site's other papers enters.
    """
    found = {
        key: phrase
        for key, phrase in phrases.phrases(phrases.cut(paper), background.acronyms).items()
        if key in background.phrases or not _is_idle(phrase)
    }
    scoring = background.scoring
    scores = {key: score(phrase, background.known(key), scoring) for key, phrase in found.items()}
    surfaces: dict[str, str] = {}
    for keyword in paper.keywords:
        key = tokens.key(keyword)
        key = background.acronyms.get(key, key)
        if key:
            scores[key] = GIVEN
            surfaces[key] = keyword
    best = nsmallest(KEPT, scores, key=lambda key: (-scores[key], key))
    kept = {key: scores[key] for key in best}
    surfaces = {key: surfaces.get(key) or found[key].surface for key in best}
    said = {folding.squeezed(key) for key in kept}
    return Ranking(
        paper=paper.id,
        scores=kept,
        once=_passing(best, found, 1),
        seldom=_passing(best, found, SELDOM),
        inside=frozenset(
            key for key in best if key in found and found[key].nested >= found[key].count
        ),
        keyphrases=_keyphrases(kept, surfaces, implied(scores, said, background)),
    )


def _is_idle(phrase: phrases.Phrase) -> bool:
    """Tell whether a paper says a phrase once, in passing; unknown ones come to nothing then."""
    return phrase.count == 1 and not phrase.in_title and not phrase.defined


def _passing(
    keys: Iterable[str], found: Mapping[str, phrases.Phrase], most: int
) -> frozenset[str]:
    """Return the phrases that a paper says `most` times at most, and only in passing."""
    mentions = (found[key] for key in keys if key in found)
    return frozenset(
        phrase.key
        for phrase in mentions
        if phrase.count <= most and not phrase.in_title and not phrase.defined
    )


def _keyphrases(
    scores: Mapping[str, float], surfaces: Mapping[str, str], unsaid: Mapping[str, float]
) -> tuple[str, ...]:
    """Return the best phrases, what they imply among them, each spelling once."""
    all_scores = {**scores, **unsaid}
    chosen: dict[str, str] = {}
    for key in sorted(all_scores, key=lambda key: (-all_scores[key], key)):
        chosen.setdefault(folding.squeezed(key), surfaces.get(key, key))
        if len(chosen) == KEYPHRASES:
            break
    return tuple(chosen.values())
