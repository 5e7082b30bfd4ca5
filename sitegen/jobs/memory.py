"""How often a process looks for values that nothing but themselves refers to."""

import contextlib
import gc
from collections.abc import Iterator

_ALLOCATIONS = 100_000


def seldom_collected() -> None:
    """Let this process look through its values seldom.

    A build makes millions of values that stay. To look through them for circles again and again
    takes a fifth of its time, and there are hardly any.
    """
    gc.set_threshold(_ALLOCATIONS, 50, 100)


def kept() -> None:
    """Never look through what there is now."""
    gc.freeze()


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Let this process look through its values only when what somebody waits for is done.

    What is done so may be a part of something that is.
    """
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()
