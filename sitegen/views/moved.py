"""The view of an address that a topic's page once had: it leads on to where the page is now."""

from collections.abc import Iterator

from msgspec.structs import replace

from sitegen import urls
from sitegen.model import Topic
from sitegen.views.frame import Frame, shell, topic_link
from sitegen.views.values import MovedPage


def moved_pages(frame: Frame, topic: Topic) -> Iterator[tuple[str, MovedPage]]:
    """Yield the path and view of each address that a topic's page once had."""
    if not topic.former:
        return
    here = shell(frame.config, urls.topic(topic.slug), topic.name, "topics")
    for slug in topic.former:
        path = urls.topic(slug)
        # The canonical address stays that of the topic's page.
        yield path, MovedPage(replace(here, path=path), topic_link(topic))
