"""The published data: papers and topics, one JSON object a line."""

from collections.abc import Iterable, Iterator

from sitegen import text, urls
from sitegen.jobs.parcel import as_json
from sitegen.model import Paper, Site, Topic

_ONE_FILE = 5000
"""So many papers are in one file; those of a larger library are in several, compressed."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the lines of each data file."""
    yield urls.TOPICS_DATA, _json_lines(map(_topic, site.topics.values()))
    if len(site.papers) <= _ONE_FILE:
        yield urls.PAPERS_DATA, _papers(site, site.papers.values())
        return
    buckets: dict[str, list[Paper]] = {}
    for paper in site.papers.values():
        buckets.setdefault(text.digest(paper.id, 1)[0], []).append(paper)
    for bucket, papers in sorted(buckets.items()):
        yield urls.papers_data(bucket), _papers(site, papers)


def _papers(site: Site, papers: Iterable[Paper]) -> bytes:
    """Return the lines of some papers."""
    return _json_lines(_entry(site, paper) for paper in papers)


def _topic(topic: Topic) -> dict[str, object]:
    """Return a topic as the published data have it."""
    return {
        "slug": topic.slug,
        "name": topic.name,
        "parent": topic.parent,
        "papers": topic.papers,
    }


def _entry(site: Site, paper: Paper) -> dict[str, object]:
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
        "keyphrases": site.keyphrases.get(paper.id, ()),
        "topics": [tag.topic for tag in site.tags.get(paper.id, ())],
        "related": [neighbour.paper for neighbour in site.related.get(paper.id, ())],
        "sources": [{"file": each.file, "line": each.line} for each in paper.sources],
    }


def _json_lines(entries: Iterable[dict[str, object]]) -> bytes:
    """Return one JSON object a line."""
    return b"".join([as_json(entry) + b"\n" for entry in entries])
