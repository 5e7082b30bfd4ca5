"""Work on a long list: in this process, by a pool of processes, or by a cluster's executor."""

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Protocol, TypeVar

from sitegen.errors import BuildError, error
from sitegen.jobs import cluster
from sitegen.jobs.processes import Named, NotStartedError, processors, serves, started, stop

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor

A = TypeVar("A")
B = TypeVar("B")

_CHUNK = 200
"""Items that one call works on: enough to be worth sending, few enough to share out."""

_WORTH = 1500
"""A list with fewer items is done before other processes have started."""

HELD = 20_000
"""Who worked on more items gives the memory back."""

_AHEAD = 3
"""Chunks for each worker that wait or are done, so that memory stays bounded."""


class Mapper(Protocol):
    """Maps functions over lists."""

    def over(
        self, function: Callable[[Sequence[A]], Sequence[B]], items: Sequence[A]
    ) -> Iterator[B]:
        """Yield what `function` returns for chunks of `items`, in their order."""


class Jobs:
    """Maps functions over lists; the results never tell how.

    Args:
        workers: How many processes; None takes one for each processor.
        executor: What runs them instead, for lists of any length.
        stays: Whether what worked `beside` waits for the next time, and holds what it knows.
    """

    def __init__(
        self,
        workers: int | None = None,
        executor: "Executor | None" = None,
        *,
        stays: bool = False,
    ) -> None:
        self._workers = workers or processors()
        self._executor = executor
        self._stays = stays
        self._pools: list[ProcessPoolExecutor] = []
        self._named = Named()

    def over(
        self, function: Callable[[Sequence[A]], Sequence[B]], items: Sequence[A]
    ) -> Iterator[B]:
        """Yield what `function` returns for chunks of `items`, in their order.

        Where the same items are worked on again, in the same order, each is given to the process
        that had it before, which may remember some of what it found out.

        Args:
            function: Gives a result for each item of a chunk; a function of a module, or a
                `functools.partial` of one, so that other processes find it.
            items: What to work on.

        Raises:
            BuildError: Where a worker ended suddenly; whatever `function` raises.
        """
        chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        executors = self._executors_for(len(items))
        if not executors:
            for chunk in chunks:
                yield from function(chunk)
            return
        with self._told():
            for results in _in_order(executors, function, chunks, _AHEAD * self._workers):
                yield from results

    def ready(self, name: str, size: int, function: Callable[..., object], *given: object) -> None:
        """Start the process that `beside` will ask for, and let it call a function of a module.

        It takes as long to start, and to import what it needs, as some of its work. One that is
        there already is not asked to.
        """
        if self._executor is None and self._pays(size, beside=True):
            with self._told():
                self._named.ready(name, function, *given)

    def beside(
        self, name: str, size: int, function: Callable[..., B], *given: object
    ) -> Callable[[], B]:
        """Return what waits for ``function(*given)``.

        It is begun at once in a process of its own where that pays, which then ends and gives its
        memory back, unless it stays; else when it is waited for.

        Args:
            name: What it is about: the process that was made `ready` for it is asked. Nobody
                waits any more for what was begun under this name before.
            size: How many items it is about.
            function: A function of a module.
            given: Its arguments.
        """
        if self._executor is None and not self._pays(size, beside=True):
            return partial(function, *given)
        with self._told():
            if self._executor is not None:
                return partial(self._result, self._executor.submit(function, *given))
            found = self._named.asked(name, function, *given)
            return partial(self._result, found, name, stays=self.stays(size))

    def _executors_for(self, size: int) -> "Sequence[Executor]":
        """Return what works by turns on a list of so many items, nothing for this process."""
        if self._executor is not None:
            return [self._executor]
        if not self._pays(size):
            return []
        wanted = min(self._workers, -(-size // _CHUNK))
        self._pools = [*filter(serves, self._pools)]
        with self._told():
            while len(self._pools) < wanted:
                self._pools.append(started())
        return self._pools[:wanted]

    def _pays(self, size: int, *, beside: bool = False) -> bool:
        """Tell whether other processes are to work on so many items."""
        return (self._workers > 1 and size >= _WORTH) or (beside and self.stays(size))

    @property
    def remote(self) -> bool:
        """Whether others than this process and those it starts may be at work."""
        return self._executor is not None

    def stays(self, size: int) -> bool:
        """Tell whether a process that worked beside on so many items waits for the next time."""
        return self._stays and self._workers > 1 and size <= HELD

    def lasts(self, size: int) -> bool:
        """Tell whether what works beside on so many items is there the next time, or is here."""
        return self._executor is None and (not self._pays(size, beside=True) or self.stays(size))

    def _result(self, future: "Future[B]", name: str = "", *, stays: bool = False) -> B:
        """Return the result of a future; the process that was asked under a name ends or stays."""
        with self._told():
            found = future.result()
        self._named.done(name, stays=stays)
        return found

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the sudden end of a worker, or one that can't be started, into a problem.

        Others are started when needed.
        """
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415

        try:
            yield
        except NotStartedError as fault:
            self.close(at_once=True)
            what = f"a worker process can't be started: {fault.strerror or fault}"
            raise BuildError(error("sitegen", what, "try --jobs 1")) from fault
        except BrokenExecutor as fault:
            self.close(at_once=True)
            what, hint = "a worker process ended suddenly", "is there enough memory? try --jobs 1"
            raise BuildError(error("sitegen", what, hint)) from fault

    def rest(self) -> None:
        """End the processes that work on lists; where there is more to do, others are started."""
        ended, self._pools = self._pools, []
        for each in ended:
            stop(each, at_once=False)

    def close(self, *, at_once: bool = False) -> None:
        """End the processes; what waits is not begun, and `at_once` nothing is finished.

        Where there is more to do, others are started.
        """
        ended, self._pools = [*self._named.dismissed(), *self._pools], []
        for each in ended:
            stop(each, at_once=at_once)


HERE = Jobs(1)
"""Everything in this process."""


@contextlib.contextmanager
def opened(
    workers: int | None = None, address: str | None = None, *, stays: bool = False
) -> Iterator[Jobs]:
    """Provide what maps functions over lists, and end its processes at last.

    Args:
        workers: How many processes at most; None takes one for each processor.
        address: Of a cluster that is to do it, as of `cluster.opened`, or None.
        stays: As of `Jobs`.

    Raises:
        UsageError: When the cluster can't be reached, or its library is not installed.
    """
    if address:
        with cluster.opened(address) as executor:
            yield Jobs(workers, executor)
        return
    jobs = Jobs(workers, stays=stays)
    try:
        yield jobs
    except BaseException:
        jobs.close(at_once=True)
        raise
    jobs.close()


def _in_order(
    executors: "Sequence[Executor]",
    function: Callable[[Sequence[A]], Sequence[B]],
    chunks: Sequence[Sequence[A]],
    ahead: int,
) -> Iterator[Sequence[B]]:
    """Yield the results of chunks in order, `ahead` of them at work or waiting at most."""
    # None is cancelled where a result fails: a pool whose processes end while it holds one that is
    # cancelled waits for ever (Python 3.11). They are few, and end with the pool.
    waiting: deque[Future[Sequence[B]]] = deque()
    for executor, chunk in zip(cycle(executors), chunks, strict=False):
        waiting.append(executor.submit(function, chunk))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
