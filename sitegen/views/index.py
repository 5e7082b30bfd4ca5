"""The view of the index of topics."""

from itertools import groupby

from sitegen import text, urls
from sitegen.views.frame import Frame, counted, shared_topics, shell
from sitegen.views.pieces import Group
from sitegen.views.values import TopicsPage


def topics_page(frame: Frame) -> TopicsPage:
    """Return the view of the index of topics."""
    topics = counted(shared_topics(frame.site))
    groups = groupby(topics, key=lambda topic: _initial(topic.name))
    return TopicsPage(
        shell=shell(frame.config, urls.TOPICS, "Topics", "topics"),
        groups=tuple(Group(letter, tuple(group)) for letter, group in groups),
        count=len(topics),
    )


def _initial(name: str) -> str:
    """Return the letter that `name` is found under, ``#`` where it begins with none."""
    first = text.folded(name)[:1].upper()
    return first if first.isalpha() else "#"
