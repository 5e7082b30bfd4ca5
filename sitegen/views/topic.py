"""The views of one topic: its page and the parts of its list."""

from collections.abc import Iterator

from sitegen import parts, text, urls
from sitegen.model import Topic
from sitegen.views.frame import Frame, cards, shell, topic_link
from sitegen.views.parted import part_groups, part_pages
from sitegen.views.pieces import Counted
from sitegen.views.values import PartPage, TopicPage

_NEAR = 12
_FIRST_OF_MANY = 50


def topic_pages(frame: Frame, topic: Topic) -> Iterator[tuple[str, TopicPage | PartPage]]:
    """Yield the path and view of a topic's page and of each part of its list."""
    site = frame.site
    papers = [site.papers[ident] for ident in topic.papers]
    found = parts.parts(sorted(papers, key=lambda paper: (text.folded(paper.title), paper.id)))
    paths = [urls.topic_part(topic.slug, part.key) for part in found]
    path = urls.topic(topic.slug)
    near = site.near.get(topic.slug, ())[:_NEAR]
    yield (
        path,
        TopicPage(
            shell=shell(frame.config, path, topic.name, "topics"),
            slug=topic.slug,
            name=topic.name,
            parent=topic_link(site.topics[topic.parent]) if topic.parent else None,
            count=len(papers),
            near=tuple(
                Counted(link.name, link.url, common)
                for slug, common in near
                for link in [topic_link(site.topics[slug])]
            ),
            cards=cards(frame, papers[:_FIRST_OF_MANY] if found else papers),
            parts=part_groups(found, paths),
        ),
    )
    yield from part_pages(frame, found, paths, topic_link(topic))
