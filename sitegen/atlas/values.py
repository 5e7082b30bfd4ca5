"""What a map is made of: frozen values, lengths in units of a frame of fixed width."""

from typing import NamedTuple

from sitegen.jobs.parcel import Parcel

Point = tuple[float, float]

WIDTH = 1360.0
_SHORTEST = 420.0
_TALLEST = 960.0
_EACH = 9.0


def height(topics: int) -> float:
    """Return the height of a map of so many topics.

    It grows by the topic, never by steps: otherwise one more would move all the others.
    """
    return min(_TALLEST, _SHORTEST + _EACH * topics)


class Anchor(NamedTuple):
    """A topic's own place in a square of side 1, and how firmly it is held there."""

    x: float
    y: float
    hold: float


class Tie(Parcel, frozen=True):
    """Two topics, by their slugs in order, and the number of papers they have in common."""

    one: str
    other: str
    papers: int


class Spot(Parcel, frozen=True):
    """A topic that is to be on the map.

    Attributes:
        slug: The topic's.
        name: The topic's.
        papers: How many it has.
        anchor: Its own place and how firmly it is held there, as an `Anchor`.
        tied: The places of other topics in the order of slugs, with the strength of the tie.
        closest: The slugs of those it is tied to most and the papers in common, closest first.
    """

    slug: str
    name: str
    papers: int
    anchor: tuple[float, ...]
    tied: tuple[tuple[int, float], ...]
    closest: tuple[tuple[str, int], ...]


class Sketch(Parcel, frozen=True):
    """All that a map follows from, cheap to find out; an edited paper seldom changes it.

    Attributes:
        spots: The topics, in the order of their slugs.
        ties: The ties to draw.
    """

    spots: tuple[Spot, ...]
    ties: tuple[Tie, ...]


class Node(Parcel, frozen=True):
    """A topic on the map: a disc whose area says how many papers it has, its name at the right.

    Attributes:
        topic: The topic's slug.
        x, y, radius: The disc.
        lines: The name in one to three lines; none where there is no room for it.
        size: The height of the name's letters, as CSS has it.
        closest: The topics it is tied to most and the papers in common, the closest first.
    """

    topic: str
    papers: int
    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    size: float
    closest: tuple[tuple[str, int], ...]


class Atlas(Parcel, frozen=True):
    """The map of a library: its topics in the order of their slugs, the ties it draws."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
