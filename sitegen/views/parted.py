"""Long lists on several pages: the ways to their parts, and the parts' own views."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen import parts, urls
from sitegen.views.frame import Frame, cards, shell
from sitegen.views.pieces import Counted, Group, Link
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
    frame: Frame, found: Sequence[parts.Part], paths: Sequence[str], whole: Link
) -> Iterator[tuple[str, PartPage]]:
    """Yield the path and view of each part of a list."""
    links = [Link(part.label, urls.href(path)) for part, path in zip(found, paths, strict=True)]
    section = "papers" if whole.url == urls.PAPERS else "topics"
    for at, (part, path) in enumerate(zip(found, paths, strict=True)):
        title = f"{whole.name}: {part.label}"
        yield (
            path,
            PartPage(
                shell=shell(frame.config, path, title, section),
                whole=whole,
                label=part.label,
                cards=cards(frame, part.papers),
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            ),
        )
