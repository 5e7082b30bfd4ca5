"""Measures the map of topics and prints one table.

Usage: python benchmarks/topic_map.py [CORPUS.jsonl[.gz]] [--papers N[,N…]] [--draws D]

Without a corpus, the repository's seeds. Of a corpus the first N papers are a library, for each
N. A library's map is compared with the maps of D random nine tenths of it. CONTRIBUTING says what
the columns mean.
"""

import argparse
import math
import sys
import time
from collections.abc import Sequence
from heapq import nsmallest
from itertools import combinations, islice
from pathlib import Path
from statistics import mean

from measuring.corpus import library, rows, seeds
from sitegen import atlas, site, text, topics
from sitegen.atlas import anchors, labels
from sitegen.atlas.values import Atlas, Node
from sitegen.model import Paper, Site

HEADER = (
    "library", "topics", "drawn", "stay", "move: mean", "worst draw", "tied/random",
    "lines/random", "names left out", "overlaps", "CPU",
)  # fmt: skip
WIDTH = 12
SHARE = 0.9


def main(arguments: Sequence[str]) -> None:
    """Measure each library and print the table."""
    parser = argparse.ArgumentParser(description="Measure the map of topics; print one table.")
    parser.add_argument(
        "corpus", type=Path, nargs="?", help="JSON Lines of papers; else the seeds"
    )
    parser.add_argument("--papers", default="2000,10000", metavar="N[,N…]", help="sizes")
    parser.add_argument("--draws", type=int, default=5, metavar="D", help="nine tenths to draw")
    options = parser.parse_args(arguments)
    sizes = map(int, options.papers.split(",")) if options.corpus else ()
    libraries = {f"{size} papers": read(options.corpus, size) for size in sizes}
    print(line(HEADER))
    print("|" + "|".join("-" * (max(WIDTH, len(cell)) + 2) for cell in HEADER) + "|")
    for name, papers in (libraries or {"seeds": seeds()}).items():
        print(line(measured(name, papers, options.draws)), flush=True)


def line(cells: Sequence[str]) -> str:
    """Return one line of the table, each column as wide as its head."""
    widths = (max(WIDTH, len(cell)) for cell in HEADER)
    return "| " + " | ".join(map(str.ljust, cells, widths)) + " |"


def read(corpus: Path, size: int) -> list[Paper]:
    """Return the first papers of a JSON Lines file, compressed or not."""
    return library(islice(rows(corpus), size))


def measured(name: str, papers: Sequence[Paper], draws: int) -> tuple[str, ...]:
    """Return one row of the table."""
    whole = tagged(papers)
    anchors.shipped()
    began = time.process_time()
    drawing = atlas.draw(whole)
    cost = time.process_time() - began
    parts = []
    for draw in range(draws):
        print(f"{name}: draw {draw + 1} of {draws}", file=sys.stderr)
        parts.append(atlas.draw(tagged(nine_tenths(papers, draw))))
    moves = [movement(drawing, part) for part in parts]
    stay = [len(places(drawing).keys() & places(part).keys()) for part in parts]
    nodes = len(drawing.nodes)
    return (
        name,
        str(sum(topic.listed for topic in whole.topics.values())),
        str(nodes),
        f"{mean(stay) / nodes:.0%}",
        f"{mean(moves):.2%}",
        f"{max(moves):.2%}",
        f"{nearness(drawing, ties(whole, drawing)):.2f}",
        f"{nearness(drawing, [(tie.one, tie.other) for tie in drawing.ties]):.2f}",
        str(sum(not node.lines for each in (drawing, *parts) for node in each.nodes)),
        str(sum(len(overlaps(each)) for each in (drawing, *parts))),
        f"{cost:.2f} s",
    )


def nine_tenths(papers: Sequence[Paper], draw: int) -> list[Paper]:
    """Return nine tenths of `papers`, drawn at random, the same for the same `draw`."""
    count = round(SHARE * len(papers))
    return nsmallest(count, papers, key=lambda paper: text.digest(f"{draw} {paper.id}"))


def tagged(papers: Sequence[Paper]) -> Site:
    """Return the site of `papers`, without related papers."""
    return site.assemble(papers, topics.tag(papers), {})


def places(drawing: Atlas) -> dict[str, tuple[float, float]]:
    """Return the centre of each disc by the topic's slug."""
    return {node.topic: (node.x, node.y) for node in drawing.nodes}


def movement(one: Atlas, other: Atlas) -> float:
    """Return how far topics that are on both maps lie apart, on average, in widths of the map."""
    before, after = places(one), places(other)
    stay = before.keys() & after.keys()
    return mean(math.dist(before[slug], after[slug]) for slug in stay) / one.width


def ties(whole: Site, drawing: Atlas) -> list[tuple[str, str]]:
    """Return all pairs of topics on the map that have a paper in common."""
    shown = places(drawing)
    return [
        (slug, other)
        for slug in sorted(shown)
        for other, _ in whole.near.get(slug, ())
        if slug < other and other in shown
    ]


def nearness(drawing: Atlas, pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean distance of `pairs` in units of that of any two topics on the map."""
    place = places(drawing)
    if not pairs:
        return math.nan
    anywhere = mean(math.dist(one, other) for one, other in combinations(place.values(), 2))
    return mean(math.dist(place[one], place[other]) for one, other in pairs) / anywhere


def overlaps(drawing: Atlas) -> list[tuple[str, str]]:
    """Return the pairs of topics whose discs or names cover each other."""
    spaces = {node.topic: rectangles(node) for node in drawing.nodes}
    return [
        (one, other)
        for one, other in combinations(spaces, 2)
        if any(meet(a, b) for a in spaces[one] for b in spaces[other])
    ]


def rectangles(node: Node) -> list[tuple[float, float, float, float]]:
    """Return what a disc and its name cover: left, top, right and bottom of each."""
    x, y, r = node.x, node.y, node.radius
    disc = (x - r, y - r, x + r, y + r)
    if not node.lines:
        return [disc]
    right = x + r + labels.GAP + node.size * max(map(labels.em, node.lines))
    half = node.size * labels.LEADING * len(node.lines) / 2
    return [disc, (x + r + labels.GAP, y - half, right, y + half)]


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Tell whether two rectangles have more than a hair in common."""
    hair = 0.5
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > hair
        and min(one[3], other[3]) - max(one[1], other[1]) > hair
    )


if __name__ == "__main__":
    main(sys.argv[1:])
