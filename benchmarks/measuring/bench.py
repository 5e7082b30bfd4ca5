"""What the parts of a benchmark share: the corpus, its sites tagged once, and the peers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from measuring import corpus
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
    """

    corpus: Corpus
    with_peers: bool
    _phrases: dict[tuple[str, str], Sequence[str]] = field(default_factory=dict)

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

    @cached_property
    def peers(self) -> "Mapping[str, Peer]":
        """What else finds phrases, by name; nothing where peers are not asked for."""
        if not self.with_peers:
            return {}
        from measuring import peers  # noqa: PLC0415 - they need packages that sitegen does not

        sample = corpus.drawn(corpus.rows(self.corpus.train), BACKGROUND, "background")
        return {
            "yake": peers.by_yake(),
            "tfidf": peers.by_tfidf(corpus.library(sample)),
        }

    def phrases(self, peer: str, papers: Sequence[Paper]) -> dict[str, Sequence[str]]:
        """Return what one peer says of `papers`, by their ids."""
        for paper in papers:
            if (peer, paper.id) not in self._phrases:
                self._phrases[peer, paper.id] = self.peers[peer](paper)
        return {paper.id: self._phrases[peer, paper.id] for paper in papers}


def tagged(papers: Sequence[Paper]) -> Site:
    """Return the site of `papers`."""
    return Site(papers, topics.tag(papers))
