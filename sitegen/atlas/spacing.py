"""Boxes pushed apart until none covers another, each as little as may be."""

import math
from bisect import bisect_right
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
    frames = [_frame(box, height) for box in boxes]
    for done in range(_GENTLE_ROUNDS):
        left = 1 - done / _GENTLE_ROUNDS
        law = _Law(
            reach=left * _WIDE.reach + (1 - left) * _CLOSE.reach,
            share=left * _WIDE.share + (1 - left) * _CLOSE.share,
        )
        here = [
            _inside(x + dx + _HOLD * left * (a - x), y + dy + _HOLD * left * (b - y), frame)
            for (x, y), (dx, dy), (a, b), frame in zip(
                here, _shoves(here, boxes, law), centres, frames, strict=True
            )
        ]
    for _ in range(_FIRM_ROUNDS):
        shoves = _shoves(here, boxes, _FIRM)
        if not any(dx or dy for dx, dy in shoves):
            break
        here = [
            _inside(x + dx, y + dy, frame)
            for (x, y), (dx, dy), frame in zip(here, shoves, frames, strict=True)
        ]
    return here


class _Frame(NamedTuple):
    """Where the centre of a box may be, so that the box does not leave the map."""

    left: float
    right: float
    top: float
    bottom: float


def _frame(box: Box, height: float) -> _Frame:
    """Return where the centre of `box` may be on a map of this height."""
    wide, tall = box.width / 2, box.height / 2
    return _Frame(wide, max(wide, WIDTH - wide), tall, max(tall, height - tall))


def _inside(x: float, y: float, frame: _Frame) -> Point:
    """Return the place nearest to another within a frame."""
    left, right, top, bottom = frame
    x = max(x, left)
    y = max(y, top)
    return (min(x, right), min(y, bottom))


def _shoves(here: Sequence[Point], boxes: Sequence[Box], law: _Law) -> list[Point]:
    """Return how far all boxes together shove each one."""
    order = sorted(range(len(boxes)), key=lambda at: (here[at][1], at))
    # Columns in the order from top to bottom, as this is asked thousands of times.
    left, down = [here[at][0] for at in order], [here[at][1] for at in order]
    widths, heights = [boxes[at].width for at in order], [boxes[at].height for at in order]
    tallest = max(heights)
    limit = 1.0 if law.touching else law.reach
    across, along = [0.0] * len(order), [0.0] * len(order)
    for one, (x, y, width, height) in enumerate(zip(left, down, widths, heights, strict=True)):
        end = bisect_right(down, y + (height + tallest) / 2 * limit, one + 1)
        for other in range(one + 1, end):
            wide = (width + widths[other]) / 2
            u = (left[other] - x) / wide
            if not -limit < u < limit:
                continue
            tall = (height + heights[other]) / 2
            v = (down[other] - y) / tall
            if v < limit:
                dx, dy = _shove((u, v), (wide, tall), law)
                across[one] -= dx
                along[one] -= dy
                across[other] += dx
                along[other] += dy
    shoves = [(0.0, 0.0)] * len(order)
    for place, at in enumerate(order):
        shoves[at] = _short(across[place]), _short(along[place])
    return shoves


def _short(length: float) -> float:
    """Return a length that is no longer than one round may move a box."""
    if length > _LONGEST_STEP:
        return _LONGEST_STEP
    return max(length, -_LONGEST_STEP)


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
