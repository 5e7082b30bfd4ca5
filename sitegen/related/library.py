"""The neighbours of a library: from nothing, or from what was kept as far as possible."""

from collections.abc import Callable, Sequence
from functools import partial

from sitegen.cache import Lines
from sitegen.errors import Problem
from sitegen.jobs import HERE, Jobs
from sitegen.model import Neighbour
from sitegen.related import afresh, changes, keeping, reading, vectors
from sitegen.related.conversation import Answer, Question, answering
from sitegen.related.reading import Read
from sitegen.related.terms import Given
from sitegen.related.told import Told
from sitegen.topics import statistics

_MANY = 8
"""Where more than one paper in so many is new, to find all afresh takes no longer."""


Near = Sequence[tuple[Neighbour, ...]]
"""The neighbours of papers, for each in their order."""


def begun(
    given: Sequence[Given], lines: Lines | None, jobs: Jobs
) -> Callable[[], tuple[Near, list[Problem]]]:
    """Return what waits for the neighbours of papers, sorted by id, and for what was odd.

    All papers are read at once.

    Args:
        given: The papers.
        lines: Where what is found is kept, so far nothing.
        jobs: What reads the papers.
    """
    return partial(_first, given, reading.read(given, jobs), lines)


def _first(given: Sequence[Given], read: Read, lines: Lines | None) -> tuple[Near, list[Problem]]:
    """Return the neighbours of papers that were read, and keep them; with what was odd."""
    found = afresh.found([each.paper for each in given], read)
    if lines is None:
        return found.near, []
    keeping.write(lines, keeping.first([keeping.key(each) for each in given], found))
    return found.near, lines.problems


def prepare(lines: Lines) -> None:
    """Read what `answer` needs."""
    keeping.prepare(lines)
    statistics.shipped()


def tell(question: Question, lines: Lines) -> None:
    """Prepare, and take what is kept for the answer to a question, if it is of its papers."""
    prepare(lines)
    kept = keeping.read(lines)
    papers, keys = answering().papers(question)
    if kept.state is not None and kept.state.keys == keys:
        near = dict(zip(papers, kept.state.near, strict=True))
        answering().answer(question, near, ())


def answer(question: Question, lines: Lines) -> Answer:
    """Return what answers a question, and keep what changed.

    Args:
        question: Of papers most of which are known.
        lines: Where what was found is kept.

    Raises:
        LostError: Where what is told follows from something that this process does not hold.
    """
    papers, keys = answering().papers(question)
    given = Told(papers, question.plain)
    kept = keeping.read(lines)
    if kept.state is None or not _few(kept.state, keys):
        every = given.every()
        found = afresh.found([each.paper for each in every], reading.read(every, HERE))
        after = keeping.first(keys, found)
        keeping.write(lines, after)
    elif (after := changes.updated(kept.state, given, keys)) is not kept.state:
        kept.found(lines, after)
    near = dict(zip(papers, after.near, strict=True))
    return answering().answer(question, near, lines.problems)


def _few(before: keeping.State, keys: Sequence[bytes]) -> bool:
    """Tell whether so few papers have changed that it is less work not to begin anew."""
    sizes = len(before.keys), len(keys)
    new = len(set(keys).difference(before.keys))
    # All weights follow from the most that one can have.
    return vectors.most(sizes[0]) == vectors.most(sizes[1]) and _MANY * new <= sizes[1]
