"""Measures the search of a library, in Chromium from `file://`, and prints two tables.

Usage: python benchmarks/search.py CORPUS.jsonl[.gz] [--papers N] [--queries N] [--peers]

The first table is how well papers are found, beside other engines with `--peers`; the second what
it costs. CONTRIBUTING says what must be installed and what the rows mean.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from browsing import chromium
from measuring.corpus import library, rows
from measuring.indexing import indexed
from measuring.machine import loop
from measuring.queries import KINDS, Query, queries
from measuring.visits import cost, zipped
from sitegen import artifacts, prose, search, site, theme, topics
from sitegen.config import Config
from sitegen.model import Site
from sitegen.rendering import Renderer
from sitegen.search import numbering
from sitegen.search.analysis import words

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
PEERS = {
    "MiniSearch, OR": ("minisearch/dist/umd/index.js", "minisearch(texts, 'OR')"),
    "MiniSearch, AND": ("minisearch/dist/umd/index.js", "minisearch(texts, 'AND')"),
    "FlexSearch, AND": ("flexsearch/dist/flexsearch.bundle.min.js", "flexsearch(texts)"),
    "lunr.js": ("lunr/lunr.js", "lunr(texts)"),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the search; print two tables.")
    parser.add_argument("corpus", type=Path, help="JSON Lines of papers")
    parser.add_argument("--papers", type=int, default=10_000, metavar="N")
    parser.add_argument("--queries", type=int, default=500, metavar="N", help="of each kind")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--peers", action="store_true", help="other engines too")
    options = parser.parse_args()
    found = read(options.corpus, options.papers)
    texts = plain(found)
    asked = queries(texts, options.queries, options.seed)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        figures = written(found, Path(folder))
        print(
            f"\n{len(texts):,} papers, {options.queries} queries of a kind, seed {options.seed}\n"
        )
        quality(browser, Path(folder), found, asked, peers=options.peers)
        figures.update(cost(browser, Path(folder), asked))
        if options.peers:
            figures["words that lunr.js stems otherwise"] = stemmed_otherwise(browser, texts)
        print("\n| cost | |\n|---|---|")
        for name, figure in figures.items():
            print(f"| {name} | {figure} |")


def read(corpus: Path, count: int) -> Site:
    """Return the first papers of a JSON Lines file as a library with its topics."""
    papers = library(islice(rows(corpus), count))
    return site.assemble(papers, topics.tag(papers), {})


def plain(found: Site) -> list[tuple[str, str]]:
    """Return title and abstract of each paper as they are searched."""
    return [
        (prose.plain(paper.title), prose.plain(paper.abstract)) for paper in found.papers.values()
    ]


def written(found: Site, folder: Path) -> dict[str, str]:
    """Write the search page and all it needs; return what the index took and takes."""
    texts = zip(found.papers.values(), plain(found), strict=True)
    papers = [replace(paper, title=title, abstract=told) for paper, (title, told) in texts]
    index = indexed(papers, found.tags, found.topics)
    files = dict(index.files)
    look = theme.load(None)
    small = site.assemble(list(found.papers.values())[:1], site.untagged([]), {})
    for artifact in artifacts.artifacts(small, Config(), look):
        if artifact.path == "search.html" or artifact.path.startswith("static/"):
            files[artifact.path] = artifacts.content(artifact, Renderer(look)).decode(
                "utf-8", "surrogateescape"
            )
    sizes: dict[str, int] = {}
    for path, content in files.items():
        data = content.encode("utf-8", "surrogateescape")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        kind = "cards" if "/cards/" in path else "rest" if path.startswith("search/") else ""
        sizes[kind] = sizes.get(kind, 0) + len(data)
    columns = json.loads(_registered(files[search.TABLES]))["columns"]
    column = (folder / "search" / f"{columns}.js").stat().st_size
    return {
        "building the index: CPU, peak memory": f"{index.took:.1f} s, {index.peak:,.0f} MB",
        "ten million turns of an empty loop": f"{loop():.2f} s",
        "on disk: shards, tables, words": f"{(sizes['rest'] - column) / 1e6:.1f} MB",
        "on disk: cards and columns": f"{(sizes['cards'] + column) / 1e6:.1f} MB",
        "columns, gzip": f"{zipped(folder / 'search' / f'{columns}.js') / 1e3:.0f} KB",
    }


def _registered(script: str) -> str:
    """Return the JSON that a data script hands over, whose text holds no escape."""
    return script[script.index(",'") + 2 : script.rindex("'")].replace("\\\\", "\\")


def quality(
    browser: Browser,
    folder: Path,
    found: Site,
    asked: Mapping[str, Sequence[Query]],
    *,
    peers: bool,
) -> None:
    """Print how well each engine finds the papers that queries were made from."""
    texts = plain(found)
    given = {kind: [[each.text, each.paper] for each in some] for kind, some in asked.items()}
    print("| MRR@10 (ms a query) | " + " | ".join(KINDS) + " |\n|---|" + "---|" * len(KINDS))
    numbers = numbering.numbers([paper.slug for paper in found.papers.values()])
    places = {number: at for at, number in enumerate(numbers)}
    page = opened(browser, folder)
    page.evaluate(_engines())
    _row("sitegen", page, "sitegen(places)", {"places": places, "kinds": given})
    page.context.close()
    if not peers:
        return
    if not PACKAGES.is_dir():
        sys.exit("install the other engines first: npm --prefix benchmarks install")
    for name, (package, engine) in PEERS.items():
        page = browser.new_page()
        page.add_script_tag(path=PACKAGES / package)
        page.evaluate(_engines())
        _row(name, page, engine, {"texts": texts, "kinds": given})
        page.context.close()


def _engines() -> str:
    """Return the script of the engines as one expression."""
    return f"() => {{ {(HERE / 'measuring' / 'engines.js').read_text()} }}"


def stemmed_otherwise(browser: Browser, texts: Sequence[tuple[str, str]]) -> str:
    """Return how many of the library's words lunr.js gives another stem."""
    found = {word for pair in texts for text in pair for word in words(text)}
    ours = {word.form: word.term for word in found if word.form.isascii()}
    page = browser.new_page()
    page.add_script_tag(path=PACKAGES / "lunr" / "lunr.js")
    theirs = page.evaluate(
        "(forms) => forms.map((form) => lunr.stemmer(new lunr.Token(form)).toString())",
        list(ours),
    )
    page.context.close()
    different = sum(one != other for one, other in zip(ours.values(), theirs, strict=True))
    return f"{different} of {len(ours):,}"


def _row(name: str, page: Page, engine: str, given: Mapping[str, object]) -> None:
    """Print one engine's figures."""
    figures = page.evaluate(
        f"async ({{ {', '.join(given)} }}) => measured(await engines.{engine}, kinds)", given
    )
    cells = (f"{rank:.3f} ({took:.1f})" for rank, took in (figures[kind] for kind in KINDS))
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def opened(browser: Browser, folder: Path) -> Page:
    """Return the search page with its box focused and the reader there."""
    page = browser.new_page()
    page.goto((folder / "search.html").as_uri())
    page.locator("#q").focus()
    while not page.evaluate("() => Boolean(globalThis.sitegen?.view && sitegen.search?.open)"):
        time.sleep(0.01)
    return page


if __name__ == "__main__":
    if shutil.which("chromium") is None:
        sys.exit("chromium is not on PATH; scripts/test installs it")
    main()
