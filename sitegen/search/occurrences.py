"""Documents → in which field each says which word, and how often: arrays of whole numbers."""

from array import array
from collections.abc import Iterable
from itertools import chain
from typing import TypeAlias

import numpy as np

from sitegen.jobs.parcel import Parcel
from sitegen.search.analysis import AROUND, Word, chunk_words
from sitegen.search.documents import FIELDS, Document

Numbers: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"

_DOCUMENT = 32
"""A word's number is above so many bits of a document's place, so that one sort orders both."""
_PLACES = (1 << _DOCUMENT) - 1


class Occurrences(Parcel, frozen=True, eq=False):
    """What one field says: a row for each word of each document, by word, then by document.

    Attributes:
        words: Which word.
        documents: The place of the document among all.
        times: How often it says the word.
        lengths: For each document, how many words the field has.
    """

    words: Numbers
    documents: Numbers
    times: Numbers
    lengths: Numbers


class _Vocabulary(dict[str, tuple[int, ...]]):
    """A chunk of text → the numbers of its words; those of a new chunk are found on the way.

    Attributes:
        words: The number of each word, in order of first sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[Word, int] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        bare = chunk.strip(AROUND)
        if bare != chunk and bare.isascii() and bare.isalpha():
            # The same word as between other signs.
            found = self[bare]
        else:
            words = self.words
            found = tuple([words.setdefault(word, len(words)) for word in chunk_words(chunk)])
        self[chunk] = found
        return found


def occurrences(documents: Iterable[Document]) -> tuple[tuple[Word, ...], list[Occurrences]]:
    """Return all words in order of first sight, and for each field what it says of them."""
    vocabulary = _Vocabulary()
    number = vocabulary.__getitem__
    said = [array("I") for _ in FIELDS]
    ends = [array("q") for _ in FIELDS]
    for document in documents:
        for name, words, end in zip(FIELDS, said, ends, strict=True):
            chunks = getattr(document, name).split()
            words.extend(chain.from_iterable(map(number, chunks)))
            end.append(len(words))
    return tuple(vocabulary.words), list(map(_counted, said, ends))


def _counted(said: "array[int]", ends: "array[int]") -> Occurrences:
    """Return how often each document says each word.

    Args:
        said: The words of all documents, one document after the other.
        ends: Where each document ends there.
    """
    lengths: Numbers = np.array(ends, np.int64)
    lengths[1:] -= lengths[:-1]
    rows = np.array(said, np.int64) << _DOCUMENT | np.repeat(np.arange(len(ends)), lengths)
    rows.sort()
    begins = firsts(rows)
    times = np.diff(begins, append=len(rows))
    rows = rows[begins]
    return Occurrences(rows >> _DOCUMENT, rows & _PLACES, times, lengths)


def firsts(ordered: Numbers) -> Numbers:
    """Return where each value of ordered numbers stands first."""
    return np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
