"""What results are counted and narrowed by: year, venue, topics and authors of all papers."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.search.documents import Entry
from sitegen.search.numbers import joined

COLUMNS = ("year", "venue", "topic", "author")

_LEAST = 2
_MOST_AUTHORS = 25
"""Of all papers one author in so many is offered: who has most papers."""


def columns(entries: Sequence[tuple[int, Entry]]) -> dict[str, object]:
    """Return for each column its values, most papers first, and what each paper has of them.

    Args:
        entries: With their numbers, ascending.

    Returns:
        ``papers``: how far each paper's number is from the one before. For each column the
        values, and for each paper how many it has, then their places among the values.
    """
    found: dict[str, object] = {"papers": joined(_gaps(number for number, _ in entries))}
    for name in COLUMNS:
        values = [_values(name, entry) for _, entry in entries]
        found[name] = _column(values, _offered(name, values))
    return found


def _values(name: str, entry: Entry) -> Sequence[str]:
    """Return what a paper has in a column."""
    card = entry.card
    if name == "topic":
        return [topic for topic, _ in card.topics]
    if name == "author":
        return entry.authors
    value = card.year if name == "year" else card.venue
    return [value] if value else []


def _offered(name: str, values: Sequence[Sequence[str]]) -> list[str]:
    """Return the values that can be chosen, most papers first."""
    counts = Counter(value for each in values for value in dict.fromkeys(each))
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    if name == "author":
        ordered = [value for value in ordered if counts[value] >= _LEAST]
        return ordered[: max(200, len(values) // _MOST_AUTHORS)]
    return ordered


def _column(values: Sequence[Sequence[str]], offered: Sequence[str]) -> list[object]:
    """Return a column: its values, and each paper's."""
    place = {value: at for at, value in enumerate(offered)}
    rows: list[int] = []
    for each in values:
        places = sorted({place[value] for value in each if value in place})
        rows += [len(places), *places]
    return [offered, joined(rows)]


def _gaps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number is from the one before."""
    found = []
    before = -1
    for number in numbers:
        found.append(number - before - 1)
        before = number
    return found
