"""The values that pass between stages: frozen, complete, references go down as ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["title", "abstract"]


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The place a record was read from: a file as the user named it, a line counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Record:
    """One paper as one input file tells of it; texts are in normal form (`text.normal`).

    Attributes:
        published: An ISO date or a prefix of one (``2024``, ``2024-05``), or None.
        source: Where the record begins.
    """

    title: str
    abstract: str
    source: Source
    id: str | None = None
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    venue: str | None = None
    published: str | None = None
    url: str | None = None
    pdf: str | None = None
    code: str | None = None
    doi: str | None = None
    arxiv_id: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """Where a paper and its companions live on the web; all http or https URLs but the ids."""

    arxiv: str | None = None
    doi: str | None = None
    pdf: str | None = None
    page: str | None = None
    code: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, merged from every record of it.

    Attributes:
        id: Unique in a library; never changes with the order of input.
        slug: Its page's file name without the ending; unique under case folding.
        title: Source form, one line.
        abstract: Source form; what offsets of evidence count in.
        sources: Every place it was read, sorted.
        variants: Ids of papers with the same title and another abstract, sorted.
    """

    id: str
    slug: str
    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    venue: str | None = None
    published: str | None = None
    links: Links = field(default_factory=Links)
    sources: tuple[Source, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def year(self) -> str | None:
        """The year of publication, four digits, or None."""
        return self.published[:4] if self.published else None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A phrase that gave a paper a topic: `start` to `end` in the source form of a part."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A topic of one paper with its evidence, in reading order (title first)."""

    topic: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that papers share; `papers` are ids, those it fits best first."""

    slug: str
    name: str
    papers: tuple[str, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger says of a library.

    Attributes:
        topics: Every topic, sorted by slug.
        tags: Paper id to its tags, best first; every paper has an entry, maybe empty.
        keyphrases: Paper id to at most ten phrases, best first; every paper has an entry.
    """

    topics: tuple[Topic, ...]
    tags: Mapping[str, tuple[Tag, ...]]
    keyphrases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related paper and the words or phrases it shares, most telling first."""

    paper: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A whole library with its indexes: everything that pages are made of.

    Attributes:
        papers: Id to paper, in the order of folded titles.
        topics: Slug to topic, in the order of slugs.
        tags: Paper id to its tags, best first.
        keyphrases: Paper id to its phrases, best first.
        related: Paper id to its neighbours, best first.
        near: Topic slug to the topics it shares papers with and how many, most first.
        central: Paper ids, those that most others name as related first.
    """

    papers: Mapping[str, Paper]
    topics: Mapping[str, Topic]
    tags: Mapping[str, tuple[Tag, ...]]
    keyphrases: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[Neighbour, ...]]
    near: Mapping[str, tuple[tuple[str, int], ...]]
    central: tuple[str, ...]
