"""The shapes that templates see, one for each kind of page; `pieces` has what they hold."""

from dataclasses import dataclass

from sitegen.views.pieces import (
    Card,
    Counted,
    Group,
    Link,
    Metadatum,
    Passage,
    RelatedPaper,
    Step,
    TopicTag,
)


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around its content.

    Attributes:
        site_title: The library's name.
        site_id: Tells this library's stored preferences from another's.
        path: The page's own path.
        section: Which entry of the navigation is current, or an empty string.
        title: The page's own name.
        description: One plain sentence for search engines, or an empty string.
        canonical: The page's absolute address, or None.
        root: The relative way to the root of the site.
        topics, search: Whether the site has them.
    """

    site_title: str
    site_id: str
    language: str
    path: str
    section: str
    title: str
    description: str
    canonical: str | None
    root: str
    topics: bool
    search: bool


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper."""

    shell: Shell
    id: str
    title: str
    title_passages: tuple[Passage, ...]
    people: tuple[str, ...]
    venue: str
    published: str
    abstract: str
    abstract_passages: tuple[Passage, ...]
    topics: tuple[TopicTag, ...]
    keyphrases: tuple[str, ...]
    related: tuple[RelatedPaper, ...]
    links: tuple[Link, ...]
    bibtex: str
    sources: tuple[str, ...]
    variants: tuple[Card, ...]
    step: Step | None
    metadata: tuple[Metadatum, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One topic; `cards` are all its papers, or the first of them where `parts` has the rest."""

    shell: Shell
    slug: str
    name: str
    parent: Link | None
    count: int
    near: tuple[Counted, ...]
    cards: tuple[Card, ...]
    parts: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What stands where a topic's page was before its owner renamed or merged it."""

    shell: Shell
    topic: Link


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The index of topics, by their first letter."""

    shell: Shell
    groups: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PapersPage:
    """All papers, or the way to the parts of the list."""

    shell: Shell
    cards: tuple[Card, ...]
    parts: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PartPage:
    """One part of a long list; `whole` leads back to the list."""

    shell: Shell
    whole: Link
    label: str
    cards: tuple[Card, ...]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The way in."""

    shell: Shell
    about: str
    papers: int
    topics: tuple[Counted, ...]
    topic_count: int
    newest: tuple[Card, ...]
    central: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Search; `topics` are what to try first."""

    shell: Shell
    topics: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What a missing address shows; served at any depth, so its links are absolute or absent."""

    site_title: str
    language: str
    home: str | None


Page = (
    PaperPage
    | TopicPage
    | MovedPage
    | TopicsPage
    | PapersPage
    | PartPage
    | HomePage
    | SearchPage
    | NotFoundPage
)
