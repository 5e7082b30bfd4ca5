"""Related papers: how well neighbours agree with rare keywords that papers share."""

from collections.abc import Mapping, Sequence
from unittest.mock import patch

from measuring import corpus, leaving_out
from measuring.bench import Bench, Site, tagged
from measuring.corpus import Row
from measuring.figures import mean, ndcg
from measuring.gold import all_folded
from measuring.table import Line, share
from sitegen import related

POOL = 3_225
DEPTH = 10
RAREST, COMMONEST = 2, 15
TARGET = "≥ .30"


def lines(bench: Bench) -> list[Line]:
    """Return nDCG@10 over papers with free keywords of dev and train."""
    train = [row for row in bench.corpus.keyworded if corpus.is_free(row)]
    train = train[: POOL - len(bench.corpus.dev)]
    pool = [*bench.corpus.dev, *train]
    relevant = sharing(pool)
    dev = {row["id"] for row in bench.corpus.dev}
    of_dev = {paper: others for paper, others in relevant.items() if paper in dev}
    site = tagged(corpus.library(pool))
    shipped = ours(site)
    left_out = ours(Site(site.papers, leaving_out.tagged(site.papers, train)))
    peer = {}
    if bench.with_peers:
        from measuring import peers  # noqa: PLC0415 - they need packages that sitegen does not

        peer["tfidf"] = figure(peers.nearest(site.papers, DEPTH), relevant)
    measure = f"related, {len(pool):,} papers: nDCG@10 of {len(relevant):,} queries"
    return [
        Line(measure, TARGET, figure(shipped, relevant), **peer),
        Line("related, each of train left out", "", figure(left_out, relevant)),
        Line(f"related, {len(of_dev)} queries of dev", "", figure(left_out, of_dev)),
    ]


def ours(site: Site) -> dict[str, list[str]]:
    """Return the ids of the ten nearest papers of each; pages show fewer."""
    with patch.object(related, "NEIGHBOURS", DEPTH):
        found = related.neighbours(site.papers, site.tagging)
    return {paper: [each.paper for each in near] for paper, near in found.items()}


def sharing(pool: Sequence[Row]) -> dict[str, set[str]]:
    """Return the papers that share a rare keyword with each, for those that share any."""
    papers: dict[str, set[str]] = {}
    for row in pool:
        for keyword in all_folded(row["keywords"]):
            papers.setdefault(keyword, set()).add(row["id"])
    relevant: dict[str, set[str]] = {}
    for group in papers.values():
        if RAREST <= len(group) <= COMMONEST:
            for paper in group:
                relevant.setdefault(paper, set()).update(group - {paper})
    return relevant


def figure(ranked: Mapping[str, Sequence[str]], relevant: Mapping[str, set[str]]) -> str:
    """Return the mean nDCG of rankings."""
    return share(mean(ndcg(ranked[paper], others, DEPTH) for paper, others in relevant.items()))
