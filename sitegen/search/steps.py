"""Figures in coarse steps, so that a small edit of one paper leaves what follows from them."""


def stepped(value: float, steps: int) -> float:
    """Return `value` rounded down to one of so many steps between a power of two and the next.

    Exact on every machine: a step is a whole number times a power of two. What is smaller than
    twice `steps` keeps its whole part.

    Args:
        value: Not negative.
        steps: A power of two.
    """
    size = 1
    while value >= 2 * steps * size:
        size *= 2
    return float(int(value // size) * size)
