"""The neighbours of a library: from nothing, or from what was kept as far as possible."""

from collections.abc import Sequence

from sitegen.cache import Lines
from sitegen.model import Neighbour
from sitegen.related import afresh, changes, keeping, vectors
from sitegen.related.terms import Given

_MANY = 8
"""Where more than one paper in so many is new, to find all afresh takes no longer."""


def neighbours(given: Sequence[Given], lines: Lines | None) -> Sequence[tuple[Neighbour, ...]]:
    """Return the neighbours of papers, which are sorted by id; keep what was found."""
    if lines is None:
        return afresh.found(given).near
    before = keeping.read(lines)
    keys = [keeping.key(each) for each in given]
    if before is None or not _few(before, keys):
        found = afresh.found(given)
        keeping.write(lines, keeping.first(keys, found))
        return found.near
    after = changes.updated(before, given, keys)
    if after is not before:
        keeping.write(lines, after)
    return after.neighbours()


def _few(before: keeping.State, keys: Sequence[str]) -> bool:
    """Tell whether so few papers have changed that it is less work not to begin anew."""
    sizes = len(before.keys), len(keys)
    new = len(set(keys).difference(before.keys))
    # All weights follow from the most that one can have.
    return vectors.most(sizes[0]) == vectors.most(sizes[1]) and _MANY * new <= sizes[1]
