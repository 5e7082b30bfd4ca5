"""Builds that follow builds, and ask for related papers as another process is asked."""

import pickle
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from relatives import Library
from sitegen import related
from sitegen.cache import Lines, again, memory
from sitegen.jobs import Jobs
from sitegen.jobs.lists import LostError
from sitegen.model import Paper
from sitegen.related import Near, conversation
from sitegen.related.conversation import Question

B = TypeVar("B")


class Beside(Jobs):
    """Asks as another process is asked: what is told is packed, and unpacked.

    Args:
        keeps: Whether that process stays, and is made ready.

    Attributes:
        asked: What was asked.
        sizes: How long each question was, and each answer that there was.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        super().__init__(1)
        self._keeps = keeps
        self._is_there = False
        self.asked: list[Question] = []
        self.sizes: list[tuple[int, int]] = []

    def stays(self, _: int) -> bool:  # noqa: D102 - as of any jobs
        return self._keeps

    def ready(  # noqa: D102 - as of any jobs
        self, name: str, size: int, function: Callable[..., object], *given: object
    ) -> None:
        question, *more = given
        assert isinstance(question, Question)
        assert (name, size) == ("related", len(question.papers.keys))
        if not self._is_there:
            function(sent(question)[0], *more)
        self._is_there = True

    def beside(  # noqa: D102 - as of any jobs
        self, name: str, size: int, function: Callable[..., B], *given: object
    ) -> Callable[[], B]:
        question, *more = given
        assert isinstance(question, Question)
        assert (name, size) == ("related", len(question.papers.keys))
        self._is_there = True
        heard, asked = sent(question)
        self.asked.append(question)
        try:
            told, answered = sent(function(heard, *more))
        except LostError as lost:
            return partial(_raised, lost)
        self.sizes.append((asked, answered))
        return lambda: told


def _raised(fault: LostError) -> NoReturn:
    """Raise what another process raised, when it is waited for."""
    raise fault


def sent(value: B) -> tuple[B, int]:
    """Return a value as it comes to another process, and how long it is on its way."""
    packed = pickle.dumps(value)
    return pickle.loads(packed), len(packed)  # noqa: S301 - our own


def forget() -> None:
    """Let this process know nothing."""
    again.forget()
    memory.forget()
    conversation.answering.cache_clear()


def begun(
    library: Library, path: Path, jobs: Jobs, plain: Sequence[Paper] = ()
) -> Callable[[], tuple[Near, object]]:
    """Begin one of many builds, and return what waits for the neighbours."""
    again.turn(holds=True)
    papers = [*library.papers.values()]
    lines = Lines(path, "1", holds=True)
    return related.begun(papers, library.keyphrases, lines, plain, jobs)


def found(library: Library, path: Path, jobs: Jobs) -> Near:
    """Return the neighbours as one of many builds does."""
    return begun(library, path, jobs)()[0]
