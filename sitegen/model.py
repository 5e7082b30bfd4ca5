"""The values that pass between stages: frozen, complete, references go down as ids."""

from collections.abc import Mapping
from typing import Literal

from sitegen.errors import Problem
from sitegen.jobs.parcel import Parcel

Part = Literal["title", "abstract"]
RuleKind = Literal["ban", "rename", "merge", "pin", "parent", "description", "add", "remove"]


class Source(Parcel, frozen=True, order=True):
    """The place a record was read from: a file as the user named it, a line counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Record(Parcel, frozen=True):
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


class Links(Parcel, frozen=True):
    """Where a paper and its companions live on the web; all http or https URLs but the ids.

    `code` are repositories, `project` other pages of its project.
    """

    arxiv: str | None = None
    doi: str | None = None
    pdf: str | None = None
    page: str | None = None
    code: tuple[str, ...] = ()
    project: tuple[str, ...] = ()


class Paper(Parcel, frozen=True):
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
    links: Links = Links()  # one for all: papers without it are made and sent in great numbers
    sources: tuple[Source, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def year(self) -> str | None:
        """The year of publication, four digits, or None."""
        return self.published[:4] if self.published else None


class Evidence(Parcel, frozen=True, order=True):
    """A phrase that gave a paper a topic: `start` to `end` in the source form of a part."""

    part: Part
    start: int
    end: int


class Reason(Parcel, frozen=True):
    """Why a paper has a topic.

    Attributes:
        kind: ``owner``: the library's owner gave it; ``keyword``: the authors did; ``title``:
            the title names it; ``acronym``: the paper defines an acronym for it; ``count``: the
            paper says it `figure` times; ``first``: the abstract's first sentence names it;
            ``field``: of the papers that speak of it elsewhere, `figure` percent have it as a
            keyword.
        figure: What the kind counts, else 0.
    """

    kind: Literal["owner", "keyword", "title", "acronym", "count", "first", "field"]
    figure: int = 0


class Tag(Parcel, frozen=True):
    """A topic of one paper.

    Attributes:
        topic: The topic's slug.
        evidence: Where the paper speaks of it, in reading order (title first).
        reasons: The two or three strongest, strongest first.
    """

    topic: str
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Topic(Parcel, frozen=True):
    """A subject that papers share.

    Attributes:
        papers: Ids, those it fits best first.
        parent: Slug of the broader topic, or None.
        phrases: What else papers call it, as they write it, the most frequent first.
        description: What the owner says of it, or nothing.
        former: Slugs it had before its owner renamed it or merged others into it.
        listed: Whether it stands in the index and on the map; a subject of one paper alone does
            not, unless its owner pinned it.
    """

    slug: str
    name: str
    papers: tuple[str, ...]
    parent: str | None = None
    phrases: tuple[str, ...] = ()
    description: str = ""
    former: tuple[str, ...] = ()
    listed: bool = True


class Missed(Parcel, frozen=True):
    """A phrase that just missed being a topic: in how many papers it stands, and why it is none.

    Attributes:
        why: ``few``: too few papers; ``many``: too many; ``weak``: no paper is surely about it;
            ``vague``: it can't stand alone as a name; ``banned``: the owner does not want it.
    """

    name: str
    papers: int
    why: Literal["few", "many", "weak", "vague", "banned"]


class Tagging(Parcel, frozen=True):
    """What the tagger says of a library.

    Attributes:
        topics: Every topic, sorted by slug.
        tags: Paper id to its tags, best first; every paper has an entry, maybe empty.
        keyphrases: Paper id to at most ten phrases, best first; every paper has an entry.
        missed: What just missed being a topic, most papers first; empty where nobody asked.
        problems: Rules of the owner that match nothing.
    """

    topics: tuple[Topic, ...]
    tags: Mapping[str, tuple[Tag, ...]]
    keyphrases: Mapping[str, tuple[str, ...]]
    missed: tuple[Missed, ...] = ()
    problems: tuple[Problem, ...] = ()


class Rule(Parcel, frozen=True):
    """One word of the library's owner on its topics.

    Attributes:
        kind: ``ban``: `topic` is none; ``rename``: it is called `value`; ``merge``: what is
            called `value` is part of it; ``pin``: it always is a topic, and the phrase `value`
            means it; ``parent``: `value` is broader (empty: nothing is); ``description``:
            `value` says what it is; ``add``, ``remove``: the paper `value` (id or slug) has it,
            or has not.
        topic: A topic by its name.
        source: Where the rule stands.
    """

    kind: RuleKind
    topic: str
    value: str
    source: Source


class Neighbour(Parcel, frozen=True):
    """A related paper and the words or phrases it shares, most telling first."""

    paper: str
    words: tuple[str, ...]


class Site(Parcel, frozen=True):
    """A whole library with its indexes: everything that pages are made of.

    Attributes:
        papers: Id to paper, in the order of folded titles.
        topics: Slug to topic, in the order of slugs.
        tags: Paper id to its tags, best first.
        keyphrases: Paper id to its phrases, best first.
        gists: Paper id to the sentence of its abstract that says what was done, in plain form.
        related: Paper id to its neighbours, best first.
        near: Topic slug to the topics it shares papers with and how many, most first.
        narrower: Topic slug to the topics whose parent it is, the largest first.
        introductions: Topic slug to a sentence that introduces it: a paper's id, the sentence's
            start and end in the source form of the abstract. Not every topic has one.
        central: Paper ids, those that most others name as related first.
        central_of: Topic slug to the ids of its papers, those that most of its others name first.
    """

    papers: Mapping[str, Paper]
    topics: Mapping[str, Topic]
    tags: Mapping[str, tuple[Tag, ...]]
    keyphrases: Mapping[str, tuple[str, ...]]
    gists: Mapping[str, str]
    related: Mapping[str, tuple[Neighbour, ...]]
    near: Mapping[str, tuple[tuple[str, int], ...]]
    narrower: Mapping[str, tuple[str, ...]]
    introductions: Mapping[str, tuple[str, int, int]]
    central: tuple[str, ...]
    central_of: Mapping[str, tuple[str, ...]]
