"""What papers write for each topic, and how often."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from operator import itemgetter

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.topics.differences import changed, large
from sitegen.topics.evidence import Mention, Saying
from sitegen.topics.questions import Answer

_TOLD = itemgetter(*map(Mention._fields.index, Saying._fields))


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


_LAST = again.Last[_Said](__name__)


def sayings(answers: Mapping[str, Answer]) -> dict[str, Counter[Saying]]:
    """Return how often papers write what for each topic, by its key.

    Args:
        answers: What each paper says of its topics, by its id, sorted.
    """
    last = _LAST.recalled() or _Said()
    papers = changed(answers, last.answers)
    if large(papers, len(answers)):
        last, papers = _Said(), {*answers}
    gone = {each[0] for one in papers & last.answers.keys() for each in last.answers[one].mentions}
    new = _by_topic({paper: answers[paper] for paper in sorted(papers & answers.keys())})
    speakers, counts = {**last.speakers}, {**last.counts}
    for topic in {*new, *gone}:
        own = new.get(topic, {})
        there = {*(paper for paper in speakers.get(topic, ()) if paper not in papers), *own}
        speakers[topic] = tuple(sorted(there))
        counts[topic] = _counted(
            own.get(paper) or [each for each in answers[paper].mentions if each[0] == topic]
            for paper in speakers[topic]
        )
        if _same(counts[topic], last.counts.get(topic)):
            counts[topic] = last.counts[topic]
        if not there:
            del speakers[topic], counts[topic]
    _LAST.hold(_Said(answers, speakers, counts), len(answers))
    return counts


def _by_topic(answers: Mapping[str, Answer]) -> dict[str, dict[str, list[Mention]]]:
    """Return what papers say of each topic, by the paper's id, in reading order."""
    found: dict[str, dict[str, list[Mention]]] = {}
    for paper, answer in answers.items():
        for each in answer.mentions:
            papers = found.get(each[0])
            if papers is None:
                found[each[0]] = {paper: [each]}
            elif paper in papers:
                papers[paper].append(each)
            else:
                papers[paper] = [each]
    return found


def _counted(mentions: Iterable[Iterable[Mention]]) -> Counter[Saying]:
    """Return how often papers write what; what is written first stands first."""
    counts = Counter(map(_TOLD, chain.from_iterable(mentions)))
    return Counter({Saying._make(each): n for each, n in counts.items()})


def _same(counts: Counter[Saying], known: Counter[Saying] | None) -> bool:
    """Tell whether counts are those that are known, in the same order."""
    return known is not None and [*counts.items()] == [*known.items()]
