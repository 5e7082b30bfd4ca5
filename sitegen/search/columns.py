"""What results are counted and narrowed by: year, venue, topics and authors of all papers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sitegen.search.documents import Changed, Entry
from sitegen.search.numbers import joined

COLUMNS = ("year", "venue", "topic", "author")

_MANY = 1 << 15
"""A topic is offered if it has one paper, and another for each so many of the library."""

_FEWEST_BY_AUTHOR = 2
_MOST_AUTHORS = 25
"""Of all papers one author in so many is offered: who has most papers."""


def columns(
    entries: Mapping[int, Entry], changed: Changed, last: Mapping[str, object]
) -> Mapping[str, object]:
    """Return for each column its values, most papers first, and what each paper has of them.

    Args:
        entries: By their numbers, ascending.
        changed: Those that are other ones than when the `last` were made.
        last: What was made then, which is returned where it stays as it is.

    Returns:
        ``papers``: how far each paper's number is from the one before. For each column the
        values; how many each paper has; and their places among the values, each as how far it
        is from the one before.
    """
    moved = not last or any(old is None or new is None for old, new in changed.values())
    others = [name for name in COLUMNS if moved or any(_differ(name, changed))]
    found = {
        name: _column(name, [_values(name, each) for each in entries.values()]) for name in others
    }
    if moved:
        return {"papers": joined(_gaps(entries)), **found}
    return {**last, **found} if found else last


def _differ(name: str, changed: Changed) -> Iterator[bool]:
    """Yield whether each of the papers has other values in a column; none came or went."""
    for old, new in changed.values():
        yield bool(old and new and _values(name, old) != _values(name, new))


def _values(name: str, entry: Entry) -> tuple[str, ...]:
    """Return what a paper has in a column."""
    card = entry.card
    if name == "topic":
        return tuple([topic for topic, _ in card.topics])
    if name == "author":
        return entry.authors
    value = card.year if name == "year" else card.venue
    return (value,) if value else ()


def _offered(name: str, values: Sequence[Sequence[str]]) -> list[str]:
    """Return the values that can be chosen, most papers first."""
    counts = Counter(value for each in values for value in dict.fromkeys(each))
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    if name == "author":
        ordered = [value for value in ordered if counts[value] >= _FEWEST_BY_AUTHOR]
        return ordered[: max(200, len(values) // _MOST_AUTHORS)]
    if name == "topic":
        return [value for value in ordered if counts[value] > len(values) // _MANY]
    return ordered


def _column(name: str, values: Sequence[tuple[str, ...]]) -> list[object]:
    """Return a column: its values, and each paper's."""
    offered = _offered(name, values)
    place = {value: at for at, value in enumerate(offered)}
    rows = [sorted({place[value] for value in each if value in place}) for each in values]
    gaps = chain.from_iterable(map(_gaps, rows))
    # Two lists of one kind each are smaller, compressed, than one of both.
    return [offered, joined(map(len, rows)), joined(gaps)]


def _gaps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number is from the one before."""
    found = []
    before = -1
    for number in numbers:
        found.append(number - before - 1)
        before = number
    return found
