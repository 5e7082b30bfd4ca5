"""Related papers: how well neighbours agree with rare keywords that papers share."""

from collections.abc import Container, Mapping, Sequence
from unittest.mock import patch

from msgspec.structs import replace

from measuring import background, corpus
from measuring.bench import Bench, Site, tagged
from measuring.corpus import Row
from measuring.figures import mean, ndcg
from measuring.gold import all_folded
from measuring.table import Line, share
from sitegen import related
from sitegen.related import nearest

POOL = 3_225
DEPTH = 10
RAREST, COMMONEST = 2, 15
TARGET = "≥ .30"


def lines(bench: Bench) -> list[Line]:
    """Return nDCG@10 over papers with free keywords of dev and train."""
    free = (row for row in bench.corpus.keyworded if corpus.is_free(row))
    pool = [*bench.corpus.dev, *free][:POOL]
    relevant = sharing(pool)
    dev = {row["id"] for row in bench.corpus.dev}
    of_dev = {paper: others for paper, others in relevant.items() if paper in dev}
    site = tagged(corpus.library(pool))
    found = ours(site)
    peer = {}
    if bench.with_peers:
        from measuring import peers  # noqa: PLC0415 - they need packages that sitegen does not

        peer["tfidf"] = figure(peers.nearest(site.papers, DEPTH), relevant)
    measure = f"related, {len(pool):,} papers: nDCG@10 of {len(relevant):,} queries"
    measured = [
        Line(measure, TARGET, figure(found, relevant), **peer),
        Line(f"related, {len(of_dev)} queries of dev", "", figure(found, of_dev)),
    ]
    if bench.cache:
        unfitted = ours(_two_fold(bench, site, dev))
        measured.append(Line("related, papers of train two-fold", "", figure(unfitted, relevant)))
    return measured


def _two_fold(bench: Bench, site: Site, dev: Container[str]) -> Site:
    """Return the site with each paper of train as the half tags it that it is not in."""
    taggings = bench.two_fold(site.papers)
    keyphrases = {
        paper: phrases if paper in dev else taggings[background.half(paper)].keyphrases[paper]
        for paper, phrases in site.tagging.keyphrases.items()
    }
    return Site(site.papers, replace(site.tagging, keyphrases=keyphrases))


def ours(site: Site) -> dict[str, list[str]]:
    """Return the ids of the ten nearest papers of each; pages show fewer."""
    with patch.object(nearest, "NEIGHBOURS", DEPTH):
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
