"""Names of topics: how many are somebody's keyword in papers that took no part in fitting."""

from collections.abc import Iterable

from measuring import corpus
from measuring.bench import Bench, Site
from measuring.corpus import Row
from measuring.figures import mean
from measuring.gold import all_folded, folded
from measuring.table import Line, share

FEWEST = {"seeds": 2, "mixed": 3}


def lines(bench: Bench) -> list[Line]:
    """Return the share of names that are keywords of dev, and of dev and train."""
    sites = {"seeds": bench.seeds, "mixed": bench.mixed}
    free = [row for row in bench.corpus.keyworded if corpus.is_free(row)]
    kinds = {
        f"keywords of dev ({len(bench.corpus.dev)} papers, not fitted)": bench.corpus.dev,
        "free keywords of dev and train (fitted)": [*bench.corpus.dev, *free],
    }
    return [
        Line(
            f"names among {kind}, seeds / 2,000",
            "≥ .85 / ≥ .68 of 2,500 papers",
            share(*(hits(ours(site), keywords(rows)) for site in sites.values())),
            **{
                peer: share(
                    *(
                        hits(theirs(bench, peer, site, FEWEST[name]), keywords(rows))
                        for name, site in sites.items()
                    )
                )
                for peer in bench.peers
            },
        )
        for kind, rows in kinds.items()
    ]


def keywords(rows: Iterable[Row]) -> set[str]:
    """Return the folded keywords of papers."""
    return {form for row in rows for form in all_folded(row["keywords"])}


def ours(site: Site) -> list[str]:
    """Return the names that stand in a site's index of topics."""
    return [topic.name for topic in site.shared]


def theirs(bench: Bench, peer: str, site: Site, fewest: int) -> list[str]:
    """Return the names that a peer's phrases would give a site, at most as many as ours."""
    from measuring import peers  # noqa: PLC0415 - they need packages that sitegen does not

    phrases = bench.phrases(peer, site.papers)
    return list(peers.topics(phrases, fewest, len(site.shared)))


def hits(names: Iterable[str], known: set[str]) -> float:
    """Return the share of names that are keywords."""
    return mean(folded(name) in known for name in names)
