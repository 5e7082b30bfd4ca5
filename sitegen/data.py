"""The published data: papers and topics, one JSON object a line."""

from collections.abc import Iterator
from itertools import repeat

from sitegen import text, urls
from sitegen.cache.pieces import Pieces
from sitegen.jobs.parcel import as_json
from sitegen.model import Neighbour, Paper, Site, Tag, Topic

_ONE_FILE = 5000
"""So many papers are in one file; those of a larger library are in several, compressed."""


_Told = tuple[Paper, tuple[str, ...], tuple[Tag, ...], tuple[Neighbour, ...]]
"""A paper with its keyphrases, its tags and its neighbours."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the lines of each data file."""
    papers, size = site.papers, len(site.papers)
    told = zip(
        papers.values(),
        map(site.keyphrases.get, papers, repeat(())),
        map(site.tags.get, papers, repeat(())),
        map(site.related.get, papers, repeat(())),
        strict=True,
    )
    lines = _telling.of(None, papers, told, size).values()
    files: dict[str, list[bytes]] = {}
    if size <= _ONE_FILE:
        files[urls.PAPERS_DATA] = list(lines)
    else:
        for path, line in zip(
            _parting.of(None, papers, papers, size).values(), lines, strict=True
        ):
            files.setdefault(path, []).append(line)
    topics = _listing.of(None, site.topics, site.topics.values(), size)
    found = {urls.TOPICS_DATA: topics.values(), **dict(sorted(files.items()))}
    yield from _joining.of(None, found, map(tuple, found.values()), size).items()


def _file(_: None, ident: str) -> str:
    """Return the path of the file that has the paper with an id, where there are several."""
    return urls.papers_data(text.digest(ident, 1)[0])


def _joined(_: None, lines: tuple[bytes, ...]) -> bytes:
    """Return lines as one."""
    return b"".join(lines)


def _topic(_: None, topic: Topic) -> bytes:
    """Return the line of a topic in the published data."""
    return _line(
        {
            "slug": topic.slug,
            "name": topic.name,
            "parent": topic.parent,
            "papers": topic.papers,
        }
    )


def _paper(_: None, told: _Told) -> bytes:
    """Return the line of a paper in the published data."""
    return _line(_entry(*told))


_parting = Pieces(_file)
_telling = Pieces(_paper)
_listing = Pieces(_topic)
_joining = Pieces(_joined)


def _entry(
    paper: Paper,
    keyphrases: tuple[str, ...],
    tags: tuple[Tag, ...],
    near: tuple[Neighbour, ...],
) -> dict[str, object]:
    """Return a paper as the published data have it."""
    links = paper.links
    # Written out: `dataclasses.asdict` copies all that it meets, and takes longer than the rest.
    return {
        "id": paper.id,
        "slug": paper.slug,
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": paper.authors,
        "venue": paper.venue,
        "published": paper.published,
        "links": {
            "arxiv": links.arxiv,
            "doi": links.doi,
            "pdf": links.pdf,
            "page": links.page,
            "code": links.code,
            "project": links.project,
        },
        "keyphrases": keyphrases,
        "topics": [tag.topic for tag in tags],
        "related": [neighbour.paper for neighbour in near],
        "sources": [{"file": each.file, "line": each.line} for each in paper.sources],
    }


def _line(entry: dict[str, object]) -> bytes:
    """Return a JSON object as a line."""
    return as_json(entry) + b"\n"
