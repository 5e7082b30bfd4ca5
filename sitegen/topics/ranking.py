"""One paper's phrases, best first: from the paper and the shipped counts alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model import Paper
from sitegen.topics import folding, phrases, tokens
from sitegen.topics.features import features
from sitegen.topics.score import score
from sitegen.topics.statistics import Statistics

KEPT = 24
KEYPHRASES = 10
# What the authors say themselves is surer than any score, which stays below it in practice.
GIVEN = 0.95


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one paper offers to the site's topics.

    Attributes:
        paper: Its id.
        scores: Keys of its best phrases to their scores, best first, ties by key.
        once: Keys that stand once in its abstract and nowhere else.
        keyphrases: Its best phrases as it spells them; none is part of a better one.
    """

    paper: str
    scores: Mapping[str, float]
    once: frozenset[str]
    keyphrases: tuple[str, ...]


def rank(paper: Paper, background: Statistics) -> Ranking:
    """Return the best phrases of `paper`.

    Args:
        paper: Its own keywords come first.
        background: Shipped counts; nothing of the site's other papers enters.
    """
    found = phrases.phrases(phrases.cut(paper), background.acronyms)
    scores = {key: score(features(phrase, background)) for key, phrase in found.items()}
    surfaces = {key: phrase.surface for key, phrase in found.items()}
    for keyword in paper.keywords:
        key = tokens.key(keyword)
        key = background.acronyms.get(key, key)
        if key:
            scores[key] = GIVEN
            surfaces[key] = keyword
    best = sorted(scores, key=lambda key: (-scores[key], key))
    kept = best[:KEPT]
    once = (key for key in kept if key in found and _passing(found[key]))
    return Ranking(
        paper=paper.id,
        scores={key: scores[key] for key in kept},
        once=frozenset(once),
        keyphrases=tuple(surfaces[key] for key in _distinct(best)),
    )


def _passing(phrase: phrases.Phrase) -> bool:
    """Tell whether a paper mentions a phrase in passing."""
    return phrase.count == 1 and not phrase.in_title and not phrase.defined


def _distinct(best: Iterable[str]) -> list[str]:
    """Return the first keys of `best` without other spellings and parts of better ones."""
    chosen: list[str] = []
    squeezed: set[str] = set()
    for key in best:
        spelling = folding.squeezed(key)
        if spelling in squeezed or any(f" {key} " in f" {other} " for other in chosen):
            continue
        chosen.append(key)
        squeezed.add(spelling)
        if len(chosen) == KEYPHRASES:
            break
    return chosen
