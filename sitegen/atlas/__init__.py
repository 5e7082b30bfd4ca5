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
from sitegen.cache.pieces import Pieces
from sitegen.model import Site, Topic

__all__ = ["LARGEST", "Atlas", "Node", "Sketch", "Spot", "Tie", "draw", "drawn", "sketch"]

LARGEST = 150
_SAYING = 20


def draw(site: Site) -> Atlas:
    """Return the map of a library."""
    return drawn(sketch(site))


def sketch(site: Site) -> Sketch:
    """Return what the map of a library follows from."""
    topics = _on_map(site)
    slugs = [topic.slug for topic in topics]
    # Of a topic's papers, those that fit it best say where it lies.
    phrases = [
        tuple([site.keyphrases.get(ident, ()) for ident in topic.papers[:_SAYING]])
        for topic in topics
    ]
    anchors = _anchoring.of(None, slugs, zip(topics, phrases, strict=True), len(site.papers))
    sizes = {topic.slug: len(topic.papers) for topic in topics}
    near = [(slug, site.near.get(slug, ())) for slug in slugs]
    bonds = _tying.of(sizes, slugs, near, len(site.papers))
    spots = [
        Spot(
            topic.slug,
            topic.name,
            len(topic.papers),
            anchors[topic.slug],
            bonds[topic.slug].strengths,
            bonds[topic.slug].closest,
        )
        for topic in topics
    ]
    return Sketch(tuple(spots), ties.drawn(sizes, bonds))


_tying = Pieces(ties.bonds)


def _anchor(_: None, given: tuple[Topic, tuple[tuple[str, ...], ...]]) -> tuple[float, ...]:
    """Return the own place of a topic, given with the keyphrases of its best papers."""
    # What finds topics comes along, and processes that only draw do not need it.
    from sitegen.atlas.anchors import anchor  # noqa: PLC0415

    return tuple(anchor(*given))


_anchoring = Pieces(_anchor)


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
    by_size = sorted(listed, key=lambda topic: -len(topic.papers))
    if len(by_size) > LARGEST:
        least = len(by_size[LARGEST - 1].papers)
        alike = [topic for topic in by_size if len(topic.papers) == least]
        larger = [topic for topic in by_size if len(topic.papers) > least]
        alike.sort(key=lambda topic: text.digest(topic.slug))
        by_size = [*larger, *alike][:LARGEST]
    return sorted(by_size, key=lambda topic: topic.slug)
