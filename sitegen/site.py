"""Papers, topics and neighbours → the whole library with its indexes."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from sitegen import gists, prose
from sitegen.cache.again import Last
from sitegen.cache.pieces import Pieces, Rows, differing
from sitegen.introductions import Introduction, introductions
from sitegen.jobs.parcel import Parcel
from sitegen.model import Neighbour, Paper, Site, Tag, Tagging, Topic

Companions = Mapping[str, tuple[tuple[str, int], ...]]

_CENTRAL = 50
_CENTRAL_OF_TOPIC = 10


def assemble(
    papers: Sequence[Paper],
    tagging: Tagging,
    related: Mapping[str, tuple[Neighbour, ...]],
    said: Iterable[str] | None = None,
    introduced: Mapping[str, Introduction] | None = None,
) -> Site:
    """Return the library of `papers`, given in their order, with all that was found out.

    Args:
        papers: The papers.
        tagging: Their topics.
        related: Their neighbours.
        said: Their gists, where they are known.
        introduced: What introduces topics, where it is known.
    """
    told = [gists.gist(prose.plain(paper.abstract)) for paper in papers] if said is None else said
    size = len(papers)
    by_id = {paper.id: paper for paper in papers}
    by_slug = {topic.slug: topic for topic in tagging.topics}
    named = _naming.of(None, related, related.values(), size)
    slugs = _slugging.of(None, tagging.tags, tagging.tags.values(), size)
    topics = tuple(by_slug.values())
    if introduced is None:
        introduced = introductions(by_id, topics, tagging.tags)
    return Site(
        papers=by_id,
        topics=by_slug,
        tags=tagging.tags,
        keyphrases=tagging.keyphrases,
        gists=dict(zip(by_id, told, strict=True)),
        related=related,
        near=_near(slugs, size),
        narrower=_narrower(topics),
        introductions=introduced,
        central=_central(list(by_id), named),
        central_of=_central_of(topics, named, size),
    )


def untagged(papers: Sequence[Paper]) -> Tagging:
    """Return a tagging that says nothing, for a library that wants no topics."""
    return Tagging((), {paper.id: () for paper in papers}, {paper.id: () for paper in papers})


def _slugs(_: None, tags: tuple[Tag, ...]) -> tuple[str, ...]:
    """Return the topics of a paper."""
    return tuple([tag.topic for tag in tags])


_slugging = Pieces(_slugs)


class _Shared(Parcel, frozen=True):
    """What topics had in common last.

    Attributes:
        slugs: The topics of each paper.
        together: How many papers each topic shares with each, itself too.
        near: The same, as it is told.
    """

    slugs: Mapping[str, tuple[str, ...]]
    together: Mapping[str, Mapping[str, int]]
    near: Companions


_shared = Last[_Shared](__name__)


def _near(slugs: Mapping[str, tuple[str, ...]], papers: int) -> Companions:
    """Return each topic's companions with the number of papers in common, most first.

    Args:
        slugs: The topics of each paper.
        papers: How many these are.
    """
    last = _shared.recalled() or _Shared({}, {}, {})
    touched: dict[str, dict[str, int]] = {}
    for sign, own in differing(last.slugs, slugs):
        for slug in own:
            if slug not in touched:
                touched[slug] = dict(last.together.get(slug, ()))
            count = touched[slug]
            for other in own:
                count[other] = count.get(other, 0) + sign
    together, near = {**last.together, **touched}, dict(last.near)
    for slug, count in touched.items():
        near[slug] = _ranked(slug, count)
        if not count[slug]:  # no paper has it any more
            del together[slug], near[slug]
    _shared.hold(_Shared(slugs, together, near), papers)
    return near


def _ranked(slug: str, count: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the companions of a topic, most papers in common first."""
    there = [item for item in count.items() if item[1] and item[0] != slug]
    return tuple(sorted(there, key=lambda item: (-item[1], item[0])))


def _narrower(topics: Sequence[Topic]) -> Mapping[str, tuple[str, ...]]:
    """Return the topics under each topic that has some, the largest first."""
    found: dict[str, list[str]] = {}
    for topic in sorted(topics, key=lambda topic: (-len(topic.papers), topic.slug)):
        if topic.parent:
            found.setdefault(topic.parent, []).append(topic.slug)
    return {slug: tuple(below) for slug, below in found.items()}


Named = tuple[tuple[str, int], ...]
"""The papers that one names as related, and how much that counts: nearer ones more."""


def _named(_: None, near: tuple[Neighbour, ...]) -> Named:
    """Return whom a paper names."""
    return tuple([(each.paper, len(near) - rank) for rank, each in enumerate(near)])


_naming = Pieces(_named)


class _Weighed(Parcel, frozen=True):
    """What weight each paper had last, and who named whom."""

    named: Mapping[str, Named]
    weight: Mapping[str, int]


_weighed = Last[_Weighed](__name__)


def _central(idents: Sequence[str], named: Mapping[str, Named]) -> tuple[str, ...]:
    """Return the ids that most papers name as related, nearer neighbours counting more."""
    last = _weighed.recalled() or _Weighed({}, {})
    weight = dict(last.weight)
    for sign, others in differing(last.named, named):
        for other, count in others:
            weight[other] = weight.get(other, 0) + sign * count
    _weighed.hold(_Weighed(named, weight), len(idents))
    counts = list(map(weight.get, idents, repeat(0)))
    least = min(heapq.nlargest(_CENTRAL, counts), default=0)
    pairs = zip(idents, counts, strict=True)
    ranked = sorted((-count, ident) for ident, count in pairs if count and count >= least)
    return tuple(ident for _, ident in ranked[:_CENTRAL])


def _central_of(
    topics: Sequence[Topic], named: Mapping[str, Named], papers: int
) -> Mapping[str, tuple[str, ...]]:
    """Return the papers that most others of each topic name as related."""
    slugs = [topic.slug for topic in topics]
    idents = [topic.papers for topic in topics]
    given = zip(idents, _naming_each.of(named, idents, papers), strict=True)
    return _centring.of(None, slugs, given, papers)


def _most_named(
    _: None, given: tuple[tuple[str, ...], tuple[Named | None, ...]]
) -> tuple[str, ...]:
    """Return the papers that most others of their topic name as related.

    Nearer neighbours count more, and so do papers that fit the topic better: the last half as
    much as the first. They are given, best first, with whom each names.
    """
    papers, named = given
    weight: dict[str, int] = dict.fromkeys(papers, 0)
    for others in named:
        for other, count in others or ():
            if other in weight:
                weight[other] += count
    last = 2 * len(papers)
    fit = {ident: last - place for place, ident in enumerate(papers)}
    ranked = sorted(
        (ident for ident in papers if weight[ident]),
        key=lambda ident: (-weight[ident] * fit[ident], ident),
    )
    return tuple(ranked[:_CENTRAL_OF_TOPIC])


_naming_each = Rows[Named](__name__)
_centring = Pieces(_most_named)
