"""How long `sitegen watch` takes from a saved abstract until the site is fresh."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sitegen import text, urls

_WARMING = 2
"""The first builds after an edit are not counted: a folder is watched for an afternoon."""


def seconds(papers: Path, site: Path, rounds: int) -> list[float]:
    """Edit an abstract of the JSON Lines in `papers` again and again; return how long each took.

    Each is measured from the saved file to the word that the site is built, and the paper's page
    must then have the new text.
    """
    found = []
    with _watching(papers, site) as said:
        for at in range(rounds + _WARMING):
            page, sentence = _edit(papers, at)
            start = time.perf_counter()
            said.readline()
            found.append(time.perf_counter() - start)
            if sentence not in (site / page).read_text("utf-8"):
                sys.exit(f"{page} is not fresh")
    return found[_WARMING:]


@contextmanager
def _watching(papers: Path, site: Path) -> Iterator[IO[str]]:
    """Provide what the command says, a line for each build, once it has built the site."""
    command = [sys.executable, "-m", "sitegen", "watch", str(papers), "-q", "-o", str(site)]
    process = subprocess.Popen(  # noqa: S603 - this repository's
        command, stdout=subprocess.PIPE, text=True, cwd=papers.parent
    )
    with process:
        if process.stdout is None:
            raise AssertionError
        try:
            process.stdout.readline()
            yield process.stdout
        finally:
            process.terminate()


def _edit(papers: Path, at: int) -> tuple[str, str]:
    """Edit the abstract of one paper; return its page, and what that must say."""
    lines = papers.read_text("utf-8").split("\n")
    place = 100 + at
    paper = json.loads(lines[place])
    sentence = f"We also study the method {'again and ' * at}again."
    paper["abstract"] += f" {sentence}"
    lines[place] = json.dumps(paper)
    papers.write_text("\n".join(lines), "utf-8")
    return urls.paper(text.slug(paper["title"])), sentence
