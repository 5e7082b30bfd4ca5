"""A cloud of places spread over the frame, so that each region has the room it needs."""

import math
from collections.abc import Sequence

from sitegen.atlas.labels import Box
from sitegen.atlas.values import WIDTH, Point

# Of the standard deviation: the width of the Gaussians that smooth the distribution.
_SMOOTHING = 0.3
# How much the places count as they are. Without that, whatever comes or goes on one side of
# the map would move all of it.
_AS_THEY_ARE = 0.4
# The outermost places, one of so many at each side, come to lie so near to the frame on average.
_OUTERMOST = 12
_MARGIN = 0.04


def spread(places: Sequence[Point], boxes: Sequence[Box], height: float) -> list[Point]:
    """Return places in the square of side 1 as centres of boxes, all within the frame.

    Along each axis a place goes half-way to the share of all boxes that lies before it, which
    is histogram equalisation; the whole is then stretched to the frame. The distribution is
    smoothed, so that a place moves little when one of its neighbours comes or goes.
    """
    areas = [box.width * box.height for box in boxes]
    across = _stretched(_equalised([place[0] for place in places], areas))
    down = _stretched(_equalised([place[1] for place in places], areas))
    return [
        (
            box.width / 2 + x * max(0.0, WIDTH - box.width),
            box.height / 2 + y * max(0.0, height - box.height),
        )
        for x, y, box in zip(across, down, boxes, strict=True)
    ]


def _equalised(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return values between themselves and the smoothed share of all weight below them."""
    total = sum(weights)
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    width = _SMOOTHING * deviation * math.sqrt(2) or 1.0
    below = (
        sum(
            weight * (1 + math.erf((value - other) / width))
            for other, weight in zip(values, weights, strict=True)
        )
        / (2 * total)
        for value in values
    )
    return [
        _AS_THEY_ARE * value + (1 - _AS_THEY_ARE) * share
        for value, share in zip(values, below, strict=True)
    ]


def _stretched(values: Sequence[float]) -> list[float]:
    """Return values from 0 to 1; it takes more than one of them to stretch the others."""
    ordered = sorted(values)
    count = -(-len(ordered) // _OUTERMOST)
    low, high = sum(ordered[:count]) / count, sum(ordered[-count:]) / count
    if high - low < 1e-9:
        return [0.5] * len(values)
    scale = (1 - 2 * _MARGIN) / (high - low)
    return [min(1.0, max(0.0, _MARGIN + (value - low) * scale)) for value in values]
