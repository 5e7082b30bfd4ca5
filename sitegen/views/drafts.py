"""What pages are made from where it costs much to make them: most need not be made."""

from sitegen.atlas import Sketch
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Tag
from sitegen.views.pieces import Card, Cited, Link, Step
from sitegen.views.shell import Shell
from sitegen.views.values import Page


class PaperDraft(Parcel, frozen=True):
    """All that a paper's page is made from; most pages need not be made to know that they stay.

    Attributes:
        shell: What stands around it, without what the paper says.
        topics: The ways to the topics of `tags`, in their order.
        relates: Whether the site has related papers at all.
        related: Its neighbours, the nearest first.
        words: What ties each of them to it.
        variants: Papers with its title and another abstract, a few where they are many.
        step: Its neighbours in the list of its first topic.
    """

    shell: Shell
    paper: Paper
    tags: tuple[Tag, ...]
    topics: tuple[Link, ...]
    keyphrases: tuple[str, ...]
    relates: bool
    related: tuple[Cited, ...]
    words: tuple[tuple[str, ...], ...]
    variants: tuple[Card, ...]
    step: Step | None


class MapDraft(Parcel, frozen=True):
    """All that the map of topics is made from.

    Attributes:
        shell: What stands around it.
        topics: How many the site lists.
        sketch: What is on the map.
    """

    shell: Shell
    topics: int
    sketch: Sketch


Draft = Page | PaperDraft | MapDraft
"""A view, or what it follows from."""
