"""What a term weighs in a document, by lunr's own formula over quantised figures.

`lunr.builder.Builder` weighs by BM25 with its own idf. The number of documents, the average
length of a field and the length of each are taken in coarse steps (`steps.stepped`), so that a
small edit of one paper changes the weights of the words that it touches, and hardly any other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from sitegen.jobs.parcel import Memo
from sitegen.search.documents import FIELDS
from sitegen.search.numbering import counted
from sitegen.search.postings import BELOW, MOST_WORDINGS, WORDING, Posting, place
from sitegen.search.steps import length, stepped

BOOSTS = {"title": 5, "authors": 3, "venue": 2, "topics": 2, "abstract": 1}
"""Weight of a field against the abstract's."""

_BOOSTS = tuple(BOOSTS[field] for field in FIELDS)

K1 = 1.2
B = 0.75
"""lunr's defaults: how soon more occurrences stop to count, and how much the length does."""

SHARED = BELOW & ~(MOST_WORDINGS << WORDING)
"""The bits of a place that its weight depends on: not those of its document and its wording."""

THOUSAND = 1000
"""Weights are whole thousandths, as lunr rounds them."""


@dataclass(frozen=True)
class Weights(Memo):
    """What the weights of a library are made with.

    Attributes:
        papers: Documents, in steps.
        averages: For each field, its average length over all documents, in steps.
    """

    papers: float
    averages: tuple[float, ...]

    @cached_property
    def shares(self) -> tuple["_Shares", ...]:
        """For each field, what an occurrence adds to a score, but for how rare its term is."""
        return tuple(map(_Shares, self.averages, _BOOSTS))

    def idf(self, posting: Posting) -> float:
        """Return how rare a term is, as `lunr.idf.idf`."""
        having = sum(map(len, posting.places))
        return log(1 + abs((self.papers - having + 0.5) / (having + 0.5)))

    def of(self, idf: float, at: int) -> Callable[[int], int]:
        """Return what tells the weight of a term's places, in thousandths.

        Args:
            idf: How rare it is.
            at: The field.
        """
        shares = self.shares[at]
        return lambda place: round(idf * shares[place & SHARED] * THOUSAND)


class _Shares(Memo, dict[int, float]):
    """One field: the length and the times of a place → lunr's BM25 without the idf.

    Args:
        average: The field's average length.
        boost: Its weight against the other fields.
    """

    def __init__(self, average: float, boost: int) -> None:
        super().__init__()
        self._average = average
        self._boost = boost

    def __missing__(self, told: int) -> float:
        level, _, times = place(told)
        relative = K1 * (1 - B + B * (length(level) / self._average))
        share = self[told] = (K1 + 1) * times / (relative + times) * self._boost
        return share


def weights(lengths: Iterable[int], papers: int) -> Weights:
    """Return what the weights of so many documents are made with.

    Args:
        lengths: For each field, how many words all of them have there together.
        papers: How many they are.
    """
    averages = tuple(stepped(words / max(papers, 1), 16) or 1.0 for words in lengths)
    return Weights(counted(papers), averages)
