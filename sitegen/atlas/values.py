"""What a map is made of: frozen values, lengths in units of a frame of fixed width."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Tie:
    """Two topics, by their slugs in order, and the number of papers they have in common."""

    one: str
    other: str
    papers: int


@dataclass(frozen=True, slots=True)
class Node:
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


@dataclass(frozen=True, slots=True)
class Atlas:
    """The map of a library: its topics in the order of their slugs, the ties it draws."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
