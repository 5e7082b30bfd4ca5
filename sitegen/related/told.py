"""Papers as processes tell each other of them: packed, and unpacked when one is asked for."""

from collections.abc import Mapping, Sequence

import msgspec

from sitegen.jobs.parcel import packed
from sitegen.model import Paper
from sitegen.related.terms import Given

_unpacked = msgspec.msgpack.Decoder(tuple[str, str, str, tuple[str, ...], tuple[str, ...]]).decode


def told(given: Given) -> bytes:
    """Return all that one paper brings along; its plain form follows from that."""
    paper, keyphrases, _ = given
    return packed((paper.id, paper.title, paper.abstract, paper.variants, keyphrases))


class Told(dict[int, Given]):
    """Papers by their places; most have not changed, and are never unpacked.

    Args:
        items: What was told of each, by its id.
        plain: The title and the abstract in plain form of those whose are known.

    Attributes:
        idents: The ids of all.
    """

    def __init__(
        self, items: Mapping[str, bytes], plain: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__()
        self._plain = plain or {}
        self.idents: Sequence[str] = [*items]
        self._packed = [*items.values()]

    def __missing__(self, at: int) -> Given:
        ident, title, abstract, variants, keyphrases = _unpacked(self._packed[at])
        paper = Paper(ident, "", title, abstract, variants=variants)
        texts = self._plain.get(ident)
        plain = Paper(ident, "", *texts) if texts else None
        self[at] = given = Given(paper, keyphrases, plain)
        return given

    def paper(self, at: int) -> Paper:
        """Return the paper at a place."""
        return self[at].paper

    def every(self) -> list[Given]:
        """Return all papers."""
        return [self[at] for at in range(len(self._packed))]
