"""Tagging that leaves each paper of train out of the statistics that judge it.

What is shipped has counted the papers of train: it knows their own keywords. Here the counts of
one paper are taken off while it is ranked. This rests on two inner functions: `rank`, which
`topics.tag` calls with a paper and the statistics, and `count_phrases` of the builder of them.
"""

import importlib.util
from collections.abc import Mapping, Sequence
from typing import Any
from unittest.mock import patch

from measuring.background import BUILDER, apart
from measuring.corpus import Row
from sitegen import topics
from sitegen.model import Paper, Tagging
from sitegen.topics import ranking
from sitegen.topics.statistics import Counts, Statistics

Figures = Mapping[str, Sequence[int]]


class LeftOut:
    """Statistics without what one paper gave to them; all else is as in `whole`."""

    def __init__(self, whole: Statistics, own: Figures, own_heads: Figures) -> None:
        self._whole, self._own, self._own_heads = whole, own, own_heads

    def __getattr__(self, name: str) -> object:
        return getattr(self._whole, name)

    def counts(self, key: str) -> Counts:
        """Return the counts of a phrase."""
        return less(self._whole.counts(key), self._own.get(key, ()))

    def head(self, word: str) -> Counts:
        """Return the sums of the counts of the longer phrases that end with `word`."""
        return less(self._whole.head(word), self._own_heads.get(word, ()))


def less(counts: Counts, own: Sequence[int]) -> Counts:
    """Return `counts` without those of one paper, never below zero."""
    if not own:
        return counts
    return Counts(*(max(0, a - b) for a, b in zip(counts, own, strict=False)))


def tagged(papers: Sequence[Paper], train: Sequence[Row]) -> Tagging:
    """Return what the tagger says of `papers`, those among `train` each judged without itself."""
    return apart(_tagged, papers, {row["id"]: row for row in train})


def _tagged(papers: Sequence[Paper], rows: Mapping[str, Row]) -> Tagging:
    """Tag in a process of its own, where nothing was remembered before."""
    builder = _builder()

    def rank(paper: Paper, whole: Statistics, *others: Any) -> Any:  # noqa: ANN401 - passed on
        background: Any = whole
        if paper.id in rows:
            own = builder.count_phrases([rows[paper.id]], whole.acronyms)
            known = {key: figures for key, figures in own.items() if whole.counts(key).papers}
            background = LeftOut(whole, own, builder.heads(known))
        return ranking.rank(paper, background, *others)

    with patch.object(topics, "rank", rank):
        return topics.tag(papers)


def _builder() -> Any:  # noqa: ANN401 - a script, not a module
    """Return the maintainers' command that counts phrases."""
    spec = importlib.util.spec_from_file_location("topic_statistics", BUILDER)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module in {BUILDER}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
