"""By which identifiers papers are asked for: arXiv ids and DOIs, in the form that queries have."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Links
from sitegen.search import fronts
from sitegen.search.documents import Changed, Entry
from sitegen.search.shards import Row, Shard, cut, in_order

_VERSION = re.compile(r"v\d+$")
_ARXIV_DOI = "10.48550/arxiv."
_BETWEEN = "\n"
"""Between the ids of papers; an id stands on one line."""


def identifiers(links: Links) -> Iterator[str]:
    """Yield what a paper is known by elsewhere, as ``static/js/search/identifiers.js`` reads it.

    An arXiv id has no version, and the DOI that arXiv gives leads to its id.
    """
    if links.arxiv:
        yield _VERSION.sub("", links.arxiv.lower())
    if links.doi:
        doi = links.doi.lower().rstrip(".,;")
        of_arxiv = doi.startswith(_ARXIV_DOI)
        yield _VERSION.sub("", doi.removeprefix(_ARXIV_DOI)) if of_arxiv else doi


def shards(entries: Iterable[tuple[int, Entry]]) -> list[Shard]:
    """Return who is known by which identifier: the number and the id of each paper.

    Args:
        entries: With their numbers, ascending.
    """
    known: dict[str, dict[int, str]] = {}
    for number, entry in entries:
        for each in identifiers(entry.links):
            known.setdefault(each, {})[number] = entry.card.id
    rows = (
        (each, ",".join(map(str, known[each])), _BETWEEN.join(known[each].values()))
        for each in in_order(known)
    )
    return list(cut(rows, _value))


def same(changed: Changed) -> bool:
    """Tell whether papers are known by what they were known by, under the same numbers."""
    return all(
        old and new and (old.links, old.card.id) == (new.links, new.card.id)
        for old, new in changed.values()
    )


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: identifiers, numbers of papers, and their ids."""
    names, numbers, ids = zip(*rows, strict=True)
    return [" ".join(fronts.coded(names)), " ".join(numbers), ids]
