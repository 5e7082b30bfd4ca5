"""The topics that stand in indexes, as these show them."""

import heapq
from collections.abc import Iterable, Mapping, Sequence

from sitegen import text, urls
from sitegen.cache.pieces import Pieces
from sitegen.jobs.parcel import Parcel
from sitegen.model import Site
from sitegen.views.pieces import Counted


class Listed(Parcel, frozen=True):
    """A topic in an index.

    Attributes:
        count: How many papers it has.
        parent: The slug of the broader topic, or None.
        phrases: What else papers call it.
    """

    slug: str
    name: str
    count: int
    parent: str | None = None
    phrases: tuple[str, ...] = ()


_Told = tuple[str, str, int, str | None, tuple[str, ...]]


def listed(site: Site) -> Mapping[str, Listed]:
    """Return the topics that stand in indexes by their slugs, in the order of their names.

    What only one paper is about is that paper's matter: it has a page and stands in no index,
    unless the owner wants it to.
    """
    topics = [topic for topic in site.topics.values() if topic.listed]
    told = [(one.slug, one.name, len(one.papers), one.parent, one.phrases) for one in topics]
    found = _listing.of(None, [topic.slug for topic in topics], told, len(site.papers))
    named = tuple([(topic.name, topic.slug) for topic in topics])
    return {slug: found[slug] for slug in _sorting.one(None, named, len(site.papers))}


def _listed(_: None, told: _Told) -> Listed:
    """Return a topic as indexes show it."""
    return Listed(*told)


def _by_name(_: None, named: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return slugs, given with the names of their topics, in the order of these."""
    return tuple(slug for _, slug in sorted((text.folded(name), slug) for name, slug in named))


_listing = Pieces(_listed)
_sorting = Pieces(_by_name)


def largest(topics: Iterable[Listed], limit: int) -> list[Listed]:
    """Return at most `limit` topics, those with most papers, in the order in which they stand."""
    shown = list(topics)
    ranked = heapq.nsmallest(limit, [(-topic.count, topic.slug) for topic in shown])
    chosen = {slug for _, slug in ranked}
    return [topic for topic in shown if topic.slug in chosen]


def counted(topics: Sequence[Listed]) -> tuple[Counted, ...]:
    """Return the ways to the topics of one index, weighed against the largest of them."""
    most = max([topic.count for topic in topics], default=0)
    return tuple(
        [
            Counted(
                each.name, urls.href(urls.topic(each.slug)), each.count, _weight(each.count, most)
            )
            for each in topics
        ]
    )


def _weight(count: int, most: int) -> int:
    """Return the weight of a topic: less for each halving, and none for a few papers."""
    return max(1, min(5 - (most // max(1, count)).bit_length(), count.bit_length()))
