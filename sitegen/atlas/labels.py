"""What a topic takes up on the map: its disc, and its name in lines at the right of it."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from sitegen.atlas.values import WIDTH, Point
from sitegen.jobs.parcel import Parcel

# Letters by the share of the largest topic.
_SMALLEST_SIZE = 12.25
_SIZES = ((0.6, 18.0), (0.33, 15.5), (0.16, 13.5), (0.0, _SMALLEST_SIZE))
_LARGEST_RADIUS = 26.0
_SMALLEST_RADIUS = 3.5
# All discs together take up so much of the map at most, discs with their names about so much.
_DISCS = 0.045
_FILLED = 0.38
_LEAST_GROWTH, _MOST_GROWTH = 0.6, 1.08
LEADING = 1.12
_LONGEST_LINE = 8.5
_MOST_LINES = 3
# So much narrower must a name become before a line ends within a word.
_HYPHEN = 2.5
_WIDEST_LINE = 16.0
GAP = 4.0
# What stays free around a disc and its name: at both sides together, above and below together.
_AIR = (11.0, 5.0)
# Widths of letters in em, of Georgia, the widest of the faces that the style sheet names.
_WIDTHS = {
    **dict.fromkeys("ijl.,;:'’|!()[] ", 0.3),
    **dict.fromkeys("frtsc-–/", 0.43),
    **dict.fromkeys("mwMW@%", 0.9),
}
_CAPITAL, _SMALL, _IDEOGRAPH = 0.7, 0.55, 1.0


class Box(Parcel, frozen=True):
    """The space of a disc with its name, air included; the name begins right of the disc."""

    width: float
    height: float
    radius: float
    lines: tuple[str, ...]
    size: float

    def disc(self, centre: Point) -> Point:
        """Return the centre of the disc when the box's centre is at `centre`."""
        return centre[0] - (self.width - _AIR[0]) / 2 + self.radius, centre[1]


def boxes(names: Sequence[str], papers: Sequence[int], height: float) -> list[Box]:
    """Return the boxes of topics with so many papers on a map of this height.

    The area of a disc is in proportion to the papers. All is as large as there is room for, but
    no name too small to read.
    """
    most, total = max(papers), sum(papers)
    area = min(_LARGEST_RADIUS**2 / most, _DISCS * WIDTH * height / math.pi / total)
    plain = [
        _box(name, math.sqrt(area * count), count / most, 1.0)
        for name, count in zip(names, papers, strict=True)
    ]
    filled = sum(box.width * box.height for box in plain) / (WIDTH * height)
    growth = min(_MOST_GROWTH, max(_LEAST_GROWTH, math.sqrt(_FILLED / filled)))
    return [
        _box(name, math.sqrt(area * count), count / most, growth)
        for name, count in zip(names, papers, strict=True)
    ]


def _box(name: str, radius: float, share: float, growth: float) -> Box:
    """Return the box of one topic; `share` compares it with the largest."""
    size = next(size for limit, size in _SIZES if share >= limit)
    size = max(_SMALLEST_SIZE, growth * size)
    radius = max(_SMALLEST_RADIUS, growth * radius)
    lines = wrapped(name)
    width = 2 * radius + GAP + size * max(map(em, lines))
    height = max(2 * radius, size * LEADING * len(lines))
    return Box(width + _AIR[0], height + _AIR[1], radius, lines, size)


def em(line: str) -> float:
    """Return about how wide a line is, in units of its letters' size."""
    return sum(_letter(letter) for letter in line)


def _letter(letter: str) -> float:
    """Return about how wide a letter is."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter > "\u2e7f":
        return _IDEOGRAPH
    return _CAPITAL if letter.isupper() or letter.isdigit() else _SMALL


# Asked twice for each map, and names stay from one to the next.
@lru_cache(maxsize=1 << 9)
def wrapped(name: str) -> tuple[str, ...]:
    """Return a name in as few lines as keep it narrow, those of a number the most even.

    Lines end at blanks and behind hyphens. What is far too long is cut off.
    """
    name = _cut_off(name, _MOST_LINES * _WIDEST_LINE)
    ends = list(_ends(name))
    narrowest: tuple[str, ...] = (name,)
    for breaks in range(min(_MOST_LINES, len(ends) + 1)):
        narrowest = min(
            (_cut(name, chosen) for chosen in combinations(ends, breaks)),
            key=_width,
        )
        if max(map(em, narrowest)) <= _LONGEST_LINE * (1 + 0.15 * breaks):
            break
    return tuple(_cut_off(line, _WIDEST_LINE) for line in narrowest)


def _width(lines: Sequence[str]) -> float:
    """Return how wide lines are, and a little more for each that ends within a word."""
    return max(map(em, lines)) + _HYPHEN * sum(line.endswith("-") for line in lines)


def _cut_off(line: str, longest: float) -> str:
    """Return as much of a line as is at most so wide."""
    while em(line) > longest:
        line = line[: int(len(line) * 0.9)].rstrip(" …") + "…"
    return line


def _ends(name: str) -> Iterator[int]:
    """Yield where a line may end."""
    for at, letter in enumerate(name[1:-1], start=1):
        if letter in " -":
            yield at + 1


def _cut(name: str, ends: Sequence[int]) -> tuple[str, ...]:
    """Return the lines of a name that is cut at `ends`."""
    return tuple(
        name[start:end].strip() for start, end in zip((0, *ends), (*ends, len(name)), strict=True)
    )


def overlap(one: Box, here: Point, other: Box, there: Point) -> bool:
    """Tell whether two boxes meet, their air aside."""
    return (
        abs(here[0] - there[0]) < (one.width + other.width) / 2 - _AIR[0]
        and abs(here[1] - there[1]) < (one.height + other.height) / 2 - _AIR[1]
    )


def legible(boxes: Sequence[Box], centres: Sequence[Point]) -> list[bool]:
    """Tell of each box whether its name can stand: of two that meet, the larger one's can."""
    order = sorted(range(len(boxes)), key=lambda at: (-boxes[at].radius, at))
    standing: list[int] = []
    stands = [False] * len(boxes)
    for at in order:
        stands[at] = not any(
            overlap(boxes[at], centres[at], boxes[other], centres[other]) for other in standing
        )
        if stands[at]:
            standing.append(at)
    return stands
