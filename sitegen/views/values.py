"""The shapes that templates see, one for each kind of page; `pieces` has what they hold."""

from sitegen.jobs.parcel import Parcel
from sitegen.views.pieces import (
    Card,
    Counted,
    Group,
    Letter,
    Link,
    MapNode,
    MapTie,
    Metadatum,
    Passage,
    Quotation,
    RelatedPaper,
    Step,
    TopicTag,
    Years,
)
from sitegen.views.shell import Shell


class PaperPage(Parcel, frozen=True):
    """One paper.

    Attributes:
        more_people: Those that are shown on demand where they are many.
        more_variants: How many papers of its title are not shown.
        relates: Whether the site has related papers at all.
    """

    shell: Shell
    id: str
    title: str
    title_passages: tuple[Passage, ...]
    people: tuple[str, ...]
    more_people: tuple[str, ...]
    venue: str
    published: str
    abstract: str
    abstract_passages: tuple[Passage, ...]
    topics: tuple[TopicTag, ...]
    keyphrases: tuple[str, ...]
    relates: bool
    related: tuple[RelatedPaper, ...]
    links: tuple[Link, ...]
    bibtex: str
    sources: tuple[str, ...]
    variants: tuple[Card, ...]
    more_variants: int
    step: Step | None
    metadata: tuple[Metadatum, ...]


class TopicPage(Parcel, frozen=True):
    """One topic.

    Attributes:
        broader: The topics around it, the broadest first.
        description: What the library's owner says of it, or nothing.
        introduction: A sentence that introduces it, where the owner says nothing.
        central, newest: The first papers to read; none where all fit in a glance.
        cards: All its papers, those that fit best first; none where `parts` has them.
    """

    shell: Shell
    url: str
    name: str
    count: int
    broader: tuple[Link, ...]
    description: str
    introduction: Quotation | None
    narrower: tuple[Counted, ...]
    near: tuple[Counted, ...]
    phrases: tuple[str, ...]
    years: Years | None
    central: tuple[Card, ...]
    newest: tuple[Card, ...]
    cards: tuple[Card, ...]
    parts: tuple[Group, ...]


class MovedPage(Parcel, frozen=True):
    """What stands where a topic's page was before its owner renamed or merged it."""

    shell: Shell
    topic: Link


class TopicsPage(Parcel, frozen=True):
    """The index of topics: each at its letter, narrower ones under their parents as well.

    Attributes:
        letters: The entries; of an index in parts those of the largest topics.
        count: How many topics there are.
        shown: How many of them `letters` have.
        parts: The way to each letter of an index in parts.
    """

    shell: Shell
    letters: tuple[Letter, ...]
    count: int
    shown: int
    parts: tuple[Counted, ...]


class TopicsPartPage(Parcel, frozen=True):
    """One part of the index of topics.

    Attributes:
        url: Its own address, as in `beside`.
        letter: Its letter's name, as in `parts`.
        count: How many topics begin with `label`.
        parts: The way to each letter, the first part of it.
        beside: The parts of the same letter; none where it is not parted.
    """

    shell: Shell
    url: str
    letter: str
    label: str
    letters: tuple[Letter, ...]
    count: int
    parts: tuple[Link, ...]
    beside: tuple[Link, ...]
    previous: Link | None
    following: Link | None


class MapPage(Parcel, frozen=True):
    """The map of topics.

    Attributes:
        topics: How many topics the library has; the map may show fewer.
        width, height: Of the drawing, in its own units.
        nodes: The topics on the map, those with most papers first.
    """

    shell: Shell
    topics: int
    width: int
    height: int
    nodes: tuple[MapNode, ...]
    ties: tuple[MapTie, ...]


class PapersPage(Parcel, frozen=True):
    """All papers, or the way to the parts of the list."""

    shell: Shell
    cards: tuple[Card, ...]
    parts: tuple[Group, ...]
    count: int


class PartPage(Parcel, frozen=True):
    """One part of a long list; `whole` leads back to the list."""

    shell: Shell
    whole: Link
    label: str
    cards: tuple[Card, ...]
    previous: Link | None
    following: Link | None


class HomePage(Parcel, frozen=True):
    """The way in; `relates` tells whether the site has related papers at all."""

    shell: Shell
    about: str
    relates: bool
    papers: int
    topics: tuple[Counted, ...]
    topic_count: int
    newest: tuple[Card, ...]
    central: tuple[Card, ...]


class SearchPage(Parcel, frozen=True):
    """Search; `topics` are what to try first."""

    shell: Shell
    topics: tuple[Counted, ...]


class NotFoundPage(Parcel, frozen=True):
    """What a missing address shows; served at any depth, so its links are absolute or absent."""

    site_title: str
    language: str
    home: str | None


Page = (
    PaperPage
    | TopicPage
    | MovedPage
    | TopicsPage
    | TopicsPartPage
    | MapPage
    | PapersPage
    | PartPage
    | HomePage
    | SearchPage
    | NotFoundPage
)
