"""Why a paper has a topic, and where it speaks of it, in plain words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sitegen import prose, text
from sitegen.model import Paper, Reason, Tag
from sitegen.prose.sentences import Sentence, sentences
from sitegen.views.pieces import Mention

_TITLE = 0
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
    """Return places in words, such as ``title; abstract, sentences 1 and 3``.

    Args:
        numbers: Of sentences, in order, or `_TITLE`.
        of: How many sentences the abstract has.
    """
    found = ["title"] if _TITLE in numbers else []
    sentence = [str(number) for number in numbers if number != _TITLE]
    if len(sentence) > 1:
        found.append(f"abstract, sentences {', '.join(sentence[:-1])} and {sentence[-1]}")
    elif sentence:
        found.append(f"abstract, sentence {sentence[0]}" if of > 1 else "abstract")
    return "; ".join(found)
