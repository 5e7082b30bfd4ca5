"""The pieces that pages are made of: frozen values of strings, integers, booleans and pieces.

Texts of papers stand here in their source form; `theme` turns them into HTML. Paths are
counted from the root of the site, as URLs.
"""

from sitegen.jobs.parcel import Parcel


class Link(Parcel, frozen=True):
    """A named way to a page of the site, or to an address outside of it."""

    name: str
    url: str


class Counted(Parcel, frozen=True):
    """A link and how many papers it stands for; `weight` is 1 to 4, many papers 4."""

    name: str
    url: str
    count: int
    weight: int = 1


class Group(Parcel, frozen=True):
    """Links under a common heading, which may be empty: a letter, a year."""

    heading: str
    links: tuple[Counted, ...]


class Entry(Parcel, frozen=True):
    """A topic in the index.

    Attributes:
        narrower: What stands under it, here and nowhere else with its own narrower topics.
        also: What else it is called, for the filter.
        within: The topic that has it among its narrower ones, where it does not stand below it.
    """

    topic: Counted
    narrower: tuple["Entry", ...] = ()
    also: str = ""
    within: str = ""


class Letter(Parcel, frozen=True):
    """The entries of the index that begin with a letter; `url` is where all of them are."""

    heading: str
    entries: tuple[Entry, ...]
    url: str = ""


class Card(Parcel, frozen=True):
    """A paper in a list; `gist` is plain and `title` a source text.

    Attributes:
        published: The date as it is known, which may be the year alone.
    """

    id: str
    title: str
    url: str
    people: str
    venue: str
    year: str
    published: str
    gist: str
    topics: tuple[Link, ...]
    code: bool


class Passage(Parcel, frozen=True):
    """A stretch of a source text that gave topics, by their places among the paper's, from 1."""

    start: int
    end: int
    topics: tuple[str, ...]


class Mention(Parcel, frozen=True):
    """A phrase that speaks of a topic, and where a paper has it, in words."""

    phrase: str
    places: str


class TopicTag(Parcel, frozen=True):
    """A topic on a paper's page: why it is there, in words, and the phrases that gave it."""

    name: str
    url: str
    reasons: tuple[str, ...]
    mentions: tuple[Mention, ...]


class Quotation(Parcel, frozen=True):
    """A sentence of a paper's abstract, in its source form as the title is, and the paper."""

    sentence: str
    title: str
    url: str
    year: str


class Bar(Parcel, frozen=True):
    """The papers of a year, or of the ten years from it on, as a bar of a drawing.

    Attributes:
        label: What the axis says below the bar, often nothing; `label_x` is its `anchor`.
        anchor: ``start``, ``middle`` or ``end``, as SVG has it.
        shows_count: Whether the number stands above the bar, centred at `middle`.
        x, y, width, height: The bar's place in the drawing's own units.
    """

    period: str
    count: int
    label: str
    label_x: int
    anchor: str
    shows_count: bool
    x: int
    y: int
    width: int
    height: int
    middle: int


class Years(Parcel, frozen=True):
    """A drawing of papers by year.

    Attributes:
        width, height: Of the drawing, in its own units.
        base: Where the bars stand.
        undated: How many papers are left out, having no year.
    """

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    undated: int


class MapLine(Parcel, frozen=True):
    """One line of a name on the map, and where it stands."""

    text: str
    y: int


class MapTie(Parcel, frozen=True):
    """A line between two topics on the map; `width` is a number with a decimal."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: str


class MapNode(Parcel, frozen=True):
    """A topic on the map, in the drawing's own units.

    Attributes:
        x, y, radius: The disc; `radius` is a number with a decimal, as is `size`.
        lines, lines_x, size: The name, where it begins, and the size of its letters.
        reach: The way to the discs of `closest`, as SVG has it.
        closest: The topics it is tied to most, each with the papers in common, most first.
    """

    topic: Counted
    x: int
    y: int
    radius: str
    lines: tuple[MapLine, ...]
    lines_x: int
    size: str
    reach: str
    closest: tuple[Counted, ...]


class Cited(Parcel, frozen=True):
    """What stands for a paper where it is named as related: nothing that its abstract decides."""

    title: str
    url: str
    people: str
    venue: str
    year: str


class RelatedPaper(Parcel, frozen=True):
    """A related paper, and the words that tie it."""

    paper: Cited
    words: tuple[str, ...]


class Step(Parcel, frozen=True):
    """The way to the papers before and after in a topic; names are titles in source form."""

    topic: Link
    previous: Link | None
    following: Link | None


class Metadatum(Parcel, frozen=True):
    """One `<meta>` of a paper as reference managers read it."""

    name: str
    content: str
