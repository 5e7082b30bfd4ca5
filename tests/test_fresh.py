"""An incremental build equals a clean one, byte for byte, whatever has changed."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen import build, engine, output, pipeline, theme, topics
from sitegen.cache import FOLDER, Folder
from sitegen.config import load
from sitegen.progress import Silence
from sitegen.topics.questions import Question

ABSTRACTS = (
    "We propose sparse attention for graph neural networks. It is fast on long graphs.",
    "We study causal inference with graph neural networks and instrumental variables.",
    "Diffusion models generate images. We show that sparse attention makes them faster.",
    "We introduce a benchmark for causal inference. Diffusion models do well on it.",
)
TITLES = (
    "Sparse Attention for Graph Neural Networks",
    "Causal Inference on Graphs",
    "Faster Diffusion Models",
    "A Benchmark for Causal Inference",
)


class Library:
    """A folder with papers, settings and a theme, and the site that is kept up to date."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.papers = [{"title": t, "abstract": a} for t, a in zip(TITLES, ABSTRACTS, strict=True)]
        self.files = {"one.jsonl": [0, 1], "two.jsonl": [2, 3]}
        (folder / "seeds").mkdir(parents=True)
        (folder / "look" / "templates").mkdir(parents=True)
        (folder / "look" / "static").mkdir()
        (folder / "sitegen.toml").write_text('theme = "look"\n', "utf-8")
        self.write()

    def write(self) -> None:
        """Write the papers into their files."""
        for path in (self.folder / "seeds").iterdir():
            path.unlink()
        for name, places in self.files.items():
            lines = [json.dumps(self.papers[place]) + "\n" for place in places]
            (self.folder / "seeds" / name).write_text("".join(lines), "utf-8")

    def built(self, site: str) -> dict[str, bytes]:
        """Build into a folder and return the published files."""
        config = load(self.folder / "sitegen.toml")
        config = replace(config, output=self.folder / site)
        build.build(config, self.folder, Silence())
        return {
            path.relative_to(self.folder / site).as_posix(): path.read_bytes()
            for path in (self.folder / site).rglob("*")
            if path.is_file() and output.OWN not in path.parts
        }

    def check(self) -> None:
        """Hold the site that is kept against one made from nothing, and build it once more."""
        kept = self.built("site")
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        cache, aside = self.folder / FOLDER, self.folder / ".aside"
        if cache.exists():  # there is none where there are no topics
            cache.rename(aside)
        assert kept == self.built("clean")
        shutil.rmtree(cache, ignore_errors=True)
        if aside.exists():
            aside.rename(cache)
        before = times(self.folder / "site")
        self.built("site")
        assert times(self.folder / "site") == before


def times(folder: Path) -> dict[Path, int]:
    """When each file of a site was written, sitegen's own left out."""
    return {
        path: path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and output.OWN not in path.parts
    }


def edited(field: str, text: str) -> Callable[[Library], None]:
    def change(library: Library) -> None:
        library.papers[0] = {**library.papers[0], field: text}
        library.write()

    return change


def seeded(files: dict[str, list[int]]) -> Callable[[Library], None]:
    def change(library: Library) -> None:
        library.files = files
        library.write()

    return change


def written(path: str, text: str) -> Callable[[Library], None]:
    return lambda library: void((library.folder / path).write_text(text, "utf-8"))


def void(_: object) -> None:
    """Return nothing."""


CONFIG = 'theme = "look"\n'
CHANGES: dict[str, Callable[[Library], None]] = {
    "title": edited("title", "Dense Attention for Graph Neural Networks"),
    "abstract": edited("abstract", "We propose dense attention for diffusion models."),
    "person": edited("id", "given"),
    "added": seeded({"one.jsonl": [0, 1, 3], "two.jsonl": [2, 3]}),
    "removed": seeded({"one.jsonl": [1], "two.jsonl": [2]}),
    "renamed": seeded({"other.jsonl": [0, 1], "two.jsonl": [2, 3]}),
    "reordered": seeded({"two.jsonl": [3, 2], "one.jsonl": [1, 0]}),
    "back": seeded({"one.jsonl": [0, 1], "two.jsonl": [2, 3]}),
    "rule": written("topics.toml", '[rename]\n"Diffusion Models" = "Diffusion"\n'),
    "no rule": written("topics.toml", ""),
    "title of the library": written("sitegen.toml", CONFIG + 'title = "Mine"\n'),
    "address": written("sitegen.toml", CONFIG + 'site_url = "https://papers.example"\n'),
    "no search": written("sitegen.toml", CONFIG + "[search]\nenabled = false\n"),
    "no topics": written("sitegen.toml", CONFIG + "[topics]\nenabled = false\n"),
    "no related papers": written("sitegen.toml", CONFIG + "[related]\nenabled = false\n"),
    "plain": written("sitegen.toml", CONFIG),
    "no theme": written("sitegen.toml", ""),
    "template": written("look/templates/404.html", "gone: {{ page.site_title }}"),
    "other template": written("look/templates/404.html", "not here: {{ page.site_title }}"),
    "static file": written("look/static/mine.css", "p { color: red }"),
    "style": written("look/static/css/layout.css", "p { color: blue }"),
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(tmp_path)
    (tmp_path / "look" / "static" / "css").mkdir()
    found.check()
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_gives_what_a_clean_build_gives(library: Library, name: str) -> None:
    CHANGES[name](library)
    library.check()


def test_a_partial_that_changes_renews_what_includes_it(library: Library) -> None:
    part = theme.builtin() / "templates" / "_parts" / "papers.html"
    own = library.folder / "look" / "templates" / "_parts"
    own.mkdir()
    (own / "papers.html").write_text(part.read_text("utf-8").replace("code</span>", "Code</span>"))
    library.check()
    (own / "papers.html").write_text(part.read_text("utf-8") + "<!-- mine -->")
    library.check()


def test_another_version_of_sitegen_renews_the_site(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "digest", lambda: "another")
    library.check()


@pytest.mark.parametrize("name", ["rankings", "mentions", "texts", "leads", "terms", "neighbours"])
@pytest.mark.parametrize("harm", [b"sitegen\xff", b"", b"sitegen 1\n"])
def test_a_damaged_cache_changes_nothing(library: Library, name: str, harm: bytes) -> None:
    assert (library.folder / FOLDER / name).is_file()
    (library.folder / FOLDER / name).write_bytes(harm)
    CHANGES["title"](library)
    library.check()


NONSENSE = {
    "rankings": b'{"a": 1}',
    "mentions": b"[1, 2]",
    "texts": b"[",
    "leads": b"[1]",
    "terms": b"[[1]]",
    "neighbours": b"x",
}


@pytest.mark.parametrize("name", sorted(NONSENSE))
def test_a_cache_that_is_whole_and_nonsense_is_thrown_away_with_a_word(
    library: Library, name: str
) -> None:
    lines = Folder(library.folder, engine.digest()).lines(name)
    harmed = [line.partition(b" ")[0] + b" " + NONSENSE[name] for line in lines.read()]
    assert harmed
    lines.write(harmed)
    CHANGES["title"](library)
    config = replace(load(library.folder / "sitegen.toml"), output=library.folder / "site")
    first = build.build(config, library.folder, Silence())
    assert any("is made anew" in problem.what for problem in first.problems)
    # It was said of that build, and is not said again of one that has nothing to do.
    assert not build.build(config, library.folder, Silence()).problems
    library.check()


def test_two_caches_that_are_nonsense_are_thrown_away_at_once(library: Library) -> None:
    (library.folder / FOLDER / "mine").write_text("precious")
    for name in ("rankings", "leads"):
        lines = Folder(library.folder, engine.digest()).lines(name)
        lines.write([line.partition(b" ")[0] + b" " + NONSENSE[name] for line in lines.read()])
    CHANGES["title"](library)
    library.check()
    assert (library.folder / FOLDER / "mine").read_text() == "precious"


@pytest.mark.parametrize("kind", ["templates/home.html", "static/extra.txt", "../seeds/one.jsonl"])
def test_what_is_another_while_the_site_is_built_leaves_nothing_stale(
    library: Library, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    changing = library.folder / "look" / kind
    before = changing.read_bytes() if changing.exists() else b"before"
    changing.write_bytes(before)
    library.built("site")
    real = pipeline.made

    def changed(*given: Any) -> pipeline.Made:  # noqa: ANN401  # as they come
        other = b"<p>other</p>" if "seeds" not in kind else before.replace(b"sparse", b"rare")
        changing.write_bytes(other)
        return real(*given)

    CHANGES["title"](library)
    before = changing.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "made", changed)
        library.built("site")
    changing.write_bytes(before)
    library.check()


def test_only_the_paper_that_was_edited_is_read_for_topics(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    answered = topics.answered

    def counted(questions: Sequence[Question]) -> list[topics.Answer]:
        read.extend(question.paper.title for question in questions)
        return answered(questions)

    monkeypatch.setattr(topics, "answered", counted)
    edited("abstract", f"{ABSTRACTS[0]} It is new.")(library)
    library.built("site")
    assert read == [TITLES[0]]
    library.check()
    assert sorted(read) == sorted([TITLES[0], *TITLES])


def test_where_there_are_no_related_papers_none_are_kept(tmp_path: Path) -> None:
    library = Library(tmp_path)
    CHANGES["no related papers"](library)
    library.built("site")
    assert (tmp_path / FOLDER / "rankings").exists()
    assert not (tmp_path / FOLDER / "neighbours").exists()


def test_what_was_changed_or_lost_in_the_site_is_made_anew(library: Library) -> None:
    (library.folder / "site" / "index.html").write_text("broken")
    (library.folder / "site" / "papers.html").unlink()
    library.check()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=4))
def test_any_changes_one_after_the_other(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    library = Library(tmp_path_factory.mktemp("library"))
    (library.folder / "look" / "static" / "css").mkdir()
    for name in names:
        CHANGES[name](library)
        library.check()
