"""Papers, topics and neighbours → the whole library with its indexes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.model import Neighbour, Paper, Site, Tag, Tagging

_CENTRAL = 50


def assemble(
    papers: Sequence[Paper], tagging: Tagging, related: Mapping[str, tuple[Neighbour, ...]]
) -> Site:
    """Return the library of `papers`, given in their order, with all that was found out."""
    return Site(
        papers={paper.id: paper for paper in papers},
        topics={topic.slug: topic for topic in tagging.topics},
        tags=tagging.tags,
        keyphrases=tagging.keyphrases,
        related=related,
        near=_near(tagging.tags),
        central=_central(papers, related),
    )


def untagged(papers: Sequence[Paper]) -> Tagging:
    """Return a tagging that says nothing, for a library that wants no topics."""
    return Tagging((), {paper.id: () for paper in papers}, {paper.id: () for paper in papers})


def _near(tags: Mapping[str, tuple[Tag, ...]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return each topic's companions with the number of papers in common, most first."""
    together: dict[str, Counter[str]] = {}
    for of_paper in tags.values():
        slugs = [tag.topic for tag in of_paper]
        for slug in slugs:
            together.setdefault(slug, Counter()).update(other for other in slugs if other != slug)
    return {
        slug: tuple(sorted(count.items(), key=lambda item: (-item[1], item[0])))
        for slug, count in together.items()
    }


def _central(
    papers: Sequence[Paper], related: Mapping[str, tuple[Neighbour, ...]]
) -> tuple[str, ...]:
    """Return the ids that most papers name as related, nearer neighbours counting more."""
    weight: Counter[str] = Counter()
    for neighbours in related.values():
        for rank, neighbour in enumerate(neighbours):
            weight[neighbour.paper] += len(neighbours) - rank
    named = (paper.id for paper in papers if weight[paper.id])
    ranked = sorted(named, key=lambda ident: (-weight[ident], ident))
    return tuple(ranked[:_CENTRAL])
