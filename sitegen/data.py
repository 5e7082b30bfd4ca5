"""The published data: papers and topics, one JSON object a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import repeat

from sitegen import text, urls
from sitegen.cache.pieces import Pieces
from sitegen.jobs.parcel import as_json
from sitegen.model import Neighbour, Paper, Site, Tag, Topic

_ONE_FILE = 5000
"""So many papers are in one file; those of a larger library are in 256, compressed: an edit, which
reaches a few papers, packs and publishes a hundredth of all."""


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
    yield urls.TOPICS_DATA, _listing.one(None, tuple(site.topics.values()), size)
    files: dict[str, list[_Told]] = defaultdict(list)
    if size <= _ONE_FILE:
        files[urls.PAPERS_DATA] = list(told)
    else:
        for path, each in zip(_parting.of(None, papers, papers, size).values(), told, strict=True):
            files[path].append(each)
    paths = sorted(files)
    yield from _telling.of(None, paths, [tuple(files[path]) for path in paths], size).items()


def _file(_: None, ident: str) -> str:
    """Return the path of the file that has the paper with an id, where there are several."""
    return urls.papers_data(text.digest(ident, 1))


def _papers(_: None, told: tuple[_Told, ...]) -> bytes:
    """Return the lines of some papers."""
    return _json_lines(_entry(*each) for each in told)


def _topics(_: None, topics: tuple[Topic, ...]) -> bytes:
    """Return the lines of the topics."""
    return _json_lines(map(_topic, topics))


_parting = Pieces(_file)
_telling = Pieces(_papers)
_listing = Pieces(_topics)


def _topic(topic: Topic) -> dict[str, object]:
    """Return a topic as the published data have it."""
    return {
        "slug": topic.slug,
        "name": topic.name,
        "parent": topic.parent,
        "papers": topic.papers,
    }


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


def _json_lines(entries: Iterable[dict[str, object]]) -> bytes:
    """Return one JSON object a line."""
    return b"".join([as_json(entry) + b"\n" for entry in entries])
