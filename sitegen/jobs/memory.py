"""How often a process looks for values that nothing but themselves refers to."""

import gc

_ALLOCATIONS = 100_000


def seldom_collected() -> None:
    """Let this process look through its values seldom.

    A build makes millions of values that stay. To look through them for circles again and again
    takes a fifth of its time, and there are hardly any.
    """
    gc.set_threshold(_ALLOCATIONS, 50, 100)
