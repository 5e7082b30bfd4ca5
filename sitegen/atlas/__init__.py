"""The map of a library's topics: which stand on it, where, and which are tied.

Everything follows from the topics alone, whatever their order, and a little more or less of
the library moves a topic only a little. Each has a place of its own that no other topic has
a say in (`anchors`); ties pull it a little (`pull`), the whole is fitted into the frame
(`spread`), and labels push each other apart (`spacing`). Each step is a continuous function of
the one before; nothing begins at random, so nothing can end elsewhere.
"""

from functools import lru_cache

from sitegen import text
from sitegen.atlas import ties
from sitegen.atlas.anchors import Anchor, anchor
from sitegen.atlas.labels import Box, boxes, legible
from sitegen.atlas.pull import pulled
from sitegen.atlas.spacing import apart
from sitegen.atlas.spread import spread
from sitegen.atlas.values import WIDTH, Atlas, Node, Point, Tie, height
from sitegen.model import Site, Topic

__all__ = ["LARGEST", "Atlas", "Node", "Tie", "draw"]

LARGEST = 150


def draw(site: Site) -> Atlas:
    """Return the map of a library."""
    topics = _on_map(site)
    tall = height(len(topics))
    if not topics:
        return Atlas(WIDTH, tall, (), ())
    spaces = boxes([topic.name for topic in topics], [len(topic.papers) for topic in topics], tall)
    own = tuple(anchor(topic, site.keyphrases) for topic in topics)
    strengths = ties.strengths(topics, site.near)
    tied = tuple(tuple(strength.items()) for strength in strengths)
    centres, standing = _laid_out(own, tied, tuple(spaces), tall)
    closest = ties.closest(topics, strengths, site.near)
    nodes = (
        Node(
            topic=topic.slug,
            papers=len(topic.papers),
            x=x,
            y=y,
            radius=box.radius,
            lines=box.lines if stands else (),
            size=box.size,
            closest=each,
        )
        for topic, box, centre, stands, each in zip(
            topics, spaces, centres, standing, closest, strict=True
        )
        for x, y in [box.disc(centre)]
    )
    return Atlas(WIDTH, tall, tuple(nodes), ties.drawn(topics, strengths, closest))


@lru_cache(maxsize=1)
def _laid_out(
    anchors: tuple[Anchor, ...],
    tied: tuple[tuple[tuple[int, float], ...], ...],
    spaces: tuple[Box, ...],
    tall: float,
) -> tuple[tuple[Point, ...], tuple[bool, ...]]:
    """Return the centres of boxes, and of each whether its name can stand.

    It takes most of the time, and an edited paper seldom changes what it is made from: a site
    that is watched need not be laid out again.
    """
    strengths = tuple(map(dict, tied))
    centres = apart(spread(pulled(anchors, strengths), spaces, tall), spaces, tall)
    return tuple(centres), tuple(legible(spaces, centres))


def _on_map(site: Site) -> list[Topic]:
    """Return the largest of the topics that indexes list, in the order of slugs.

    Among topics of as many papers a digest decides, which prefers no letter of the alphabet.
    """
    listed = (topic for topic in site.topics.values() if topic.listed and topic.papers)
    ranked = sorted(listed, key=lambda topic: (-len(topic.papers), text.digest(topic.slug)))
    return sorted(ranked[:LARGEST], key=lambda topic: topic.slug)
