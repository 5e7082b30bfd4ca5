"""What a search looks through, and what its results show: frozen values made from papers."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.model import Links, Paper

FIELDS = ("title", "authors", "venue", "topics", "abstract")
"""The searched fields, in the order of lunr's."""

_OTHER = re.compile("[^a-z0-9]+")


class Document(Parcel, frozen=True):
    """The searched fields of one paper, in plain form."""

    title: str
    authors: str
    venue: str
    topics: str
    abstract: str


class Card(Parcel, frozen=True):
    """What one result shows of its paper.

    Attributes:
        people: The first authors on one line; empty where none is known.
        topics: Names and slugs, best first.
        abstract: Plain form; the browser cuts the passage that holds the words.
    """

    id: str
    slug: str
    title: str
    people: str
    venue: str
    year: str
    code: bool
    topics: tuple[tuple[str, str], ...]
    abstract: str

    def packed(self) -> list[object]:
        """Return the card as a list without what is empty at its end.

        Slugs that the browser can make itself are left out.
        """
        topics = [_told(*topic) for topic in self.topics]
        slug = "" if self.slug == plain_slug(self.title) else self.slug
        year = int(self.year) if self.year.isdecimal() else self.year
        told: list[object] = [
            self.id, self.title, self.abstract, self.people, year, self.venue, topics, slug,
            int(self.code),
        ]  # fmt: skip
        while not told[-1]:
            told.pop()
        return told


class Entry(Parcel, frozen=True):
    """One paper as its card, with what else the search asks of it.

    Attributes:
        authors: Their names, for the facet.
        links: Where the paper lives, and so what it is known by elsewhere.
    """

    card: Card
    authors: tuple[str, ...]
    links: Links

    @property
    def document(self) -> Document:
        """The fields that are searched."""
        card = self.card
        topics = ", ".join([name for name, _ in card.topics])
        return Document(card.title, ", ".join(self.authors), card.venue, topics, card.abstract)


def _told(name: str, slug: str) -> str | list[str]:
    """Return a topic as cards have it: with what its slug can't be made from, if anything."""
    plain = plain_slug(name)
    if slug == plain:
        return name
    # A name in the plural, whose slug is the singular.
    return [name] if f"{slug}s" == plain else [name, slug]


@lru_cache(maxsize=1 << 15)
def plain_slug(name: str) -> str:
    """Return the slug of most names, as ``static/js/search/cards.js`` makes it."""
    return _OTHER.sub("-", name.lower()).strip("-") if name.isascii() else ""


Changed = Mapping[int, tuple[Entry | None, Entry | None]]
"""The entries that are other ones than before, by their numbers; None where there is none."""


def entry(paper: Paper, topics: Iterable[tuple[str, str]]) -> Entry:
    """Return the entry of a paper; its topics come with names and slugs, best first."""
    card = Card(
        id=paper.id,
        slug=paper.slug,
        title=paper.title,
        people=text.byline(paper.authors),
        venue=paper.venue or "",
        year=paper.year or "",
        code=bool(paper.links.code),
        topics=tuple(topics),
        abstract=paper.abstract,
    )
    return Entry(card, paper.authors, paper.links)
