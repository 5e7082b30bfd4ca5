"""What changes among the files that a site is made from, burst by burst."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
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
from watchdog.observers.polling import PollingObserver

SETTLED = 0.02
"""A burst is over when nothing has happened for so many seconds."""

_WRITING = 1.0
"""A file that was written to and not closed is waited for so long after the last change."""

_LONGEST = 1.0
_LONGEST_WRITING = 10.0
"""A burst ends after so many seconds; later, where a file is written to and not closed."""

_AWAKE = 0.5
_POLLING = 0.5

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


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched.

    Attributes:
        folders: Everything below them counts, but for what is hidden.
        whole: Everything below them counts.
        files: Single files, there or not yet.
        ignored: Folders that do not count, wherever they are.
    """

    folders: frozenset[Path]
    whole: frozenset[Path]
    files: frozenset[Path]
    ignored: frozenset[Path]

    def counts(self, path: Path) -> bool:
        """Tell whether a change of `path`, which is absolute, is one of the input."""
        if path in self.files:
            return True
        if any(path.is_relative_to(folder) for folder in self.ignored):
            return False
        return any(path.is_relative_to(folder) for folder in self.whole) or any(
            not any(part.startswith(".") for part in path.relative_to(folder).parts)
            for folder in self.folders
            if path.is_relative_to(folder)
        )


def watched(
    folders: Iterable[Path],
    files: Iterable[Path],
    ignored: Iterable[Path],
    whole: Iterable[Path] = (),
) -> Watched:
    """Return what to watch, as of `Watched`; a folder that is none is taken for a file.

    Of what is not there, the first folder above it that is missing is waited for; of a link,
    what it leads to counts as well.
    """
    beside, inside, named = map(_absolute, (folders, whole, files))
    single = {_awaited(path) for path in (*beside, *inside, *named)}
    real, wholly = _folders(beside), _folders(inside)
    alone = (single | {_real(path) for path in single}) - real - wholly
    return Watched(real, wholly, frozenset(alone), frozenset(map(_real, ignored)))


def _folders(places: Iterable[Path]) -> frozenset[Path]:
    """Return where those that are folders lead."""
    return frozenset(_real(place) for place in places if _is_folder(place))


def _absolute(paths: Iterable[Path]) -> set[Path]:
    """Return paths from the root on; links stay."""
    return {Path(os.path.abspath(path)) for path in paths}  # noqa: PTH100 - as above


def _awaited(path: Path) -> Path:
    """Return a path, or what is missing of the way to it, in a folder that is there."""
    while path != path.parent and not _is_folder(path.parent):
        path = path.parent
    return _real(path.parent) / path.name


def _is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; a name may be too long to ask."""
    return os.path.isdir(path)  # noqa: PTH112 - as Path asks, what can't be told is raised


def _real(path: Path) -> Path:
    """Return where a path leads, as far as that can be told; links may lead in a circle."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


@contextlib.contextmanager
def observed(what: Watched) -> Iterator["Changes"]:
    """Provide the changes from now on; where the system has no more watches, by polling."""
    changes = Changes(what, closes=sys.platform == "linux")
    observer = _started(Observer, what, changes)
    if observer is None:
        changes = Changes(what)
        observer = _started(partial(PollingObserver, timeout=_POLLING), what, changes)
    try:
        yield changes
    finally:
        if observer is not None:
            observer.stop()
            observer.join()


def _started(
    kind: Callable[[], BaseObserver], what: Watched, changes: "Changes"
) -> BaseObserver | None:
    """Return an observer at work, or None where the system refuses."""
    places = {(folder, True) for folder in what.folders | what.whole}
    places |= {(path.parent, False) for path in what.files if path.parent.is_dir()}
    with contextlib.suppress(OSError), contextlib.ExitStack() as undone:
        observer = kind()
        undone.callback(observer.stop)  # it holds threads and files before it is started
        for place, below in sorted(places):
            if below or (place, True) not in places:
                observer.schedule(changes, str(place), recursive=below)
        observer.start()
        undone.pop_all()
        return observer
    return None


class Changes(FileSystemEventHandler):
    """The changes of watched files as they come in.

    Args:
        what: What is watched.
        closes: Whether the system tells when a file that was written to is closed.
    """

    def __init__(self, what: Watched, *, closes: bool = False) -> None:
        self._what = what
        self._closes = closes
        self._open: set[Path] = set()
        self._queue: SimpleQueue[Path] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the paths of an event that is a change."""
        if isinstance(event, _CHANGES):
            paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
            for path in filter(self._what.counts, paths):
                if isinstance(event, FileModifiedEvent):
                    self._open.add(path)
                else:
                    self._open.discard(path)
                self._queue.put(path)

    def waiting(self) -> bool:
        """Tell whether there is a change that no burst has told of."""
        return not self._queue.empty()

    def burst(self) -> frozenset[Path]:
        """Wait for a change and until it settles; return the paths that changed meanwhile."""
        return frozenset([self._next()]) | self.settled()

    def settled(self) -> frozenset[Path]:
        """Wait until changes settle; return the paths that changed meanwhile, if any."""
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
        return frozenset(found)

    def _patience(self, waited: float) -> float:
        """Return how many seconds to wait for one more change, after so many for others."""
        if self._closes and self._open:
            return min(_WRITING, _LONGEST_WRITING - waited)
        return min(SETTLED, _LONGEST - waited)

    def _next(self) -> Path:
        """Wait for a change, awake now and then so that signals are heard."""
        while True:
            with contextlib.suppress(Empty):
                return self._queue.get(timeout=_AWAKE)
