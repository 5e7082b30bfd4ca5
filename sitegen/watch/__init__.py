"""What changes among the files that a site is made from, burst by burst."""

import contextlib
import logging
import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from sitegen.watch.places import Watched, state, watched

__all__ = ["SETTLED", "Changes", "Watched", "observed", "watched"]

SETTLED = 0.005
"""A burst is over when nothing has happened for so many seconds; a site whose input changes while
it is built is not published, so that no more is lost by a short rest than the time."""

_WRITING = 1.0
"""A file that was written to and not closed is waited for so long after the last change."""

_LONGEST = 1.0
_LONGEST_WRITING = 10.0
"""A burst ends after so many seconds; later, where a file is written to and not closed."""

_AWAKE = 0.5
_LOOK, _SHARE = 1.0, 20
"""After so many seconds without a change all is looked at: links, and folders that took the place
of others, tell of nothing. Later, where looking takes long: by so many times as it takes."""

# What reading causes is no change; a folder "changes" with each of its files.
_CHANGES = (
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
)

# It complains of what ends while it is at work, and prints that where nobody listens.
logging.getLogger("watchdog").addHandler(logging.NullHandler())


@contextlib.contextmanager
def observed(look: Callable[[], Watched]) -> Iterator["Changes"]:
    """Provide the changes from now on; where the system has no more watches, by looking alone.

    Args:
        look: Returns what is to be watched by now.
    """
    changes = Changes(look, closes=sys.platform == "linux")
    observer = _started(changes)
    try:
        yield changes
    finally:
        if observer is not None:
            observer.stop()
            observer.join()


def _started(changes: "Changes") -> BaseObserver | None:
    """Return an observer at work, or None where the system refuses."""
    what = changes.what
    with contextlib.suppress(OSError), contextlib.ExitStack() as undone:
        observer = Observer()
        undone.callback(observer.stop)  # it holds threads and files before it is started
        for place in sorted(what.places):
            below = place in what.folders | what.whole
            # A build opens hundreds of these files: the system is not asked to tell of that.
            observer.schedule(changes, str(place), recursive=below, event_filter=[*_CHANGES])
        observer.start()
        undone.pop_all()
        return observer
    return None


class Changes(FileSystemEventHandler):
    """The changes of watched files as they come in.

    Args:
        look: Returns what is to be watched by now.
        closes: Whether the system tells when a file that was written to is closed.

    Attributes:
        what: What is watched.
    """

    def __init__(self, look: Callable[[], Watched], *, closes: bool = False) -> None:
        self.what = look()
        self._look = look
        self._seen = state(self.what)
        self._lost = False
        self._closes = closes
        self._open: set[Path] = set()
        self._queue: SimpleQueue[Path] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the paths of an event that is a change."""
        if isinstance(event, _CHANGES):
            paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
            # A folder of the same name may be the same to the system, and is observed no more.
            if isinstance(event, DirDeletedEvent) and not self.what.places.isdisjoint(paths):
                self._lost = True
            for path in filter(self.what.counts, paths):
                if isinstance(event, FileModifiedEvent):
                    self._open.add(path)
                else:
                    self._open.discard(path)
                self._queue.put(path)

    def hold(self) -> bool:
        """Tell whether these are all changes that are to be told, or it must be begun anew."""
        return not self._lost and self._look() == self.what

    def waiting(self) -> bool:
        """Tell whether there is a change that no burst has told of."""
        return not self._queue.empty()

    def burst(self, patience: float = math.inf) -> frozenset[Path]:
        """Wait for a change and until it settles; return the paths that changed meanwhile.

        There are none where nothing has changed for so many seconds as there is `patience`.
        """
        found = self._next(patience)
        return found | self.settled() if found else found

    def settled(self) -> frozenset[Path]:
        """Wait until changes settle; return the paths that changed meanwhile, if any.

        What is there now is known from now on.
        """
        found: set[Path] = set()
        start = time.monotonic()
        while (patience := self._patience(time.monotonic() - start)) > 0:
            try:
                found.add(self._queue.get(timeout=patience))
            except Empty:
                break
            while not self._queue.empty():
                found.add(self._queue.get())
        self._open.clear()
        self._seen = state(self._look())
        return frozenset(found)

    def _patience(self, waited: float) -> float:
        """Return how many seconds to wait for one more change, after so many for others."""
        if self._closes and self._open:
            return min(_WRITING, _LONGEST_WRITING - waited)
        return min(SETTLED, _LONGEST - waited)

    def _next(self, patience: float) -> frozenset[Path]:
        """Wait for a change, awake now and then so that signals are heard."""
        start = time.monotonic()
        due = start + _LOOK
        while time.monotonic() - start < patience:
            with contextlib.suppress(Empty):
                return frozenset([self._queue.get(timeout=_AWAKE)])
            begun = time.monotonic()
            if begun >= due:
                if found := self._missed():
                    return found
                ended = time.monotonic()
                due = ended + max(_LOOK, _SHARE * (ended - begun))
        return frozenset()

    def _missed(self) -> frozenset[Path]:
        """Return what is not as it was, if anything, once it rests: nobody told of it."""
        found: frozenset[Path] = frozenset()
        last, start = self._seen, time.monotonic()
        while last != (now := state(self._look())) and time.monotonic() - start < _LONGEST_WRITING:
            found |= {Path(path) for path, _ in now ^ last}
            last = now
            with contextlib.suppress(Empty):
                return found | {self._queue.get(timeout=_WRITING)}
        return found
