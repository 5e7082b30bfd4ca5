"""Why a paper has a topic, and where it speaks of it, in plain words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from sitegen import prose, text
from sitegen.model import Paper, Reason, Tag
from sitegen.prose.sentences import Sentence, sentences
from sitegen.views.pieces import Mention

_TITLE = 0
_PAIR = 2
# A library says the same phrases again and again.
_folded = lru_cache(maxsize=1 << 15)(text.folded)
_WORDS = {
    "owner": "Set by the library’s owner",
    "keyword": "A keyword the authors chose",
    "title": "In the title",
    "acronym": "The paper defines an acronym for it",
    "first": "In the abstract’s first sentence",
}


def words(reason: Reason) -> str:
    """Return a reason in words."""
    if reason.kind == "count":
        often = {1: "once", 2: "twice"}.get(reason.figure, f"{reason.figure:,} times")
        return f"Said {often}"
    if reason.kind == "field":
        return f"Elsewhere a keyword of {reason.figure} in 100 papers that mention it"
    return _WORDS[reason.kind]


def mentions(paper: Paper, tags: Sequence[Tag]) -> Iterator[tuple[Mention, ...]]:
    """Yield for each tag the phrases by which `paper` speaks of it, in reading order, each once.

    A phrase is spelled as where it comes first, and comes with every place that has it.
    """
    if not tags:
        return
    title, abstract = prose.reading(paper.title), prose.reading(paper.abstract)
    cut = sentences(abstract)
    for tag in tags:
        spelled: dict[str, str] = {}
        stands: dict[str, set[int]] = {}
        for evidence in tag.evidence:
            titled = evidence.part == "title"
            phrase = (title if titled else abstract).said(evidence.start, evidence.end)
            if phrase:
                key = _folded(phrase)
                spelled.setdefault(key, phrase)
                place = _TITLE if titled else _number(cut, evidence.start)
                stands.setdefault(key, set()).add(place)
        yield tuple(
            Mention(spelled[key], _places(sorted(stands[key]), len(cut))) for key in spelled
        )


def _number(cut: tuple[Sentence, ...], at: int) -> int:
    """Return which sentence stands at `at` in the source, counted from 1."""
    return min(len(cut), 1 + bisect_right(cut, at, key=lambda sentence: sentence.end))


def _places(numbers: Sequence[int], of: int) -> str:
    """Return places in words, such as ``title; abstract, sentences 1, 3 and 5–8``.

    Args:
        numbers: Of sentences, in order, or `_TITLE`.
        of: How many sentences the abstract has.
    """
    found = ["title"] if _TITLE in numbers else []
    inside = [number for number in numbers if number != _TITLE]
    if len(inside) > 1:
        *others, last = _stretches(inside)
        before = f"{', '.join(others)} and " if others else ""
        found.append(f"abstract, sentences {before}{last}")
    elif inside:
        found.append(f"abstract, sentence {inside[0]}" if of > 1 else "abstract")
    return "; ".join(found)


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers as they are written: three and more that follow one another as one stretch."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        each = [number for _, number in run]
        if len(each) > _PAIR:
            yield f"{each[0]}–{each[-1]}"
        else:
            yield from map(str, each)
