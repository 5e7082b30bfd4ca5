"""A cloud of places spread over the frame, so that each region has the room it needs."""

import math
from collections.abc import Sequence

from sitegen.atlas.labels import Box
from sitegen.atlas.values import WIDTH, Point

# Of the standard deviation: the width of the Gaussians that smooth the distribution.
_SMOOTHING = 0.5


def spread(places: Sequence[Point], boxes: Sequence[Box], height: float) -> list[Point]:
    """Return `places` along each axis by how much of all boxes lies before them.

    This is histogram equalisation. The distribution is smoothed, so that a place moves little
    when one of its neighbours comes or goes. Boxes end within the frame.
    """
    areas = [box.width * box.height for box in boxes]
    across = _equalised([place[0] for place in places], areas)
    down = _equalised([place[1] for place in places], areas)
    return [
        (
            box.width / 2 + x * max(0.0, WIDTH - box.width),
            box.height / 2 + y * max(0.0, height - box.height),
        )
        for x, y, box in zip(across, down, boxes, strict=True)
    ]


def _equalised(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return for each value the smoothed share of all weight that lies below it."""
    total = sum(weights)
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    width = _SMOOTHING * deviation * math.sqrt(2) or 1.0
    return [
        sum(
            weight * (1 + math.erf((value - other) / width))
            for other, weight in zip(values, weights, strict=True)
        )
        / (2 * total)
        for value in values
    ]
