"""What a term weighs in a document, by lunr's own formula over quantised figures.

`lunr.builder.Builder` weighs by BM25 with its own idf. The number of documents, the average
length of a field and the length of each are taken in coarse steps (`steps.stepped`), so that a
small edit of one paper changes the weights of the words that it touches, and hardly any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from sitegen.search.documents import FIELDS
from sitegen.search.numbering import counted
from sitegen.search.postings import Posting
from sitegen.search.steps import LEVELS, length, stepped

BOOSTS = {"title": 5, "authors": 3, "venue": 2, "topics": 2, "abstract": 1}
"""Weight of a field against the abstract's."""

_BOOSTS = tuple(BOOSTS[field] for field in FIELDS)

K1 = 1.2
B = 0.75
"""lunr's defaults: how soon more occurrences stop to count, and how much the length does."""

THOUSAND = 1000
"""Weights are whole thousandths, as lunr rounds them."""


@dataclass(frozen=True)
class Weights:
    """What the weights of a library are made with.

    Attributes:
        papers: Documents, in steps.
        averages: For each field, its average length over all documents, in steps.
    """

    papers: float
    averages: tuple[float, ...]

    @cached_property
    def _relative(self) -> tuple[tuple[float, ...], ...]:
        """For each field, what its length on each step counts against a term."""
        lengths = [length(level) for level in range(LEVELS)]
        return tuple(
            tuple(K1 * (1 - B + B * (each / average)) for each in lengths)
            for average in self.averages
        )

    def idf(self, posting: Posting) -> float:
        """Return how rare a term is, as `lunr.idf.idf`."""
        having = sum(map(len, posting.places))
        return log(1 + abs((self.papers - having + 0.5) / (having + 0.5)))

    def weight(self, idf: float, at: int, level: int, times: int) -> int:
        """Return what a term weighs in a document, in thousandths.

        Args:
            idf: How rare it is.
            at: The field.
            level: The step that the field's length is on.
            times: How often it occurs there.
        """
        score = idf * ((K1 + 1) * times) / (self._relative[at][level] + times) * _BOOSTS[at]
        return round(round(score, 3) * THOUSAND)


def weights(lengths: Iterable[int], papers: int) -> Weights:
    """Return what the weights of so many documents are made with.

    Args:
        lengths: For each field, how many words all of them have there together.
        papers: How many they are.
    """
    averages = tuple(stepped(words / max(papers, 1), 16) or 1.0 for words in lengths)
    return Weights(counted(papers), averages)
