"""Small papers, records and sites that tests are written with."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from sitegen import artifacts, papers, readings, search, sources, theme
from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.model import Neighbour, Paper, Record, Site, Source, Tag, Tagging, Topic
from sitegen.rendering import Renderer
from sitegen.site import assemble, untagged

SEEDS = Path(__file__).parents[1] / "seeds"
DEFAULTS = Config()
PAPERS = "".join(
    json.dumps({"title": f"Sparse {name}", "abstract": f"We study sparse {name} at length."})
    + "\n"
    for name in ("autoencoders", "transformers", "features")
)
"""A source of three papers that share a topic."""


@cache
def seeds() -> tuple[Paper, ...]:
    """Return the papers of the repository's seeds."""
    files, _ = sources.files([SEEDS], SEEDS.parent, [SEEDS.parent / "site"])
    items = (item for file in files for item in sources.records(file))
    return tuple(papers.merge(item for item in items if isinstance(item, Record))[0])


def record(title: str, abstract: str = "It says.", at: str = "a.txt:1") -> Record:
    """Return a record read at `at`."""
    file, _, line = at.rpartition(":")
    return Record(title, abstract, Source(file, int(line)))


def paper(ident: str, title: str = "", **fields: object) -> Paper:
    """Return a paper whose slug is its id."""
    bare = Paper(ident, ident, title or f"Title {ident}", f"Abstract of {ident}.")
    return replace(bare, sources=(Source("a.txt", 1),), **fields)


def site(
    library: Sequence[Paper],
    topics: Sequence[Topic] = (),
    tags: Mapping[str, tuple[Tag, ...]] | None = None,
    related: Mapping[str, tuple[Neighbour, ...]] | None = None,
) -> Site:
    """Return the site of `library`."""
    bare = untagged(library)
    tagging = Tagging(tuple(topics), {**bare.tags, **(tags or {})}, bare.keyphrases)
    return assemble(library, tagging, related or {})


def files(library: Site, config: Config) -> list[Artifact]:
    """Return every file of the site of `library`."""
    papers = list(library.papers.values())
    told = readings.read(papers)
    plain = [each.plain(paper) for paper, each in zip(papers, told, strict=True)]
    index: list[tuple[str, bytes]] = []
    if config.search.enabled:
        full = config.search.full_index
        scripts = search.files(plain, library.tags, library.topics, full_index=full)
        index = [(path, script.encode()) for path, script in scripts]
    found = artifacts.artifacts(library, config, theme.load(None))
    return artifacts.complete(found, index)


def publish(library: Site, folder: Path, config: Config = DEFAULTS) -> Path:
    """Write the site of `library` into `folder`, which is returned."""
    renderer = Renderer(theme.load(None))
    for file in files(library, config):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifacts.content(file, renderer))
    return folder
