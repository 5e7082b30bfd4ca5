"""Postings: for each term where it stands, how often and in which forms."""

from array import array
from typing import TypeAlias

from sitegen.jobs.parcel import Parcel
from sitegen.search.documents import FIELDS

NUMBER, LEVEL, WORDING = 32, 24, 8
"""From which bits on a place tells document, length, wording; what is below is how often."""

Places: TypeAlias = "array[int]"

NOWHERE: Places = array("Q")
"""The places of a term in a field that no document has it in; nothing is added to it."""

ONE_FORM: dict[tuple[int, ...], int] = {(0,): 0}
"""The wordings of a term with one form, as most have; nothing is added to them."""

BELOW = (1 << NUMBER) - 1
"""The bits below a document's number."""

MOST_TIMES = (1 << WORDING) - 1
MOST_WORDINGS = (1 << LEVEL - WORDING) - 1
"""What is more counts as so many: a place has no more bits for it."""


def place(value: int) -> tuple[int, int, int]:
    """Return what a value of `Posting.places` tells of a document.

    How long the field is there (`steps.level`); in which forms the term is said, by its place
    among the posting's wordings; and how often, up to 255.
    """
    return value >> LEVEL & 0xFF, value >> WORDING & MOST_WORDINGS, value & MOST_TIMES


def said_so(value: int) -> int:
    """Return the wording of a place."""
    return value >> WORDING & MOST_WORDINGS


class Posting:
    """Where one term stands.

    Attributes:
        forms: What is said for it, in order of first sight.
        wordings: The forms that some document uses, by their places among `forms`.
        places: For each field (by its place among `FIELDS`) a value for each document, ascending:
            its number, and below the bit `NUMBER` what `place` tells.
    """

    __slots__ = ("forms", "places", "wordings")

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.wordings: dict[tuple[int, ...], int] = {}
        self.places: list[Places] = [NOWHERE] * len(FIELDS)

    def same(self, other: "Posting") -> bool:
        """Tell whether it holds what another does, in the same order."""
        return (self.places, self.forms, self.wordings) == (
            other.places,
            other.forms,
            other.wordings,
        )


class Index(Parcel, frozen=True, eq=False):
    """All postings of a library.

    Attributes:
        postings: By term, in order of first sight.
        lengths: For each field, how many words all documents have there together.
    """

    postings: dict[str, Posting]
    lengths: tuple[int, ...]
