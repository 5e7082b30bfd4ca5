"""A small library read off the seeds, and Node to run the browser's side on it."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from making import seeds
from scripting import Node
from sitegen import search
from sitegen.model import Paper, Tag, Topic

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def node_binary() -> str:
    """The Node that is installed with the tests' packages, or found on the path."""
    found = shutil.which("node")
    if found is None:
        pytest.fail("node is not installed: scripts/test installs it")
    return found


@pytest.fixture(scope="session")
def node(node_binary: str) -> Node:
    """Run a script of tests/js with a value as its input, and return its answer."""
    if not (CHECKOUT / "tests" / "node_modules" / "lunr").is_dir():
        pytest.fail("npm packages are not installed: scripts/test installs them")

    def run(script: str, value: object) -> Any:  # noqa: ANN401  # whatever the script answers
        done = subprocess.run(
            [node_binary, CHECKOUT / "tests" / "js" / script],
            input=json.dumps(value),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def texts() -> list[tuple[str, str]]:
    """Title and abstract of every paper of the seeds."""
    return [(paper.title, paper.abstract) for paper in seeds()]


@pytest.fixture(scope="session")
def papers(texts: list[tuple[str, str]]) -> tuple[Paper, ...]:
    """The seeds' papers, with made-up people and venues so that every field has words."""
    return tuple(
        Paper(
            id=f"paper/{at}",
            slug=f"paper-{at}",
            title=title,
            abstract=abstract,
            authors=tuple(re.findall(r"\b[A-Z][a-z]{3,}\b", abstract)[:4]),
            venue=("NeurIPS", "ICML", None, "Journal of Machine Learning")[at % 4],
            published=("2024-05", None)[at % 2],
        )
        for at, (title, abstract) in enumerate(texts)
    )


@pytest.fixture(scope="session")
def topics() -> dict[str, Topic]:
    """Three topics whose words stand in titles and abstracts as well."""
    names = ("Graph Neural Networks", "Large Language Models", "Time Series")
    slugs = [name.lower().replace(" ", "-") for name in names]
    return {slug: Topic(slug, name, ()) for slug, name in zip(slugs, names, strict=True)}


@pytest.fixture(scope="session")
def tags(papers: tuple[Paper, ...], topics: dict[str, Topic]) -> dict[str, tuple[Tag, ...]]:
    """Each paper with the topics whose first word it holds."""
    return {
        paper.id: tuple(
            Tag(slug)
            for slug, topic in topics.items()
            if topic.name.split()[0].lower() in paper.abstract.lower()
        )
        for paper in papers
    }


@pytest.fixture(scope="session")
def files(
    papers: tuple[Paper, ...], tags: dict[str, tuple[Tag, ...]], topics: dict[str, Topic]
) -> dict[str, str]:
    """The search's files of the seeds, by path."""
    return dict(search.files(papers, tags, topics))


@pytest.fixture(scope="session")
def find(node: Node, files: dict[str, str]) -> Callable[[list[str]], Any]:
    """What queries find among the seeds, as the browser finds it."""
    return lambda queries: node(
        "find.cjs", {"files": files, "queries": queries, "similar": False}
    )["answers"]
