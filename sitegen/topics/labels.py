"""The topics of each paper with their evidence and their reasons."""

from collections.abc import Collection, Mapping

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Tag, Topic
from sitegen.topics import evidence, reasons
from sitegen.topics.corrections import Corrected
from sitegen.topics.differences import changed, large, renewed
from sitegen.topics.questions import Answer
from sitegen.topics.statistics import Statistics


class _Labelled(Parcel, frozen=True):
    """The tags that papers got last, and what from.

    Attributes:
        keys: The keys of each paper's topics.
        answers: What each paper says of them.
        given: Pairs of paper and key that the owner's word alone accounts for.
        topics: Keys of topics to their slugs and all keys that stand for them.
        tags: Of each paper.
    """

    keys: Mapping[str, tuple[str, ...]] = {}
    answers: Mapping[str, Answer] = {}
    given: frozenset[tuple[str, str]] = frozenset()
    topics: Mapping[str, tuple[str, tuple[str, ...]]] = {}
    tags: Mapping[str, tuple[Tag, ...]] = {}


_LAST = again.Last[_Labelled](__name__)


def labelled(
    kept: Corrected,
    topics: Mapping[str, Topic],
    answers: Mapping[str, Answer],
    background: Statistics,
) -> dict[str, tuple[Tag, ...]]:
    """Return each paper's topics with their evidence and their reasons.

    Args:
        kept: The topics, and who has them.
        topics: The same as values, by their keys.
        answers: What each paper says of its topics, by its id.
        background: Shipped counts.
    """
    told = {key: (each.slug, kept.subjects[key].keys) for key, each in topics.items()}
    now = _Labelled({**kept.tags}, answers, frozenset(kept.given), told)
    last = _LAST.recalled() or _Labelled()
    papers = _touched(now, last)
    fields: dict[str, int] = {}
    for key in {key for paper in papers for key in now.keys[paper]}:
        fields[key] = reasons.percent(told[key][1], background)
    new = {
        paper: again.as_before(_tags(paper, now, fields), last.tags.get(paper)) for paper in papers
    }
    tags = renewed(now.keys, last.tags, new)
    _LAST.hold(_Labelled(now.keys, answers, now.given, told, tags), len(tags))
    return tags


def _touched(now: _Labelled, last: _Labelled) -> Collection[str]:
    """Return the papers that may be tagged otherwise than before."""
    papers = changed(now.keys, last.keys) | changed(now.answers, last.answers)
    papers |= {paper for paper, _ in now.given ^ last.given}
    others = {key for key, each in now.topics.items() if last.topics.get(key) != each}
    if large(papers, len(now.keys)) or large(others, len(now.topics)):
        return now.keys
    if others:
        papers |= {paper for paper, keys in now.keys.items() if not others.isdisjoint(keys)}
    return papers & now.keys.keys()


def _tags(paper: str, now: _Labelled, fields: Mapping[str, int]) -> tuple[Tag, ...]:
    """Return the tags of one paper; `fields` are the `reasons.percent` of its topics."""
    answer = now.answers[paper]
    spans, clues = evidence.spans(answer.mentions), answer.clues
    found = []
    for key in now.keys[paper]:
        slug, keys = now.topics[key]
        said, given = spans.get(key, ()), (paper, key) in now.given
        why = reasons.strongest(keys, said, clues, fields[key], given=given)
        found.append(Tag(slug, said, why))
    return tuple(found)
