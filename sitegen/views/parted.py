"""Long lists on several pages: the ways to their parts, and the parts' own views."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen import parts, urls
from sitegen.config import Config
from sitegen.views.frame import shell
from sitegen.views.pieces import Card, Counted, Group, Link
from sitegen.views.values import PartPage


def part_groups(found: Sequence[parts.Part], paths: Sequence[str]) -> tuple[Group, ...]:
    """Return the ways to the parts of a list under their years."""
    pairs = groupby(zip(found, paths, strict=True), key=lambda pair: pair[0].group)
    return tuple(
        Group(
            heading,
            tuple(
                Counted(part.letters or "All", urls.href(path), len(part.papers))
                for part, path in group
            ),
        )
        for heading, group in pairs
    )


def part_pages(
    config: Config, whole: Link, listed: Sequence[tuple[str, parts.Part, tuple[Card, ...]]]
) -> Iterator[tuple[str, PartPage]]:
    """Yield the path and view of each part of a list; `listed` are their paths and cards."""
    links = [Link(part.label, urls.href(path)) for path, part, _ in listed]
    section = "papers" if whole.url == urls.PAPERS else "topics"
    for at, (path, part, cards) in enumerate(listed):
        yield (
            path,
            PartPage(
                shell=shell(config, path, f"{whole.name}: {part.label}", section),
                whole=whole,
                label=part.label,
                cards=cards,
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            ),
        )
