"""Processes on this machine, none of which outlives the one that started it."""

import atexit
import contextlib
import errno
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import resource_tracker

from sitegen.jobs import memory


def started() -> ProcessPoolExecutor:
    """Return a process that waits for work."""
    # Spawned, not forked: a forked process would inherit threads' locks.
    executor = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin)
    with _deaf(), _whole():
        # The thread that hands it work is started by another else, which ends where that fails:
        # then nobody ever answers. There is no public way to ask for it.
        with contextlib.suppress(AttributeError):
            executor._call_queue._start_thread()  # type: ignore[attr-defined]  # noqa: SLF001
        executor.submit(int)  # starts it
    # Where this process could write results as well, it would wait for ever for the rest of one
    # that its worker told half of when it ended. There is no public way to say so.
    with contextlib.suppress(AttributeError):
        executor._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001
    return executor


@contextlib.contextmanager
def _whole() -> Iterator[None]:
    """Start a process with the thread of this one that serves it, or neither.

    Raises:
        OSError: Where the system has no more threads.
    """
    before = multiprocessing.active_children()
    try:
        yield
    except RuntimeError as fault:
        for process in multiprocessing.active_children():
            if process not in before:
                process.terminate()
                process.join()
        raise OSError(errno.EAGAIN, str(fault)) from fault


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Let what is started meanwhile hear of no interrupt, not even before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # as it lets signals through where it has to start itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop(executor: ProcessPoolExecutor, *, at_once: bool) -> None:
    """End a process when what it works on is done; what waits is dropped.

    With `at_once` every process that this one started is ended in the middle of its work.
    """
    if at_once:
        for process in multiprocessing.active_children():
            process.terminate()
    executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Prepare a worker, which ends at once and with its parent; interrupts are the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a worker holds goes with its process: to take it apart value by value takes seconds.
    atexit.register(os._exit, 0)
    memory.seldom_collected()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, however it came, and end too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
