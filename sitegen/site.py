"""Papers, topics and neighbours → the whole library with its indexes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen import gists, prose
from sitegen.introductions import Led, introductions, led
from sitegen.model import Neighbour, Paper, Site, Tag, Tagging, Topic

_CENTRAL = 50
_CENTRAL_OF_TOPIC = 10


def assemble(
    papers: Sequence[Paper],
    tagging: Tagging,
    related: Mapping[str, tuple[Neighbour, ...]],
    said: Iterable[str] | None = None,
    leads_of: Led = led,
) -> Site:
    """Return the library of `papers`, given in their order, with all that was found out.

    Args:
        papers: The papers.
        tagging: Their topics.
        related: Their neighbours.
        said: Their gists, where they are known.
        leads_of: How abstracts are read for what may introduce topics.
    """
    told = [gists.gist(prose.plain(paper.abstract)) for paper in papers] if said is None else said
    by_id = {paper.id: paper for paper in papers}
    named = _named(related)
    return Site(
        papers=by_id,
        topics={topic.slug: topic for topic in tagging.topics},
        tags=tagging.tags,
        keyphrases=tagging.keyphrases,
        gists=dict(zip(by_id, told, strict=True)),
        related=related,
        near=_near(tagging.tags),
        narrower=_narrower(tagging.topics),
        introductions=introductions(by_id, tagging.topics, tagging.tags, leads_of),
        central=_central(papers, named),
        central_of={topic.slug: _central_of(topic, named) for topic in tagging.topics},
    )


def untagged(papers: Sequence[Paper]) -> Tagging:
    """Return a tagging that says nothing, for a library that wants no topics."""
    return Tagging((), {paper.id: () for paper in papers}, {paper.id: () for paper in papers})


def _near(tags: Mapping[str, tuple[Tag, ...]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return each topic's companions with the number of papers in common, most first."""
    together: dict[str, dict[str, int]] = {}
    for of_paper in tags.values():
        slugs = [tag.topic for tag in of_paper]
        for slug in slugs:
            count = together.setdefault(slug, {})
            for other in slugs:
                if other != slug:
                    count[other] = count.get(other, 0) + 1
    return {
        slug: tuple(sorted(count.items(), key=lambda item: (-item[1], item[0])))
        for slug, count in together.items()
    }


def _narrower(topics: Sequence[Topic]) -> dict[str, tuple[str, ...]]:
    """Return the topics under each topic that has some, the largest first."""
    found: dict[str, list[str]] = {}
    for topic in sorted(topics, key=lambda topic: (-len(topic.papers), topic.slug)):
        if topic.parent:
            found.setdefault(topic.parent, []).append(topic.slug)
    return {slug: tuple(below) for slug, below in found.items()}


Named = Mapping[str, Sequence[tuple[str, int]]]
"""The papers that each paper names as related, and how much that counts: nearer ones more."""


def _named(related: Mapping[str, tuple[Neighbour, ...]]) -> Named:
    """Return whom papers name."""
    return {
        ident: [(each.paper, len(near) - rank) for rank, each in enumerate(near)]
        for ident, near in related.items()
    }


def _central(papers: Sequence[Paper], named: Named) -> tuple[str, ...]:
    """Return the ids that most papers name as related, nearer neighbours counting more."""
    weight: Counter[str] = Counter()
    for others in named.values():
        for other, count in others:
            weight[other] += count
    ranked = sorted(
        (paper.id for paper in papers if weight[paper.id]),
        key=lambda ident: (-weight[ident], ident),
    )
    return tuple(ranked[:_CENTRAL])


def _central_of(topic: Topic, named: Named) -> tuple[str, ...]:
    """Return the papers that most others of their topic name as related.

    Nearer neighbours count more, and so do papers that fit the topic better: the last half as
    much as the first.
    """
    weight: dict[str, int] = dict.fromkeys(topic.papers, 0)
    for ident in topic.papers:
        for other, count in named.get(ident, ()):
            if other in weight:
                weight[other] += count
    last = 2 * len(topic.papers)
    fit = {ident: last - place for place, ident in enumerate(topic.papers)}
    ranked = sorted(
        (ident for ident in topic.papers if weight[ident]),
        key=lambda ident: (-weight[ident] * fit[ident], ident),
    )
    return tuple(ranked[:_CENTRAL_OF_TOPIC])
