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
from sitegen.atlas.labels import Box, boxes, legible
from sitegen.atlas.pull import pulled
from sitegen.atlas.spacing import apart
from sitegen.atlas.spread import spread
from sitegen.atlas.values import (
    WIDTH,
    Anchor,
    Atlas,
    Node,
    Point,
    Sketch,
    Spot,
    Tie,
    height,
)
from sitegen.model import Site, Topic

__all__ = ["LARGEST", "Atlas", "Node", "Sketch", "Spot", "Tie", "draw", "drawn", "sketch"]

LARGEST = 150


def draw(site: Site) -> Atlas:
    """Return the map of a library."""
    return drawn(sketch(site))


def sketch(site: Site) -> Sketch:
    """Return what the map of a library follows from."""
    # What finds topics comes along, and processes that only draw do not need it.
    from sitegen.atlas.anchors import anchor  # noqa: PLC0415

    topics = _on_map(site)
    strengths = ties.strengths(topics, site.near)
    closest = ties.closest(topics, strengths, site.near)
    spots = (
        Spot(
            topic.slug,
            topic.name,
            len(topic.papers),
            tuple(anchor(topic, site.keyphrases)),
            tuple(strength.items()),
            each,
        )
        for topic, strength, each in zip(topics, strengths, closest, strict=True)
    )
    return Sketch(tuple(spots), ties.drawn(topics, strengths, closest))


def drawn(sketch: Sketch) -> Atlas:
    """Return the map that a sketch leads to."""
    spots = sketch.spots
    tall = height(len(spots))
    if not spots:
        return Atlas(WIDTH, tall, (), ())
    spaces = boxes([spot.name for spot in spots], [spot.papers for spot in spots], tall)
    own = tuple(Anchor(*spot.anchor) for spot in spots)
    tied = tuple(spot.tied for spot in spots)
    centres, standing = _laid_out(own, tied, tuple(spaces), tall)
    nodes = (
        Node(
            topic=spot.slug,
            papers=spot.papers,
            x=x,
            y=y,
            radius=box.radius,
            lines=box.lines if stands else (),
            size=box.size,
            closest=spot.closest,
        )
        for spot, box, centre, stands in zip(spots, spaces, centres, standing, strict=True)
        for x, y in [box.disc(centre)]
    )
    return Atlas(WIDTH, tall, tuple(nodes), sketch.ties)


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
