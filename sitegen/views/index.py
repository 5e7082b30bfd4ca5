"""The view of the index of topics: as an alphabet and as a hierarchy in one."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from sitegen import text, urls
from sitegen.model import Topic
from sitegen.views.frame import Frame, counted, listed_topics, shell
from sitegen.views.pieces import Counted, Entry, Letter
from sitegen.views.values import TopicsPage

_ALSO = 3


def topics_page(frame: Frame) -> TopicsPage:
    """Return the view of the index of topics.

    It is that of a book: every topic stands at its letter, and those with a parent once more
    under it, all by name.
    """
    topics = {topic.slug: topic for topic in listed_topics(frame.site)}
    links = dict(zip(topics, counted(list(topics.values())), strict=True))
    below: dict[str, list[Topic]] = {}
    for topic in topics.values():
        if topic.parent:
            below.setdefault(topic.parent, []).append(topic)
    entries = [
        Entry(links[topic.slug], within=topics[topic.parent].name)
        if topic.parent in topics
        else _tree(topic, links, below)
        for topic in topics.values()
    ]
    letters = groupby(entries, key=lambda entry: _initial(entry.topic.name))
    return TopicsPage(
        shell=shell(frame.config, urls.TOPICS, "Topics", "topics"),
        letters=tuple(Letter(letter, tuple(group)) for letter, group in letters),
        count=len(topics),
    )


def _tree(
    topic: Topic, links: Mapping[str, Counted], below: Mapping[str, Sequence[Topic]]
) -> Entry:
    """Return the entry of a topic with all that stands below it."""
    narrower = tuple(_tree(one, links, below) for one in below.get(topic.slug, ()))
    return Entry(links[topic.slug], narrower, ", ".join(topic.phrases[:_ALSO]))


def _initial(name: str) -> str:
    """Return the letter that `name` is found under, ``#`` where it begins with none."""
    first = text.folded(name)[:1].upper()
    return first if first.isalpha() else "#"
