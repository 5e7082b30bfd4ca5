"""What a search looks through, and what its results show: frozen values made from papers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import prose
from sitegen.model import Paper, Tag, Topic

FIRST_AUTHORS = 3
"""A result names so many people; the rest become "and others"."""


@dataclass(frozen=True, slots=True)
class Document:
    """The searched fields of one paper, in plain form."""

    title: str
    authors: str
    venue: str
    topics: str
    abstract: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one result shows of its paper.

    Attributes:
        people: Authors, venue and year in one line; empty where nothing is known.
        topics: Slugs, best first; names stand once, in a table beside the cards.
        abstract: Plain form; the browser cuts the passage that holds the words.
    """

    id: str
    slug: str
    title: str
    people: str
    year: str | None
    topics: tuple[str, ...]
    abstract: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper as document and card, so that its plain forms are made once."""

    document: Document
    card: Card


def entries(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[Tag]],
    topics: Mapping[str, Topic],
) -> Iterator[Entry]:
    """Yield an entry for each paper, in order; a tag whose topic is unknown is left out."""
    for paper in papers:
        slugs = tuple(tag.topic for tag in tags.get(paper.id, ()) if tag.topic in topics)
        names = ", ".join(topics[slug].name for slug in slugs)
        title, abstract = prose.plain(paper.title), prose.plain(paper.abstract)
        yield Entry(
            Document(title, ", ".join(paper.authors), paper.venue or "", names, abstract),
            Card(paper.id, paper.slug, title, _people(paper), paper.year, slugs, abstract),
        )


def _people(paper: Paper) -> str:
    """Return who wrote `paper`, where and when it appeared, as far as known."""
    named = ", ".join(paper.authors[:FIRST_AUTHORS])
    if len(paper.authors) > FIRST_AUTHORS:
        named += " and others"
    return " · ".join(piece for piece in (named, paper.venue, paper.year) if piece)
