"""Boxes pushed apart until none covers another, each as little as may be."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.atlas.labels import Box
from sitegen.atlas.values import WIDTH, Point


class _Law(NamedTuple):
    """How two boxes part.

    Attributes:
        reach: The distance from which on they leave each other alone.
        share: The share of what is missing to it by which they part in one round.
        touching: Whether only boxes that overlap are parted.
    """

    reach: float
    share: float
    touching: bool = False


# First boxes keep a distance, which shrinks, and are held where they began; then what still
# overlaps is pushed further, without a hold.
_GENTLE_ROUNDS, _FIRM_ROUNDS = 60, 300
_WIDE, _CLOSE, _FIRM = _Law(1.6, 0.25), _Law(1.1, 0.5), _Law(1.19, 0.5, touching=True)
_HOLD = 0.2
_LONGEST_STEP = 30.0


def apart(centres: Sequence[Point], boxes: Sequence[Box], height: float) -> list[Point]:
    """Return where the boxes at `centres` stand when there is room for each.

    The distance of two boxes is the 4-norm of their offsets in units of their mean width and
    height; it is 1 where they meet side by side. Its gradient turns smoothly around corners,
    while pushing along the nearer axis alone jumps when the other becomes nearer.
    """
    here = list(centres)
    for done in range(_GENTLE_ROUNDS):
        left = 1 - done / _GENTLE_ROUNDS
        law = _Law(
            reach=left * _WIDE.reach + (1 - left) * _CLOSE.reach,
            share=left * _WIDE.share + (1 - left) * _CLOSE.share,
        )
        here = [
            _inside(
                (x + dx + _HOLD * left * (a - x), y + dy + _HOLD * left * (b - y)), box, height
            )
            for (x, y), (dx, dy), (a, b), box in zip(
                here, _shoves(here, boxes, law), centres, boxes, strict=True
            )
        ]
    for _ in range(_FIRM_ROUNDS):
        shoves = _shoves(here, boxes, _FIRM)
        if not any(dx or dy for dx, dy in shoves):
            break
        here = [
            _inside((x + dx, y + dy), box, height)
            for (x, y), (dx, dy), box in zip(here, shoves, boxes, strict=True)
        ]
    return here


def _inside(centre: Point, box: Box, height: float) -> Point:
    """Return the place nearest to `centre` where a box does not leave the frame."""
    return (
        min(max(centre[0], box.width / 2), max(box.width / 2, WIDTH - box.width / 2)),
        min(max(centre[1], box.height / 2), max(box.height / 2, height - box.height / 2)),
    )


def _shoves(here: Sequence[Point], boxes: Sequence[Box], law: _Law) -> list[Point]:
    """Return how far all boxes together shove each one."""
    shoves = [[0.0, 0.0] for _ in boxes]
    order = sorted(range(len(boxes)), key=lambda at: (here[at][1], at))
    tallest = max(box.height for box in boxes)
    limit = 1.0 if law.touching else law.reach
    for place, one in enumerate(order):
        x, y = here[one]
        lowest = y + (boxes[one].height + tallest) / 2 * limit
        for other in order[place + 1 :]:
            if here[other][1] > lowest:
                break
            tall = (boxes[one].height + boxes[other].height) / 2
            wide = (boxes[one].width + boxes[other].width) / 2
            u, v = (here[other][0] - x) / wide, (here[other][1] - y) / tall
            if v < limit and -limit < u < limit:
                dx, dy = _shove((u, v), (wide, tall), law)
                shoves[one][0] -= dx
                shoves[one][1] -= dy
                shoves[other][0] += dx
                shoves[other][1] += dy
    return [(_short(dx), _short(dy)) for dx, dy in shoves]


def _short(length: float) -> float:
    """Return a length that is no longer than one round may move a box."""
    return max(-_LONGEST_STEP, min(_LONGEST_STEP, length))


def _shove(offset: Point, size: Point, law: _Law) -> Point:
    """Return by how much the second of two boxes is shoved, the first as far against it.

    Args:
        offset: The way from the first to the second, in units of `size`.
        size: The means of their widths and of their heights.
        law: How they part.
    """
    u, v = offset[0], offset[1] or 1e-6  # one right on the other: the second goes down
    distance = math.sqrt(math.sqrt(u**4 + v**4))
    if distance >= law.reach:
        return 0.0, 0.0
    across, down = u**3 / size[0], v**3 / size[1]
    slope = math.sqrt(across * across + down * down)
    length = min(size[1], distance**3 / slope) * (law.reach - distance) * law.share / 2
    return length * across / slope, length * down / slope
