"""What a search looks through, and what its results show: frozen values made from papers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import prose, text
from sitegen.model import Paper, Tag, Topic


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
        people: The first authors on one line; empty where none is known.
        topics: Slugs, best first; names stand once, in a table beside the cards.
        abstract: Plain form; the browser cuts the passage that holds the words.
    """

    id: str
    slug: str
    title: str
    people: str
    venue: str
    year: str
    code: bool
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
        venue, year = paper.venue or "", paper.year or ""
        yield Entry(
            Document(title, ", ".join(paper.authors), venue, names, abstract),
            Card(
                id=paper.id,
                slug=paper.slug,
                title=title,
                people=text.byline(paper.authors),
                venue=venue,
                year=year,
                code=bool(paper.links.code),
                topics=slugs,
                abstract=abstract,
            ),
        )
