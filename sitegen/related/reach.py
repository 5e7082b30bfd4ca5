"""Which papers may be compared with others than before, as vectors have changed."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sitegen.related import nearest, vectors
from sitegen.related.vectors import Vector

# Sums of the same numbers in another order differ by less.
_ROUNDING = 1e-9

Before = Sequence[tuple[int | None, Vector]]
"""The vectors of papers in their former order, with their new place if they have one."""


def reached(
    before: Before, after: Sequence[Vector], other: AbstractSet[int], least: Mapping[int, float]
) -> set[int]:
    """Return the places of papers that may be compared with others, or with others' new vectors.

    A paper is compared with those that share most by its heaviest terms. Where none that has
    changed shares as much as the last of them, before or after, they are the same and unchanged.

    Args:
        before: Of each paper.
        after: Of each paper.
        other: The places of new papers and of those whose vectors differ; not looked at.
        least: What it took before to be compared with a paper, by the places of the others.
    """
    gone = [vector for at, vector in before if at is None]
    former = {at: vector for at, vector in before if at in other}
    turned = [*gone, *former.values(), *map(after.__getitem__, other)]
    terms = {term for vector in turned for term in vector.terms[: vectors.INDEXED]}
    moved = _moved(before, after, terms) - other
    by_term = _by_term([*turned, *map(after.__getitem__, moved)])
    return {
        at
        for at, enough in least.items()
        if at not in other and _most(after[at], by_term) >= enough * (1 - _ROUNDING)
    }


def _moved(before: Before, after: Sequence[Vector], terms: AbstractSet[int]) -> set[int]:
    """Return the places of papers that one of the terms finds no more, or newly, or otherwise."""
    was = vectors.postings((vector for _, vector in before), terms)
    now = vectors.postings(after, terms)
    found: set[int] = set()
    for term in terms:
        former = {before[place][0]: weight for place, weight in was.get(term, {}).items()}
        current = now.get(term, {})
        found.update(
            at
            for at in former.keys() | current.keys()
            if at is not None and former.get(at) != current.get(at)
        )
    return found


def _by_term(found: Iterable[Vector]) -> dict[int, list[tuple[int, float]]]:
    """Return the numbers of vectors that each term may find, with its weight."""
    by_term: dict[int, list[tuple[int, float]]] = {}
    for number, vector in enumerate(found):
        for term, weight in zip(vector.terms[: vectors.INDEXED], vector.weights, strict=False):
            by_term.setdefault(term, []).append((number, weight))
    return by_term


def _most(vector: Vector, by_term: Mapping[int, Sequence[tuple[int, float]]]) -> float:
    """Return the most that one of the vectors can share with another by its heaviest terms."""
    probes = vector.terms[: nearest.PROBES]
    if by_term.keys().isdisjoint(probes):
        return -1.0
    shared: dict[int, float] = {}
    for term, weight in zip(probes, vector.weights, strict=False):
        for number, its_weight in by_term.get(term, ()):
            shared[number] = shared.get(number, 0.0) + weight * its_weight
    return max(shared.values())
