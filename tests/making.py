"""Small papers, records and sites that tests are written with."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.model import Neighbour, Paper, Record, Site, Source, Tag, Tagging, Topic
from sitegen.site import assemble, untagged


def record(title: str, abstract: str = "It says.", at: str = "a.txt:1") -> Record:
    """Return a record read at `at`."""
    file, _, line = at.rpartition(":")
    return Record(title, abstract, Source(file, int(line)))


def paper(ident: str, title: str = "", **fields: object) -> Paper:
    """Return a paper whose slug is its id."""
    bare = Paper(ident, ident, title or f"Title {ident}", f"Abstract of {ident}.")
    return replace(bare, sources=(Source("a.txt", 1),), **fields)  # type: ignore[arg-type]


def site(
    papers: Sequence[Paper],
    topics: Sequence[Topic] = (),
    tags: dict[str, tuple[Tag, ...]] | None = None,
    related: dict[str, tuple[Neighbour, ...]] | None = None,
) -> Site:
    """Return the library of `papers`."""
    bare = untagged(papers)
    tagging = Tagging(tuple(topics), {**bare.tags, **(tags or {})}, bare.keyphrases)
    return assemble(papers, tagging, related or {})
