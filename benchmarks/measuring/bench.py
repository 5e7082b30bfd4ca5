"""What the parts of a benchmark share: the corpus, its sites tagged once, and the peers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import background, corpus
from measuring.corpus import Corpus
from sitegen import topics
from sitegen.model import Paper, Tagging, Topic

if TYPE_CHECKING:
    from measuring.peers import Peer

BACKGROUND = 20_000


@dataclass(frozen=True)
class Site:
    """A library and what the tagger says of it."""

    papers: Sequence[Paper]
    tagging: Tagging

    @property
    def shared(self) -> list[Topic]:
        """The topics of more than one paper that the site's index lists."""
        return [each for each in self.tagging.topics if each.listed and len(each.papers) > 1]


@dataclass(frozen=True)
class Bench:
    """One run.

    Attributes:
        corpus: Where the papers come from.
        with_peers: Whether YAKE and TF-IDF are measured too.
        cache: A folder for what takes minutes, or None: then nothing is measured two-fold.
        large: Whether the cost of all papers of the corpus is taken.
    """

    corpus: Corpus
    with_peers: bool = True
    cache: Path | None = None
    large: bool = False
    _phrases: dict[str, dict[str, Sequence[str]]] = field(default_factory=dict)
    _finders: "dict[str, Peer]" = field(default_factory=dict)

    @cached_property
    def seeds(self) -> Site:
        """The site of the repository's seeds."""
        return tagged(corpus.seeds())

    @cached_property
    def mixed(self) -> Site:
        """The site of 2,000 papers of all venues."""
        return tagged(corpus.library(self.corpus.mixed[:2_000]))

    @cached_property
    def dev(self) -> Site:
        """The site of the papers that took no part in fitting."""
        return tagged(corpus.library(self.corpus.dev))

    @property
    def peers(self) -> tuple[str, ...]:
        """What else finds phrases; nothing where peers are not asked for."""
        return ("yake", "tfidf") if self.with_peers else ()

    def _finder(self, peer: str) -> "Peer":
        """Return one peer, made when it is first needed."""
        from measuring import peers  # noqa: PLC0415 - they need packages that sitegen does not

        if peer == "yake":
            return peers.by_yake()
        sample = corpus.drawn(corpus.rows(self.corpus.train), BACKGROUND, "background")
        return peers.by_tfidf(corpus.library(sample))

    def phrases(self, peer: str, papers: Sequence[Paper]) -> dict[str, Sequence[str]]:
        """Return what one peer says of `papers`, by their ids."""
        if peer not in self._phrases:
            self._phrases[peer] = self._remembered(peer)
        known = self._phrases[peer]
        unknown = [paper for paper in papers if paper.id not in known]
        if unknown and peer not in self._finders:
            self._finders[peer] = self._finder(peer)
        for paper in unknown:
            known[paper.id] = self._finders[peer](paper)
        if unknown and self.cache:
            self.cache.mkdir(parents=True, exist_ok=True)
            (self.cache / f"{peer}.json").write_text(json.dumps(known), "utf-8")
        return {paper.id: known[paper.id] for paper in papers}

    def _remembered(self, peer: str) -> dict[str, Sequence[str]]:
        """Return what one peer said in earlier runs."""
        file = self.cache / f"{peer}.json" if self.cache else None
        found: dict[str, Sequence[str]] = {}
        if file and file.exists():
            found = json.loads(file.read_text("utf-8"))
        return found

    def tagged_by(self, half: str, papers: Sequence[Paper]) -> Tagging:
        """Return what the tagger says with the statistics of one half of train alone.

        Raises:
            ValueError: When there is no folder to keep them in.
        """
        if self.cache is None:
            raise ValueError("two-fold figures need a folder to keep statistics in")
        return background.tagged(papers, background.table(self.corpus, half, self.cache))

    def two_fold(self, papers: Sequence[Paper]) -> dict[str, Tagging]:
        """Return for each half of train what the tagger says by what the other half knows."""
        return {half: self.tagged_by(background.other(half), papers) for half in background.HALVES}


def tagged(papers: Sequence[Paper]) -> Site:
    """Return the site of `papers`."""
    return Site(papers, topics.tag(papers))
