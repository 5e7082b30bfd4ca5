"""`data`: all of a library, one object a line."""

import gzip
import json

import pytest
from msgspec.structs import asdict

from making import files, paper, site
from sitegen import artifacts, data, theme, urls
from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.model import Links, Topic
from sitegen.rendering import Renderer


def test_a_large_librarys_data_come_in_buckets_with_no_clock_in_them() -> None:
    papers = [paper(f"p{n}") for n in range(5001)]
    renderer = Renderer(theme.load(None))
    found = {
        path: artifacts.content(Artifact(path, lines), renderer)
        for path, lines in data.files(site(papers))
        if path.startswith("data/papers")
    }
    assert list(found) == [f"data/papers-{number:02x}.jsonl.gz" for number in range(256)]
    assert all(content[4:8] == bytes(4) for content in found.values())
    lines = b"".join(map(gzip.decompress, found.values())).splitlines()
    assert {json.loads(line)["id"] for line in lines} == {one.id for one in papers}
    # Who knows an id knows its file: the first two digits of its hash.
    for ident, digits in [("p0", "71"), ("p1", "02"), ("p2", "3f"), ("p3", "1a")]:
        content = gzip.decompress(found[f"data/papers-{digits}.jsonl.gz"])
        assert f'"id":"{ident}"'.encode() in content


@pytest.mark.parametrize(
    ("count", "papers"),
    [
        (2, ["data/papers.jsonl"]),
        (3, [f"data/papers-{digits}.jsonl.gz" for digits in ("02", "3f", "71")]),
    ],
)
def test_a_small_librarys_papers_are_one_file(
    monkeypatch: pytest.MonkeyPatch, count: int, papers: list[str]
) -> None:
    monkeypatch.setattr(data, "_ONE_FILE", 2)
    library = site([paper(f"p{n}") for n in range(count)], [Topic("x", "X", ("p0",))])
    made = {one.path: one.made_from for one in files(library, Config())}
    assert [path for path in made if path.startswith("data/")] == ["data/topics.jsonl", *papers]
    assert made["data/topics.jsonl"] == b'{"slug":"x","name":"X","parent":null,"papers":["p0"]}\n'


def test_the_data_tell_all_of_links_and_sources() -> None:
    links = Links(
        "2401.00001",
        "10.1/x",
        "https://a/p",
        "https://a",
        ("https://github.com/a",),
        ("https://a.io",),
    )
    library = site([paper("a", links=links)])
    (lines,) = (found for path, found in data.files(library) if path == urls.PAPERS_DATA)
    entry = json.loads(lines)
    assert entry["links"] == {**asdict(links), "code": [*links.code], "project": [*links.project]}
    assert all(entry["links"].values())
    assert entry["sources"] == [asdict(each) for each in library.papers["a"].sources]
