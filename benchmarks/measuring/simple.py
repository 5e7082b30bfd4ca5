"""Topics that any finder of phrases would give a site, by a simple rule."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from measuring.gold import folded

PHRASES = 5


def topics(phrases: Mapping[str, Sequence[str]], fewest: int, most: int) -> dict[str, list[str]]:
    """Return the topics of a site by a simple rule: the phrase that names each, and its papers.

    A topic is a phrase that stands among the first five of enough papers, the most frequent
    first.

    Args:
        phrases: Paper id to its phrases, best first.
        fewest: How many papers a topic needs.
        most: How many topics there may be.
    """
    papers: dict[str, list[str]] = {}
    spellings: dict[str, Counter[str]] = {}
    for paper, found in phrases.items():
        for form, phrase in {folded(each): each for each in found[:PHRASES]}.items():
            papers.setdefault(form, []).append(paper)
            spellings.setdefault(form, Counter())[phrase] += 1
    enough = (form for form in papers if len(papers[form]) >= fewest)
    chosen = nsmallest(most, enough, key=lambda form: (-len(papers[form]), form))
    return {
        min(spellings[form], key=lambda each: (-spellings[form][each], each)): papers[form]
        for form in chosen
    }
