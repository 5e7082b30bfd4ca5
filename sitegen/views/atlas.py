"""The view of the map of topics: the atlas as numbers that a template only writes down."""

import math
from collections.abc import Mapping

from sitegen import atlas, text, urls
from sitegen.atlas.labels import GAP, LEADING
from sitegen.views.frame import Frame, listed_topics, shell, topic_link
from sitegen.views.pieces import Counted, MapLine, MapNode, MapTie
from sitegen.views.values import MapPage

_WIDEST = 4.0
_THINNEST = 0.6
# From the middle between a line's feet and its capitals' heads down to its feet, in em.
_FEET = 0.34


def map_page(frame: Frame) -> MapPage:
    """Return the view of the map of topics."""
    drawing = atlas.draw(frame.site)
    nodes = {node.topic: node for node in drawing.nodes}
    largest_first = sorted(
        nodes.values(),
        key=lambda node: (-node.papers, text.folded(frame.site.topics[node.topic].name)),
    )
    most = max((tie.papers for tie in drawing.ties), default=1)
    return MapPage(
        shell=shell(frame.config, urls.MAP, "Map of topics", "topics"),
        topics=len(listed_topics(frame.site)),
        width=round(drawing.width),
        height=round(drawing.height),
        nodes=tuple(_node(frame, node, nodes) for node in largest_first),
        ties=tuple(_tie(tie, nodes, most) for tie in drawing.ties),
    )


def _node(frame: Frame, node: atlas.Node, nodes: Mapping[str, atlas.Node]) -> MapNode:
    """Return a topic on the map."""
    topics = frame.site.topics
    link = topic_link(topics[node.topic])
    leading = LEADING * node.size
    first = node.y - leading * (len(node.lines) - 1) / 2 + _FEET * node.size
    ways = (_way(node, nodes[slug]) for slug, _ in node.closest)
    closest = [
        (topic_link(topics[slug]), common)
        for slug, common in sorted(node.closest, key=lambda tie: (-tie[1], tie[0]))
    ]
    return MapNode(
        topic=Counted(link.name, link.url, node.papers),
        x=round(node.x),
        y=round(node.y),
        radius=f"{node.radius:.1f}",
        lines=tuple(
            MapLine(line, round(first + leading * number))
            for number, line in enumerate(node.lines)
        ),
        lines_x=round(node.x + node.radius + GAP),
        size=f"{node.size:.1f}",
        reach="".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in ways),
        closest=tuple(Counted(way.name, way.url, common) for way, common in closest),
    )


def _tie(tie: atlas.Tie, nodes: Mapping[str, atlas.Node], most: int) -> MapTie:
    """Return a tie as a line; `most` is the number of papers that the widest stands for."""
    width = max(_THINNEST, _WIDEST * tie.papers / most)
    return MapTie(*_way(nodes[tie.one], nodes[tie.other]), f"{width:.1f}")


def _way(one: atlas.Node, other: atlas.Node) -> tuple[int, int, int, int]:
    """Return the line between two discs, from edge to edge."""
    across, down = other.x - one.x, other.y - one.y
    length = math.hypot(across, down) or 1.0
    across, down = across / length, down / length
    return (
        round(one.x + across * one.radius),
        round(one.y + down * one.radius),
        round(other.x - across * other.radius),
        round(other.y - down * other.radius),
    )
