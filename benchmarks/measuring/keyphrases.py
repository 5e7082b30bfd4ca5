"""Keyphrases of single papers against the keywords of their authors."""

from collections.abc import Mapping, Sequence

from measuring.bench import Bench
from measuring.figures import f1, mean, recall
from measuring.gold import all_folded
from measuring.table import Line, share


def lines(bench: Bench) -> list[Line]:
    """Return F1@5 and recall@10 over dev."""
    gold = {row["id"]: all_folded(row["keywords"]) for row in bench.corpus.dev}
    peers = {peer: figures(bench.phrases(peer, bench.dev.papers), gold) for peer in bench.peers}
    ours = figures(bench.dev.tagging.keyphrases, gold)
    measure = f"keyphrases, {len(gold)} papers of dev: F1@5 / recall@10"
    return [Line(measure, "≥ .31 / ≥ .47", ours, **peers)]


def figures(found: Mapping[str, Sequence[str]], gold: Mapping[str, set[str]]) -> str:
    """Return F1 of the first five and recall of the first ten, averages over papers."""
    return share(
        mean(f1(all_folded(found.get(paper, ())[:5]), keys) for paper, keys in gold.items()),
        mean(recall(all_folded(found.get(paper, ())[:10]), keys) for paper, keys in gold.items()),
    )
