"""The neighbours of a library: from nothing, or from what was kept as far as possible."""

from collections.abc import Callable, Sequence
from functools import partial

from sitegen.cache import Lines
from sitegen.errors import Problem
from sitegen.jobs import HERE, Jobs
from sitegen.model import Neighbour, Paper
from sitegen.related import afresh, changes, keeping, reading, vectors
from sitegen.related.reading import Read
from sitegen.related.terms import Given

_MANY = 8
"""Where more than one paper in so many is new, to find all afresh takes no longer."""


Near = Sequence[tuple[Neighbour, ...]]
"""The neighbours of papers, for each in their order."""


def begun(
    given: Sequence[Given], lines: Lines | None, jobs: Jobs
) -> Callable[[], tuple[Near, list[Problem]]]:
    """Return what waits for the neighbours of papers, sorted by id, and for what was odd.

    Where nothing is kept, all papers are read at once; else what changed is worked on beside.

    Args:
        given: The papers.
        lines: Where what was found is kept.
        jobs: What reads the papers, or works beside.
    """
    if lines is None or not lines.there:
        return partial(_first, given, reading.read(given, jobs), lines, jobs)
    updated = jobs.beside("related", len(given), _updated, [*map(_bare, given)], lines)
    return lambda: _decoded(*updated())


def _bare(given: Given) -> Given:
    """Return what a process must know of a paper: most have not changed, and are not read."""
    paper = given.paper
    bare = Paper(paper.id, "", paper.title, paper.abstract, variants=paper.variants)
    return Given(bare, given.keyphrases)


def _first(
    given: Sequence[Given], read: Read, lines: Lines | None, jobs: Jobs
) -> tuple[Near, list[Problem]]:
    """Return what `_afresh` does; a process that stays is made ready for what changes next."""
    found = _afresh(given, read, lines)
    if jobs.stays(len(given)) and lines is not None:
        lines.release()
        jobs.ready("related", len(given), _prepare, lines)
    return found


def _prepare(lines: Lines) -> None:
    """Import what `_updated` needs, and read what is kept."""
    keeping.prepare(lines)


def _afresh(given: Sequence[Given], read: Read, lines: Lines | None) -> tuple[Near, list[Problem]]:
    """Return the neighbours of papers that were read, and keep them; with what was odd."""
    found = afresh.found([each.paper for each in given], read)
    if lines is None:
        return found.near, []
    keeping.write(lines, keeping.first([keeping.key(each) for each in given], found))
    return found.near, lines.problems


def _updated(given: Sequence[Given], lines: Lines) -> tuple[Sequence[bytes], list[Problem]]:
    """Return the neighbours of papers as JSON, most of which are known, and keep what changed."""
    before = keeping.read(lines)
    keys = [keeping.key(each) for each in given]
    if before is None or not _few(before, keys):
        near, problems = _afresh(given, reading.read(given, HERE), lines)
        return [*map(keeping.told, near)], problems
    after = changes.updated(before, given, keys)
    if after is not before:
        keeping.write(lines, after)
    return after.near, lines.problems


def _decoded(near: Sequence[bytes], problems: list[Problem]) -> tuple[Near, list[Problem]]:
    """Return the neighbours that JSON tells of."""
    return [*map(keeping.neighbours, near)], problems


def _few(before: keeping.State, keys: Sequence[bytes]) -> bool:
    """Tell whether so few papers have changed that it is less work not to begin anew."""
    sizes = len(before.keys), len(keys)
    new = len(set(keys).difference(before.keys))
    # All weights follow from the most that one can have.
    return vectors.most(sizes[0]) == vectors.most(sizes[1]) and _MANY * new <= sizes[1]
