"""The ways from paper to paper along the list of the first topic of each."""

from collections.abc import Iterable, Mapping
from itertools import repeat

from sitegen.cache.pieces import Pieces
from sitegen.jobs.parcel import Parcel
from sitegen.model import Tag
from sitegen.views.frame import Frame
from sitegen.views.pieces import Cited, Link, Step


class _Trail(Parcel, frozen=True, eq=False):
    """The papers of a topic one after the other; the same as another only where it is that one.

    Attributes:
        topic: The way to the topic's page.
        papers: Their ids.
        places: Where each stands, from 0.
    """

    topic: Link
    papers: tuple[str, ...]
    places: Mapping[str, int]


def steps(frame: Frame) -> Iterable[Step | None]:
    """Return the neighbours of each paper in the list of its first topic, where it has any."""
    site, size = frame.site, frame.size
    lists = [topic.papers for topic in site.topics.values()]
    listed = zip(frame.links.values(), lists, strict=True)
    trails = _trailing.of(None, site.topics, listed, size)
    tags = map(site.tags.get, site.papers, repeat(()))
    first = map(trails.get, _opening.of(None, site.papers, tags, size).values())
    given = zip(site.papers, first, strict=True)
    return _stepping.of(frame.cited, site.papers, given, size).values()


def _first(_: None, tags: tuple[Tag, ...]) -> str:
    """Return the first topic of a paper; nothing where it has none."""
    return tags[0].topic if tags else ""


def _trail(_: None, given: tuple[Link, tuple[str, ...]]) -> _Trail:
    """Return the trail of a topic, by the way to it and its papers."""
    link, papers = given
    return _Trail(link, papers, dict(zip(papers, range(len(papers)), strict=True)))


def _step(cited: Mapping[str, Cited], given: tuple[str, _Trail | None]) -> Step | None:
    """Return the neighbours of a paper on a trail."""
    ident, trail = given
    if trail is None:
        return None
    at, papers = trail.places[ident], trail.papers
    before, after = (
        Link(cited[other].title, cited[other].url) if other else None
        for other in (papers[at - 1] if at else "", papers[at + 1] if at + 1 < len(papers) else "")
    )
    return Step(trail.topic, before, after) if before or after else None


_opening = Pieces(_first)
_trailing = Pieces(_trail)
_stepping = Pieces(_step)
