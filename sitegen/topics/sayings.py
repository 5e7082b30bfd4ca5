"""What papers write for each topic, and how often."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics.differences import Index, changed, indexed, large
from sitegen.topics.evidence import Mention, Saying
from sitegen.topics.questions import Answer

_TOLD = itemgetter(*map(Mention._fields.index, Saying._fields))

_Told = Mapping[str, Sequence[tuple[object, ...]]]
"""What one paper writes for each of its topics, in reading order: what a `Saying` tells."""


class _Said(Parcel, frozen=True):
    """What was said last.

    Attributes:
        answers: What each paper says of its topics.
        speakers: Topics to the papers that mention them.
        counts: How often papers write what for each topic.
    """

    answers: Mapping[str, Answer] = {}
    speakers: Mapping[str, tuple[str, ...]] = {}
    counts: Mapping[str, Counter[Saying]] = {}


_LAST = again.Last[_Said]()


def sayings(answers: Mapping[str, Answer]) -> dict[str, Counter[Saying]]:
    """Return how often papers write what for each topic, by its key.

    Args:
        answers: What each paper says of its topics, by its id, sorted.
    """
    last = _LAST.recalled() or _Said()
    papers = changed(answers, last.answers)
    if large(papers, len(answers)):
        last, papers = _Said(), {*answers}
    before = {paper: _told(last.answers[paper]) for paper in papers & last.answers.keys()}
    now = {paper: _told(answers[paper]) for paper in sorted(papers & answers.keys())}
    speakers = indexed(last.speakers, before, now)
    counts = {**last.counts}
    for topic in _touched(papers, before, now) if counts else speakers:
        if topic in speakers:
            counts[topic] = _counted(topic, speakers, answers, now)
        else:
            counts.pop(topic, None)
    _LAST.hold(_Said(answers, speakers, counts), len(answers))
    return counts


def _told(answer: Answer) -> _Told:
    """Return what one paper writes for each of its topics."""
    told: dict[str, list[tuple[object, ...]]] = {}
    for each in answer.mentions:
        topic = each[0]
        if topic in told:
            told[topic].append(_TOLD(each))
        else:
            told[topic] = [_TOLD(each)]
    return told


def _touched(
    papers: Iterable[str], before: Mapping[str, _Told], now: Mapping[str, _Told]
) -> set[str]:
    """Return the topics for which some papers do not write what they wrote before."""
    both = [(before.get(paper, {}), now.get(paper, {})) for paper in papers]
    return {key for old, new in both for key in {**old, **new} if old.get(key) != new.get(key)}


def _counted(
    topic: str,
    speakers: Index,
    answers: Mapping[str, Answer],
    told: Mapping[str, _Told],
) -> Counter[Saying]:
    """Return how often papers write what for a topic; what is written first stands first."""
    said = chain.from_iterable(
        told[paper][topic]
        if paper in told
        else [_TOLD(each) for each in answers[paper].mentions if each[0] == topic]
        for paper in speakers[topic]
    )
    return Counter({Saying._make(each): n for each, n in Counter(said).items()})
