"""The pieces that pages are made of: frozen values of strings, integers, booleans and pieces.

Texts of papers stand here in their source form; `theme` turns them into HTML. Paths are
counted from the root of the site, as URLs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A named way to a page of the site, or to an address outside of it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A link and how many papers it stands for; `weight` is 1 to 4, the most papers 4."""

    name: str
    url: str
    count: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a common heading, which may be empty: a letter, a year."""

    heading: str
    links: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A paper in a list; `gist` is plain and `title` a source text."""

    id: str
    title: str
    url: str
    people: str
    venue: str
    year: str
    gist: str
    topics: tuple[Link, ...]
    code: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source text that gave topics, by their slugs."""

    start: int
    end: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicTag:
    """A topic on a paper's page, with the phrases that gave it."""

    slug: str
    name: str
    url: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A related paper and the words that tie it."""

    card: Card
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The way to the papers before and after in a topic."""

    topic: Link
    previous: Card | None
    following: Card | None


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One `<meta>` of a paper as reference managers read it."""

    name: str
    content: str
