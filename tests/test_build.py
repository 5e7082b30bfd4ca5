"""`build` and `artifacts`: the whole pipeline, its data files, its determinism."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from making import files, paper, site
from publishing import tree
from sitegen import artifacts, build, theme
from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.errors import BuildError
from sitegen.model import Rule, Source
from sitegen.output import swap
from sitegen.progress import Silence

PAPER_FIELDS = {
    "id", "slug", "title", "abstract", "authors", "venue", "published", "links", "keyphrases",
    "topics", "related", "sources",
}  # fmt: skip


def entries(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_seeds_data_are_whole(seed_site: Path) -> None:
    papers = entries(seed_site / "data" / "papers.jsonl")
    topics = entries(seed_site / "data" / "topics.jsonl")
    assert len(papers) == 229
    assert all(set(one) == PAPER_FIELDS for one in papers)
    assert all(set(one) == {"slug", "name", "parent", "papers"} for one in topics)
    ids = {one["id"] for one in papers}
    slugs = {one["slug"] for one in topics}
    for one in papers:
        assert (seed_site / "papers" / f"{one['slug']}.html").is_file()
        assert set(one["related"]) <= ids - {one["id"]}
        assert set(one["topics"]) <= slugs
        assert len(one["topics"]) <= 6
        assert 0 < len(one["keyphrases"]) <= 10
        assert one["sources"]
    for topic in topics:
        assert (seed_site / "topics" / f"{topic['slug']}.html").is_file()
        tagged = {one["id"] for one in papers if topic["slug"] in one["topics"]}
        assert tagged == set(topic["papers"])


def test_the_seeds_topics_cover_the_library(seed_site: Path) -> None:
    papers = entries(seed_site / "data" / "papers.jsonl")
    topics = entries(seed_site / "data" / "topics.jsonl")
    tagged = sum(bool(one["topics"]) for one in papers)
    assert tagged >= 0.95 * len(papers)
    assert sum(len(one["topics"]) for one in papers) >= 2 * len(papers)
    assert max(len(topic["papers"]) for topic in topics) <= len(papers) / 4


def test_two_builds_are_equal_whatever_the_hash_seed_and_the_folder(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[1] / "seeds"
    built = []
    for number, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        folder = tmp_path / number
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": number, "TZ": zone}
        command = [sys.executable, "-m", "sitegen", "build", str(seeds), "-q", "-o", "out"]
        subprocess.run(command, check=True, cwd=folder, env=environment)
        built.append(tree(folder / "out"))
    assert built[0] == built[1]
    assert len(built[0]) > 300


def test_two_files_for_one_path_are_refused() -> None:
    with pytest.raises(BuildError, match="two files claim one path"):
        files(site([paper("same"), paper("SAME")]), Config())


def test_a_file_below_another_is_refused() -> None:
    found = [Artifact(path, b"") for path in ("static/Icon.svg/x/y.css", "static/icon.svg")]
    with pytest.raises(BuildError, match="that is a file of the site") as raised:
        artifacts.complete(found, [])
    (problem,) = raised.value.problems
    assert problem.where == "static/Icon.svg/x/y.css"


def test_what_a_killed_build_left_undone_is_done_even_where_the_next_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, site_folder = tmp_path / "in.jsonl", tmp_path / "site"
    config = Config(sources=(source,), output=site_folder)

    def killed(folder: Path, what: swap.Swap) -> None:
        begin(folder, what)
        raise KeyboardInterrupt

    begin = swap.begin

    source.write_text('{"title": "A", "abstract": "It says."}\n')
    build.build(config, tmp_path, Silence())
    source.write_text('{"title": "B", "abstract": "It says."}\n')
    with monkeypatch.context() as patched:
        patched.setattr(swap, "begin", killed)
        with pytest.raises(KeyboardInterrupt):
            build.build(config, tmp_path, Silence())
    assert not (site_folder / "papers" / "b.html").exists()
    source.unlink()
    with pytest.raises(BuildError, match="does not exist"):
        build.build(config, tmp_path, Silence())
    assert (site_folder / "papers" / "b.html").exists()
    assert not (site_folder / "papers" / "a.html").exists()


def test_lists_of_the_search_that_are_the_same_are_one_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"title": "B", "abstract": "It is."}\n')
    config = Config(sources=(tmp_path / "in.jsonl",), output=tmp_path / "site")
    assert build.build(config, tmp_path, Silence()).papers == 1


def test_a_template_at_fault_leaves_the_old_site(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"title": "A", "abstract": "It says."}\n')
    config = Config(sources=(tmp_path / "in.jsonl",), output=tmp_path / "site")
    build.build(config, tmp_path, Silence())
    before = tree(tmp_path / "site")
    (tmp_path / "look" / "templates").mkdir(parents=True)
    (tmp_path / "look" / "templates" / "paper.html").write_text("{{ nothing }}")
    faulty = Config(
        sources=config.sources, output=config.output, theme=tmp_path / "look", title="New"
    )
    with pytest.raises(BuildError, match="'nothing' is undefined"):
        build.build(faulty, tmp_path, Silence())
    assert tree(tmp_path / "site") == before


def test_what_can_be_read_but_once_is_read_by_each_build(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    config = Config(sources=(pipe,), output=tmp_path / "site")
    for title in ("a", "b"):
        paper = f'{{"title": "{title}", "abstract": "It says."}}\n'
        writer = threading.Thread(target=pipe.write_text, args=[paper], daemon=True)
        writer.start()
        build.build(config, tmp_path, Silence())
        writer.join()
        papers = (tmp_path / "site" / "papers").iterdir()
        assert [path.name for path in papers] == [f"{title}.html"]


def test_a_site_inside_of_what_becomes_part_of_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"title": "A", "abstract": "It says."}\n')
    look = tmp_path / "look"
    for part in theme.PARTS:
        (look / part).mkdir(parents=True)
        config = Config(sources=(tmp_path / "in.jsonl",), output=look / part / "x", theme=look)
        with pytest.raises(BuildError, match="inside a part of the theme"):
            build.build(config, tmp_path, Silence())
        assert not [*(look / part).iterdir()]


def test_what_each_stage_found_odd_is_told_by_every_build(tmp_path: Path) -> None:
    lines = [r'{"title": "A", "abstract": "It says $\\nope$.", "url": "x y"}', "{"]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    rules = (Rule("ban", "Graphs", "", Source("topics.toml", 1)),)
    config = Config(sources=(tmp_path / "in.jsonl",), output=tmp_path / "site", rules=rules)
    first, again = (build.build(config, tmp_path, Silence()) for _ in range(2))
    assert first.problems == again.problems
    told = [f"{problem.where}: {problem.what}" for problem in first.problems]
    for where, what in [
        ("in.jsonl:1: ", "'url' can't be linked"),
        ("in.jsonl:2: ", "is not JSON"),
        ("in.jsonl:1: ", r"TeX not understood: $\nope$"),
        ("topics.toml:1: ", "no paper speaks of 'Graphs'"),
    ]:
        assert any(line.startswith(where + what) for line in told), told
