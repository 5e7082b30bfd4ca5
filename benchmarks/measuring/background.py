"""Statistics that a paper took no part in: those of the other half of train."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from measuring import corpus
from measuring.corpus import CHECKOUT, Corpus, Row
from sitegen import text, topics
from sitegen.model import Paper, Tagging
from sitegen.topics import statistics

HALVES = ("a", "b")
BUILDER = "scripts.topic_statistics"

T = TypeVar("T")


def half(ident: str) -> str:
    """Return which half of train a paper is in, the same on every machine."""
    return HALVES[int(text.digest(f"half {ident}"), 16) % 2]


def other(name: str) -> str:
    """Return the half that is not `name`."""
    return HALVES[1 - HALVES.index(name)]


def rows(source: Corpus, name: str) -> Iterator[Row]:
    """Yield the rows of one half of train."""
    return (row for row in corpus.rows(source.train) if half(row["id"]) == name)


def table(source: Corpus, name: str, folder: Path) -> Path:
    """Return the statistics of one half of train, made by the maintainers' command if missing.

    Args:
        source: Where the papers come from.
        name: The half.
        folder: Where the statistics of both halves are kept.
    """
    stem = f"half-{name}-{statistics.VERSION}"
    made = folder.absolute() / f"{stem}.tsv.gz"
    if not made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        papers, unfinished = made.with_name(f"{stem}.jsonl.gz"), made.with_name(f"{stem}.part.gz")
        with gzip.open(papers, "wt", encoding="utf-8", compresslevel=1) as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows(source, name))
        print(f"making the statistics of half {name}", file=sys.stderr)
        command = [sys.executable, "-m", BUILDER, str(papers), str(unfinished)]
        subprocess.run(command, check=True, cwd=CHECKOUT)  # noqa: S603 - this repository's own
        unfinished.rename(made)
        papers.unlink()
    return made


def tagged(papers: Sequence[Paper], made: Path) -> Tagging:
    """Return what the tagger says with the statistics in `made` in place of those shipped."""
    return apart(_tagged, papers, str(made))


def _tagged(papers: Sequence[Paper], made: str) -> Tagging:
    """Tag in a process of its own, where nothing was read or remembered before."""
    with patch.object(statistics, "FILE", made):
        return topics.tag(papers)


def apart(function: Callable[..., T], *arguments: object) -> T:
    """Return what `function` returns in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()
