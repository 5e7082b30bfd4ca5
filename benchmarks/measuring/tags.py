"""Topics of papers against the keywords of their authors."""

from collections.abc import Iterable, Mapping, Sequence

from measuring import background, corpus, simple
from measuring.bench import Bench, Site, tagged
from measuring.corpus import Row
from measuring.figures import f1, mean
from measuring.gold import all_folded
from measuring.names import FEWEST
from measuring.table import Line, share
from sitegen.model import Tagging

TARGET = "≥ .27"
TRAIN = 2_000


def lines(bench: Bench) -> list[Line]:
    """Return F1 of dev on a site with 2,000 mixed papers, and on one with free keywords."""
    dev = bench.corpus.dev
    site = tagged(corpus.library([*dev, *bench.corpus.mixed[:TRAIN]]))
    gold = keywords(dev)
    mixed = Line(
        f"tags against keywords, F1: {len(gold)} papers of dev among 2,000 mixed",
        TARGET,
        share(mean(scores(names(site.tagging), gold))),
        **{peer: share(mean(scores(theirs(bench, peer, site), gold))) for peer in bench.peers},
    )
    return [mixed, *(_two_fold(bench) if bench.cache else [])]


def _two_fold(bench: Bench) -> list[Line]:
    """Return F1 of dev and of train on a site of papers with free keywords, and of both.

    A paper of train counts as tagged by the half of train that it is not in. There are fewer
    than 2,000 with free keywords: mixed papers fill the site up.
    """
    free = [row for row in bench.corpus.keyworded if corpus.is_free(row)][:TRAIN]
    taken = {row["id"] for row in free}
    more = [row for row in bench.corpus.mixed if row["id"] not in taken]
    papers = corpus.library([*bench.corpus.dev, *free, *more[: TRAIN - len(free)]])
    of_dev = scores(names(tagged(papers).tagging), keywords(bench.corpus.dev))
    of_train: list[float] = []
    for half, tagging in bench.two_fold(papers).items():
        gold = keywords(row for row in free if background.half(row["id"]) == half)
        of_train += scores(names(tagging), gold)
    return [
        Line(f"tags, F1: {len(of_dev)} of dev among 2,000 of like kind", TARGET, _mean(of_dev)),
        Line(f"tags, F1: {len(of_train):,} of train there, two-fold", "", _mean(of_train)),
        Line("tags, F1: both together", TARGET, _mean([*of_dev, *of_train])),
    ]


def keywords(rows: Iterable[Row]) -> dict[str, set[str]]:
    """Return the folded keywords of papers by their ids."""
    return {row["id"]: all_folded(row["keywords"]) for row in rows}


def names(tagging: Tagging) -> dict[str, list[str]]:
    """Return the names of each paper's topics."""
    named = {topic.slug: topic.name for topic in tagging.topics}
    return {paper: [named[tag.topic] for tag in tags] for paper, tags in tagging.tags.items()}


def theirs(bench: Bench, peer: str, site: Site) -> dict[str, list[str]]:
    """Return the topics of each paper that a peer's phrases would give."""
    phrases = bench.phrases(peer, site.papers)
    found: dict[str, list[str]] = {}
    for name, members in simple.topics(phrases, FEWEST["mixed"], len(site.shared)).items():
        for paper in members:
            found.setdefault(paper, []).append(name)
    return found


def scores(found: Mapping[str, Sequence[str]], gold: Mapping[str, set[str]]) -> list[float]:
    """Return F1 of each paper."""
    return [f1(all_folded(found.get(paper, ())), keys) for paper, keys in gold.items()]


def _mean(values: Iterable[float]) -> str:
    """Return an average as the table writes it."""
    return share(mean(values))
