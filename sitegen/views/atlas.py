"""The view of the map of topics: the atlas as numbers that a template only writes down."""

import math
from collections.abc import Mapping

from sitegen import atlas, text, urls
from sitegen.atlas.labels import GAP, LEADING
from sitegen.views.drafts import MapDraft
from sitegen.views.frame import Frame, shell
from sitegen.views.pieces import Counted, MapLine, MapNode, MapTie
from sitegen.views.values import MapPage

_WIDEST = 4.0
_THINNEST = 0.6
# From the middle between a line's feet and its capitals' heads down to its feet, in em.
_FEET = 0.34


def map_draft(frame: Frame) -> MapDraft:
    """Return the draft of the map of topics."""
    return MapDraft(
        shell=shell(frame.config, urls.MAP, "Map of topics", "topics"),
        topics=len(frame.listed),
        sketch=atlas.sketch(frame.site),
    )


def map_page(draft: MapDraft) -> MapPage:
    """Return the view that a draft leads to."""
    drawing = atlas.drawn(draft.sketch)
    nodes = {node.topic: node for node in drawing.nodes}
    names = {spot.slug: spot.name for spot in draft.sketch.spots}
    largest_first = sorted(
        nodes.values(), key=lambda node: (-node.papers, text.folded(names[node.topic]))
    )
    most = max((tie.papers for tie in drawing.ties), default=1)
    return MapPage(
        shell=draft.shell,
        topics=draft.topics,
        width=round(drawing.width),
        height=round(drawing.height),
        nodes=tuple(_node(names, node, nodes) for node in largest_first),
        ties=tuple(_tie(tie, nodes, most) for tie in drawing.ties),
    )


def _node(names: Mapping[str, str], node: atlas.Node, nodes: Mapping[str, atlas.Node]) -> MapNode:
    """Return a topic on the map; `names` are those of all that are on it, by their slugs."""
    leading = LEADING * node.size
    first = node.y - leading * (len(node.lines) - 1) / 2 + _FEET * node.size
    ways = (_way(node, nodes[slug]) for slug, _ in node.closest)
    closest = sorted(node.closest, key=lambda tie: (-tie[1], tie[0]))
    return MapNode(
        topic=_counted(names, node.topic, node.papers),
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
        closest=tuple(_counted(names, slug, common) for slug, common in closest),
    )


def _counted(names: Mapping[str, str], slug: str, papers: int) -> Counted:
    """Return the way to a topic, with a number of papers."""
    return Counted(names[slug], urls.href(urls.topic(slug)), papers)


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
