"""`data`: all of a library, one object a line."""

import gzip
import json

from msgspec.structs import asdict

from making import files, paper, site
from sitegen import artifacts, data, theme, urls
from sitegen.config import Config
from sitegen.model import Links
from sitegen.rendering import Renderer


def test_a_large_librarys_data_come_in_buckets_with_no_clock_in_them() -> None:
    papers = [paper(f"p{n}") for n in range(5001)]
    renderer = Renderer(theme.load(None))
    found = {
        one.path: artifacts.content(one, renderer)
        for one in files(site(papers), Config())
        if one.path.startswith("data/papers")
    }
    assert sorted(found) == [f"data/papers-{digit}.jsonl.gz" for digit in "0123456789abcdef"]
    assert all(content[4:8] == bytes(4) for content in found.values())
    lines = b"".join(map(gzip.decompress, found.values())).splitlines()
    assert {json.loads(line)["id"] for line in lines} == {one.id for one in papers}
    # Who knows an id knows its file: the first digit of its hash.
    for ident, digit in [("p0", "7"), ("p1", "0"), ("p2", "3"), ("p3", "1")]:
        content = gzip.decompress(found[f"data/papers-{digit}.jsonl.gz"])
        assert f'"id":"{ident}"'.encode() in content


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
