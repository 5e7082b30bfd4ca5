"""A small library whose papers, settings and theme change, and the site that is kept of it."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from publishing import tree
from sitegen import build, output, topics
from sitegen.artifacts import _renderer
from sitegen.cache import FOLDER, again, snapshot
from sitegen.cache.again import _all
from sitegen.config import load
from sitegen.jobs import HERE, Jobs
from sitegen.output.manifest import _told
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
        (folder / "look" / "static" / "css").mkdir(parents=True)
        (folder / "sitegen.toml").write_text('theme = "look"\n', "utf-8")
        self.write()

    def write(self) -> None:
        """Write the papers into their files."""
        for path in (self.folder / "seeds").iterdir():
            path.unlink()
        for name, places in self.files.items():
            lines = [json.dumps(self.papers[place]) + "\n" for place in places]
            (self.folder / "seeds" / name).write_text("".join(lines), "utf-8")

    def built(self, site: str, jobs: Jobs = HERE, *, watched: bool = False) -> dict[str, bytes]:
        """Build into a folder and return the published files."""
        config = load(self.folder / "sitegen.toml")
        config = replace(config, output=self.folder / site)
        build.build(config, self.folder, Silence(), jobs, watched=watched)
        return tree(self.folder / site)

    def told(self) -> list[str]:
        """Build, and return what is told."""
        config = load(self.folder / "sitegen.toml")
        return [each.what for each in build.build(config, self.folder, Silence()).problems]

    @property
    def snapshot(self) -> Path:
        """The file that one process leaves the next."""
        return self.folder / FOLDER / snapshot.NAME

    def check(self) -> None:
        """Hold the site that is kept against one made from nothing, and build it once more."""
        kept = self.built("site")
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        cache, aside = self.folder / FOLDER, self.folder / ".aside"
        cache.rename(aside)
        forget()
        assert kept == self.built("clean")
        shutil.rmtree(cache)
        aside.rename(cache)
        before = times(self.folder / "site")
        self.built("site")
        assert times(self.folder / "site") == before


def read_for_topics(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that the titles of papers come into as these are read for their topics."""
    read: list[str] = []
    answered = topics.answered

    def counted(questions: Sequence[Question]) -> list[topics.Answer]:
        read.extend(question.paper.title for question in questions)
        return answered(questions)

    monkeypatch.setattr(topics, "answered", counted)
    return read


def forget() -> None:
    """Let this process remember nothing of what was built, as one that has just begun."""
    again.forget()
    for each in (_renderer, _told):
        each.cache_clear()


@contextmanager
def nothing_held() -> Iterator[None]:
    """Let this process find out all as one that has just begun; then it holds what it held."""
    held = [(each, dict(vars(each))) for each in _all().values()]
    forget()
    try:
        yield
    finally:
        for each, was in held:
            vars(each).update(was)


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
