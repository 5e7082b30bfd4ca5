"""Names of topics: how many are somebody's keyword in papers that took no part in fitting."""

from collections.abc import Iterable, Mapping, Sequence

from measuring import background, corpus, simple
from measuring.bench import Bench, Site
from measuring.corpus import Row
from measuring.figures import mean
from measuring.gold import all_folded, folded
from measuring.table import Line, share

# How many papers a peer's topic needs.
FEWEST = {"seeds": 2, "mixed": 3}
MIXED = 2_000
TARGET = "≥ .85 / ≥ .68"

Figures = Mapping[str, Sequence[float]]


def lines(bench: Bench) -> list[Line]:
    """Return the shares of names, of the seeds and of 2,000 papers, that are keywords."""
    return [*shipped(bench), *(two_fold(bench) if bench.cache else [])]


def shipped(bench: Bench) -> list[Line]:
    """Return the shares with the shipped statistics, which know the keywords of train."""
    sites = {"seeds": bench.seeds, "mixed": bench.mixed}
    dev = bench.corpus.dev
    free = [row for row in bench.corpus.keyworded if corpus.is_free(row)]
    kinds = {
        f"names, seeds / 2,000: keywords of dev, {len(dev):,} papers": dev,
        f"names, fitted: free keywords, {len(dev) + len(free):,} papers": [*dev, *free],
    }
    return [
        _line(kind, TARGET if rows is dev else "", figures(bench, sites, keywords(rows)))
        for kind, rows in kinds.items()
    ]


def two_fold(bench: Bench) -> list[Line]:
    """Return the shares with the statistics of half of train, averages of both halves.

    The 2,000 papers and the keywords are those of dev and the other half; the keywords of the
    2,000 papers themselves do not count.
    """
    free: list[Figures] = []
    all_kinds: list[Figures] = []
    counts = [0, 0]
    for half in background.HALVES:
        other = background.other(half)
        mixed = corpus.drawn(background.rows(bench.corpus, other), MIXED, "mixed")
        named = {row["id"] for row in mixed}
        rows = [*bench.corpus.dev]
        rows += (row for row in bench.corpus.keyworded if background.half(row["id"]) == other)
        rows = [row for row in rows if row["id"] not in named]
        chosen = [row for row in rows if corpus.is_free(row)]
        sites = {
            name: Site(papers, bench.tagged_by(half, papers))
            for name, papers in (("seeds", bench.seeds.papers), ("mixed", corpus.library(mixed)))
        }
        free.append(figures(bench, sites, keywords(chosen)))
        all_kinds.append(figures(bench, sites, keywords(rows)))
        counts = [counts[0] + len(chosen) // 2, counts[1] + len(rows) // 2]
    return [
        _line(f"names, two-fold: free keywords, {counts[0]:,} papers", TARGET, _average(free)),
        _line(f"names, two-fold: all keywords, {counts[1]:,} papers", "", _average(all_kinds)),
    ]


def figures(bench: Bench, sites: Mapping[str, Site], known: set[str]) -> Figures:
    """Return for sitegen and each peer the shares of each site's names that are `known`."""
    found = {"sitegen": [hits(ours(site), known) for site in sites.values()]}
    for peer in bench.peers:
        found[peer] = [
            hits(theirs(bench, peer, site, FEWEST[name]), known) for name, site in sites.items()
        ]
    return found


def keywords(rows: Iterable[Row]) -> set[str]:
    """Return the folded keywords of papers; of a path in a taxonomy, its last step."""
    return {form for row in rows for form in all_folded(map(_last_step, row["keywords"]))}


def _last_step(keyword: str) -> str:
    """Return what a keyword such as *Machine Learning: Clustering* names."""
    return keyword.rpartition(":")[2]


def ours(site: Site) -> list[str]:
    """Return the names that stand in a site's index of topics."""
    return [topic.name for topic in site.shared]


def theirs(bench: Bench, peer: str, site: Site, fewest: int) -> list[str]:
    """Return the names that a peer's phrases would give a site, at most as many as ours."""
    phrases = bench.phrases(peer, site.papers)
    return list(simple.topics(phrases, fewest, len(site.shared)))


def hits(names: Iterable[str], known: set[str]) -> float:
    """Return the share of names that are keywords."""
    return mean(folded(name) in known for name in names)


def _average(folds: Sequence[Figures]) -> Figures:
    """Return the averages of figures over folds."""
    return {
        method: [mean(values) for values in zip(*(fold[method] for fold in folds), strict=True)]
        for method in folds[0]
    }


def _line(measure: str, target: str, found: Figures) -> Line:
    """Return the line of one kind of keywords."""
    return Line(measure, target, **{method: share(*values) for method, values in found.items()})
