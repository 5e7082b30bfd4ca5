"""The neighbours of a library: from nothing, or from what was kept as far as possible."""

from collections.abc import Callable, Sequence
from functools import partial

from sitegen.cache import Lines
from sitegen.jobs import Mapper
from sitegen.model import Neighbour
from sitegen.related import afresh, changes, keeping, reading, vectors
from sitegen.related.reading import Read
from sitegen.related.terms import Given

_MANY = 8
"""Where more than one paper in so many is new, to find all afresh takes no longer."""


Near = Sequence[tuple[Neighbour, ...]]
"""The neighbours of papers, for each in their order."""


def begun(given: Sequence[Given], lines: Lines | None, mapper: Mapper) -> Callable[[], Near]:
    """Return what finds the neighbours of papers, which are sorted by id, and keeps them.

    Args:
        given: The papers.
        lines: Where what was found is kept. Where that is nothing, all are read at once.
        mapper: What reads the papers where there are many to read; nothing else needs it.
    """
    if lines is None or not lines.there:
        return partial(_afresh, given, reading.read(given, mapper), lines)
    return partial(_updated, given, lines, mapper)


def _afresh(given: Sequence[Given], read: Read, lines: Lines | None) -> Near:
    """Return the neighbours of papers that were read, and keep them."""
    found = afresh.found([each.paper for each in given], read)
    if lines is not None:
        keeping.write(lines, keeping.first([keeping.key(each) for each in given], found))
    return found.near


def _updated(given: Sequence[Given], lines: Lines, mapper: Mapper) -> Near:
    """Return the neighbours of papers, most of which are known, and keep what changed."""
    before = keeping.read(lines)
    keys = [keeping.key(each) for each in given]
    if before is None or not _few(before, keys):
        return _afresh(given, reading.read(given, mapper), lines)
    after = changes.updated(before, given, keys)
    if after is not before:
        keeping.write(lines, after)
    return after.neighbours()


def _few(before: keeping.State, keys: Sequence[bytes]) -> bool:
    """Tell whether so few papers have changed that it is less work not to begin anew."""
    sizes = len(before.keys), len(keys)
    new = len(set(keys).difference(before.keys))
    # All weights follow from the most that one can have.
    return vectors.most(sizes[0]) == vectors.most(sizes[1]) and _MANY * new <= sizes[1]
