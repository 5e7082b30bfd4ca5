"""Processes of this machine, started when they are first needed; some go by a name."""

import contextlib
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

B = TypeVar("B")


class NotStartedError(OSError):
    """A process can't be started; what those that were started say themselves is another thing."""


def processors() -> int:
    """Return how many processors there are for this process: it may be bound to a few of many."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def started() -> "ProcessPoolExecutor":
    """Return a process that waits for work.

    Raises:
        NotStartedError: Where the system has none, or not what it is told its work by.
    """
    # Most commands need no process beside their own, and it takes long to import.
    from sitegen.jobs import pool  # noqa: PLC0415

    try:
        return pool.started()
    except OSError as fault:
        raise NotStartedError(*fault.args) from fault


def stop(ended: "ProcessPoolExecutor", *, at_once: bool) -> None:
    """End a process that was started."""
    from sitegen.jobs import pool  # noqa: PLC0415

    pool.stop(ended, at_once=at_once)


def serves(process: "ProcessPoolExecutor") -> bool:
    """Tell whether a process that was started is still there to be asked."""
    try:
        process.submit(int)
    except RuntimeError:  # it ended while it had nothing to do
        return False
    return True


class Named:
    """One process for each name, at work or ready for it."""

    def __init__(self) -> None:
        self._busy: dict[str, ProcessPoolExecutor] = {}
        self._ready: dict[str, ProcessPoolExecutor] = {}

    def ready(self, name: str, function: Callable[..., object], *given: object) -> None:
        """Start the process of a name, which then calls a function; one that is there does not."""
        if name not in self._ready and name not in self._busy:
            self._ready[name] = started()
            self._ready[name].submit(function, *given)

    def asked(self, name: str, function: Callable[..., B], *given: object) -> "Future[B]":
        """Return what will be the result of the process of a name, started where need be.

        Where it is still at work, as nobody waited for that, it is asked next.
        """
        own = self._ready.pop(name, None) or self._busy.pop(name, None)
        if own is not None:
            with contextlib.suppress(RuntimeError):  # it ended while it had nothing to do
                found = own.submit(function, *given)
                self._busy[name] = own
                return found
        self._busy[name] = own = started()
        return own.submit(function, *given)

    def done(self, name: str, *, stays: bool) -> None:
        """End the process of a name, whose result came, or let it be ready for more."""
        own = self._busy.pop(name, None)
        if own is not None and stays:
            self._ready[name] = own
        elif own is not None:
            stop(own, at_once=False)

    def dismissed(self) -> "list[ProcessPoolExecutor]":
        """Return the processes, which are then no longer known."""
        found = [*self._busy.values(), *self._ready.values()]
        self._busy, self._ready = {}, {}
        return found
