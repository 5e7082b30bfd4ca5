"""What a term weighs in a document, by lunr's own formula over quantised figures.

`lunr.builder.Builder` weighs by BM25 with its own idf. The number of documents, the average
length of a field and the length of each are taken in coarse steps (`steps.stepped`), so that a
small edit of one paper changes the weights of the words that it touches, and hardly any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from sitegen.search.documents import FIELDS
from sitegen.search.numbering import counted
from sitegen.search.postings import Index, Posting
from sitegen.search.steps import stepped

BOOSTS = {"title": 5, "authors": 3, "venue": 2, "topics": 2, "abstract": 1}
"""Weight of a field against the abstract's."""

K1 = 1.2
B = 0.75
"""lunr's defaults: how soon more occurrences stop to count, and how much the length does."""

THOUSAND = 1000
"""Weights are whole thousandths, as lunr rounds them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the weights of a library are made with.

    Attributes:
        papers: Documents, in steps.
        lengths: For each field, its length by a document's number, in steps.
        averages: For each field, its average length over all documents, in steps.
    """

    papers: float
    lengths: tuple[Mapping[int, float], ...]
    averages: tuple[float, ...]

    def idf(self, posting: Posting) -> float:
        """Return how rare a term is, as `lunr.idf.idf`."""
        having = sum(posting.papers(at) for at in range(len(FIELDS)))
        return log(1 + abs((self.papers - having + 0.5) / (having + 0.5)))

    def weight(self, idf: float, at: int, times: int, length: float) -> int:
        """Return what a term weighs, in thousandths.

        Args:
            idf: How rare it is.
            at: The field.
            times: How often it occurs there.
            length: The field's length in steps.
        """
        relative = K1 * (1 - B + B * (length / self.averages[at]))
        score = idf * ((K1 + 1) * times) / (relative + times) * BOOSTS[FIELDS[at]]
        return round(round(score, 3) * THOUSAND)


def weights(index: Index, papers: int) -> Weights:
    """Return what the weights of an index of so many documents are made with."""
    return Weights(
        counted(papers),
        tuple(
            {number: stepped(length, 8) for number, length in each.items()}
            for each in index.lengths
        ),
        tuple(stepped(sum(each.values()) / max(papers, 1), 16) or 1.0 for each in index.lengths),
    )
