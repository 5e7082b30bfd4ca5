"""Progress as it is shown: bars on a terminal, lines with times where more is asked for."""

import argparse
import contextlib
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

from sitegen.cli import speech
from sitegen.progress import Progress, Silence

if TYPE_CHECKING:
    from rich.progress import Progress as Shown
    from rich.progress import TaskID

T = TypeVar("T")


class Lines(Silence):
    """Prints each step as it begins, and at the end how long each took."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float]] = []

    def step(self, name: str) -> None:
        """Print the step."""
        self._begun.append((name, time.perf_counter()))
        speech.step(name)

    def times(self) -> list[str]:
        """Return a line for each step: how long it took."""
        ends = [*(start for _, start in self._begun), time.perf_counter()][1:]
        return [
            f"{end - start:8.2f} s  {name}"
            for (name, start), end in zip(self._begun, ends, strict=True)
        ]


class Bars(Silence, AbstractContextManager["Bars"]):
    """Shows a bar for each step on a terminal, and takes them away at the end."""

    def __init__(self) -> None:
        self._bars: Shown | None = None
        self._task: TaskID | None = None

    def __exit__(self, *_: object) -> None:
        if self._bars is not None:
            self._bars.stop()

    def step(self, name: str) -> None:
        """Show the bar of a step whose end is not known."""
        bars = self._shown()
        if self._task is not None:
            bars.update(self._task, total=1, completed=1)
        self._task = bars.add_task(name, total=None)

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield items and move the bar."""
        if self._task is not None:
            self._shown().update(self._task, total=total)
        for item in items:
            yield item
            if self._task is not None:
                self._shown().advance(self._task)

    def _shown(self) -> "Shown":
        """Return the bars, which are there from the first step on."""
        if self._bars is None:
            # Imported when something is shown: it takes long.
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

            columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        return self._bars


@contextlib.contextmanager
def shown(options: argparse.Namespace) -> Iterator[Progress]:
    """Provide what shows the progress of a command."""
    if options.verbose:
        yield Lines()
    elif options.quiet or not speech.on_terminal():
        yield Silence()
    else:
        with Bars() as bars:
            yield bars


def times(progress: Progress) -> list[str]:
    """Return how long each step took, where that was taken."""
    return progress.times() if isinstance(progress, Lines) else []
