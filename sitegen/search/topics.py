"""The topics of an index in parts as rows, which each part is filtered by."""

from collections.abc import Sequence

from sitegen.model import Topic

_ALSO = 3

Row = tuple[str, str, int, int, str]


def rows(listed: Sequence[Topic]) -> list[Row]:
    """Return the topics, those with most papers first.

    A row is the slug, the name, the number of papers, the row of the broader topic (counted from
    0, or -1), and what else the topic is called.
    """
    ranked = sorted(listed, key=lambda topic: (-len(topic.papers), topic.slug))
    places = {topic.slug: place for place, topic in enumerate(ranked)}
    return [
        (
            topic.slug,
            topic.name,
            len(topic.papers),
            places.get(topic.parent or "", -1),
            ", ".join(topic.phrases[:_ALSO]),
        )
        for topic in ranked
    ]
