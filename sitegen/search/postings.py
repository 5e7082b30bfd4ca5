"""Documents → for each term where it stands, how often and in which forms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.search.analysis import chunk_words
from sitegen.search.documents import FIELDS, Document

FORM = 1 << 24
"""Below it is how often a document says a term, from it on in which forms."""


class Posting:
    """Where one term stands.

    Attributes:
        forms: What is said for it, with the number of the form's bit, in order of first sight.
        places: For each field (by its place among `FIELDS`) the numbers of the documents,
            ascending, each followed by what is said there: how often the term occurs, plus
            `FORM` times the bits of its forms.
    """

    __slots__ = ("forms", "places")

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.places: tuple[list[int], ...] = ([], [], [], [], [])

    def papers(self, at: int) -> int:
        """Return how many documents have the term in field `at`."""
        return len(self.places[at]) // 2


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """All postings of a library.

    Attributes:
        postings: By term, in order of first sight.
        lengths: For each field, how many words a document has there, by its number.
    """

    postings: dict[str, Posting]
    lengths: tuple[dict[int, int], ...]


def index(documents: Iterable[tuple[int, Document]]) -> Index:
    """Return the postings of documents, which come with their numbers, ascending."""
    found = Index({}, tuple({} for _ in FIELDS))
    # A chunk of text is cut up, and its terms looked up, the first time it is seen.
    known: dict[str, list[tuple[Posting, int]]] = {}
    for number, document in documents:
        for at, name in enumerate(FIELDS):
            text = getattr(document, name)
            if text:
                found.lengths[at][number] = _add(found, known, number, at, text)
    return found


def _add(
    found: Index, known: dict[str, list[tuple[Posting, int]]], number: int, at: int, text: str
) -> int:
    """Add the words of one field of one document; return how many there are."""
    counts: dict[Posting, int] = {}
    length = 0
    for chunk, times in Counter(text.split()).items():
        said = known.get(chunk)
        if said is None:
            said = known[chunk] = _said(found.postings, chunk)
        for posting, form in said:
            length += times
            if posting in counts:
                counts[posting] = (counts[posting] + times) | form
            else:
                counts[posting] = times | form
    for posting, told in counts.items():
        posting.places[at].extend((number, told))
    return length


def _said(postings: dict[str, Posting], chunk: str) -> list[tuple[Posting, int]]:
    """Return the postings of the words between two blanks, each with the bit of its form."""
    said = []
    for term, form in chunk_words(chunk):
        posting = postings.get(term)
        if posting is None:
            posting = postings[term] = Posting()
        bit = posting.forms.setdefault(form, len(posting.forms))
        said.append((posting, FORM << bit))
    return said
