"""A paper that is left out is judged by the counts of all others."""

from types import SimpleNamespace
from typing import Any

from measuring.leaving_out import LeftOut, less
from sitegen.topics.statistics import Counts


def statistics(**counts: Counts) -> Any:  # noqa: ANN401 - stands in for statistics
    """Return statistics of one-word phrases, the same for heads."""
    return SimpleNamespace(
        papers=7, counts=lambda key: counts.get(key, Counts()), head=lambda key: counts[key]
    )


def test_what_one_paper_gave_is_taken_off_and_nothing_else() -> None:
    full = Counts(9, 5, 3, 2, 4)
    left = LeftOut(statistics(a=full, b=full), {"a": [1, 1, 0, 1, 1, 1]}, {"b": [0, 0, 0, 1, 1]})
    assert left.counts("a") == Counts(8, 4, 3, 1, 3)
    assert left.counts("b") == full
    assert left.head("a") == full
    assert left.head("b") == Counts(9, 5, 3, 1, 3)
    assert left.papers == 7


def test_counts_do_not_fall_below_zero() -> None:
    assert less(Counts(0, 1, 0, 0, 0), [1, 1, 1, 1, 1]) == Counts()
