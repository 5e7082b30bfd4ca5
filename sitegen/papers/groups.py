"""The records of one paper → the paper."""

from collections.abc import Sequence

from sitegen.cache.again import remembered, same
from sitegen.model import Paper, Record, Source
from sitegen.papers.addresses import first_of, links
from sitegen.papers.people import name, people, said_once

Group = Sequence[Record]
"""The records of one paper, the one that says most first."""


def paper(group: Group, ident: str, slug: str, variants: tuple[str, ...]) -> Paper:
    """Return the paper of records that agree in title and abstract."""
    if len(group) == 1:  # as most are
        return _alone(group[0], ident, slug, variants)
    return _merged(tuple(group), ident, slug, variants)


@same
def _alone(record: Record, ident: str, slug: str, variants: tuple[str, ...]) -> Paper:
    """Return the paper of one record."""
    return _of((record,), ident, slug, variants)


@remembered
def _merged(group: tuple[Record, ...], ident: str, slug: str, variants: tuple[str, ...]) -> Paper:
    """Return the paper of some records."""
    return _of(group, ident, slug, variants)


def _of(group: tuple[Record, ...], ident: str, slug: str, variants: tuple[str, ...]) -> Paper:
    """Return the paper of records that agree in title and abstract."""
    first = group[0]
    return Paper(
        id=ident,
        slug=slug,
        title=first.title,
        abstract=first.abstract,
        authors=said_once(people(first_of([record.authors for record in group]) or ())),
        keywords=first_of([record.keywords for record in group]) or (),
        venue=name(first_of([record.venue for record in group]) or "") or None,
        published=first_of([record.published for record in group]),
        links=links(group),
        sources=tuple(sorted({record.source for record in group})),
        variants=variants,
    )


def fullest_first(record: Record) -> tuple[object, ...]:
    """Return the sort key of records of one paper."""
    told = (record.title, record.abstract, record.authors, record.keywords)
    rest = (record.venue, record.published, record.url, record.pdf, record.code, record.doi)
    said = (*rest, record.arxiv_id)
    empty = sum(not each for each in said)
    fullness = (-len(said_once(record.authors)), -len(record.published or ""), empty)
    return (*fullness, *told, *(each or "" for each in said))


def place(group: Group) -> Source:
    """Return the first place where a paper was read."""
    return min(record.source for record in group)
