"""Documents → for each term where it stands, how often and in which forms."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from sitegen.search.analysis import Word, chunk_words
from sitegen.search.documents import FIELDS, Document
from sitegen.search.steps import level

NUMBER, LEVEL, WORDING = 32, 24, 8
"""From which bits on a place tells document, length, wording; what is below is how often."""

Places: TypeAlias = "array[int]"

NOWHERE: Places = array("Q")
"""The places of a term in a field that no document has it in; nothing is added to it."""

_MOST_TIMES = (1 << WORDING) - 1
_WORDINGS = (1 << LEVEL - WORDING) - 1


def place(value: int) -> tuple[int, int, int]:
    """Return what a value of `Posting.places` tells of a document.

    How long the field is there (`steps.level`); in which forms the term is said, by its place
    among the posting's wordings; and how often, up to 255.
    """
    return value >> LEVEL & 0xFF, value >> WORDING & _WORDINGS, value & _MOST_TIMES


def said_so(places: Iterable[int]) -> list[int]:
    """Return the wording of each place."""
    return [value >> WORDING & _WORDINGS for value in places]


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


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """All postings of a library.

    Attributes:
        postings: By term, in order of first sight.
        lengths: For each field, how many words all documents have there together.
    """

    postings: dict[str, Posting]
    lengths: tuple[int, ...]


class _Column(dict[str, tuple[int, ...]]):
    """One field while it is read: a chunk of text → the places of its words in `adders`.

    Attributes:
        adders: For each form of a term what notes a value of it, and the bits of the form.
    """

    def __init__(self, at: int, postings: dict[str, Posting]) -> None:
        super().__init__()
        self.at = at
        self.postings = postings
        self.adders: list[tuple[Callable[[int], None], int]] = []
        self._places: dict[Word, int] = {}
        self.length = 0

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        """Return the words of a chunk that is seen for the first time."""
        found = self[chunk] = tuple(map(self._place, chunk_words(chunk)))
        return found

    def _place(self, word: Word) -> int:
        """Return the place of a word among `adders`."""
        at = self._places.get(word)
        if at is None:
            at = self._places[word] = len(self.adders)
            posting = self.postings.setdefault(word.term, Posting())
            if posting.places[self.at] is NOWHERE:
                posting.places[self.at] = array("Q")
            number = posting.forms.setdefault(word.form, len(posting.forms))
            self.adders.append((posting.places[self.at].append, number << WORDING))
        return at

    def add(self, number: int, text: str) -> None:
        """Note the words of one document."""
        counts = Counter(chain.from_iterable(map(self.__getitem__, text.split())))
        length = counts.total()
        self.length += length
        if length > _MOST_TIMES:
            counts = Counter({at: min(times, _MOST_TIMES) for at, times in counts.items()})
        told = number << NUMBER | level(length) << LEVEL
        adders = self.adders
        for at, times in counts.items():
            append, form = adders[at]
            append(told | form | times)


def index(documents: Iterable[tuple[int, Document]]) -> Index:
    """Return the postings of documents, which come with their numbers, ascending."""
    postings: dict[str, Posting] = {}
    columns = [(name, _Column(at, postings)) for at, name in enumerate(FIELDS)]
    for number, document in documents:
        for name, column in columns:
            text = getattr(document, name)
            if text:
                column.add(number, text)
    for posting in postings.values():
        posting.wordings = {(form,): form for form in posting.forms.values()}
        if len(posting.forms) > 1:
            posting.places = [_merged(places, posting.wordings) for places in posting.places]
    return Index(postings, tuple(column.length for _, column in columns))


def _merged(places: Places, wordings: dict[tuple[int, ...], int]) -> Places:
    """Return places with one value for each document; new wordings are added."""
    if len({value >> NUMBER for value in places}) == len(places):
        return places
    return array("Q", _each_merged(places, wordings))


def _each_merged(places: Iterable[int], wordings: dict[tuple[int, ...], int]) -> Iterator[int]:
    """Yield one value for each document."""
    held: list[int] = []
    for value in places:
        if held and held[0] >> NUMBER != value >> NUMBER:
            yield held[0] if len(held) == 1 else _sum(held, wordings)
            held = []
        held.append(value)
    if held:
        yield _sum(held, wordings)


def _sum(values: list[int], wordings: dict[tuple[int, ...], int]) -> int:
    """Return the one value of a document that says a term in several forms."""
    forms = tuple(sorted(said_so(values)))
    wording = min(wordings.setdefault(forms, len(wordings)), _WORDINGS)
    times = min(sum(value & _MOST_TIMES for value in values), _MOST_TIMES)
    return values[0] >> LEVEL << LEVEL | wording << WORDING | times
