"""Documents → their inverted index: the postings of every term.

What is done for each of millions of words is done by numpy over whole fields, on whole numbers
alone: its results are the same on every machine.
"""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from sitegen.jobs.parcel import Parcel
from sitegen.search.analysis import Word
from sitegen.search.documents import Document
from sitegen.search.occurrences import Numbers, Occurrences, firsts, occurrences
from sitegen.search.postings import (
    BELOW,
    LEVEL,
    MOST_TIMES,
    MOST_WORDINGS,
    NUMBER,
    ONE_FORM,
    WORDING,
    Index,
    Posting,
)
from sitegen.search.steps import level


class _Terms(Parcel, frozen=True, eq=False):
    """The terms of a library.

    Attributes:
        postings: By the number of the term.
        term: The number of each word's term.
        form: The number of each word among the forms of its term.
    """

    postings: Sequence[Posting]
    term: Numbers
    form: Numbers


def index(documents: Sequence[tuple[int, Document]]) -> Index:
    """Return the postings of documents, which come with their numbers, ascending."""
    words, fields = occurrences(document for _, document in documents)
    numbers = np.array([number for number, _ in documents], np.int64)
    postings: dict[str, Posting] = {}
    terms = _terms(words, postings)
    for at, field in enumerate(fields):
        _place(terms, at, field, numbers)
    return Index(postings, tuple(int(field.lengths.sum()) for field in fields))


def _terms(words: Sequence[Word], postings: dict[str, Posting]) -> _Terms:
    """Return the terms of words; each gets a posting, which has no place yet."""
    term, form = array("q"), array("q")
    places: dict[str, int] = {}
    for word in words:
        if word.term not in places:
            places[word.term] = len(places)
            postings[word.term] = Posting()
        forms = postings[word.term].forms
        term.append(places[word.term])
        form.append(forms.setdefault(word.form, len(forms)))
    for posting in postings.values():
        several = len(posting.forms) > 1
        posting.wordings = (
            {(each,): each for each in posting.forms.values()} if several else ONE_FORM
        )
    return _Terms([*postings.values()], np.array(term), np.array(form))


def _place(terms: _Terms, at: int, field: Occurrences, numbers: Numbers) -> None:
    """Note where terms stand in one field.

    Args:
        terms: What there is.
        at: The field.
        field: What it says.
        numbers: The number of each document.
    """
    rows = terms.term[field.words] << NUMBER | field.documents
    # Words come in order of first sight, and so do the forms of each term in each document.
    order = np.argsort(rows, kind="stable")
    rows, forms = rows[order], terms.form[field.words[order]]
    begins = firsts(rows)
    times = np.minimum(np.add.reduceat(field.times[order], begins), MOST_TIMES)
    rows = rows[begins]
    term, document = rows >> NUMBER, rows & BELOW
    levels = np.array([level(length) for length in field.lengths.tolist()], np.int64)
    values = numbers[document] << NUMBER | levels[document] << LEVEL | times
    values |= _wordings(terms.postings, term, forms, begins) << WORDING
    each = memoryview(values.astype(np.uint64).tobytes()).cast("Q")
    for number, begin, end in _runs(term):
        terms.postings[number].places[at] = array("Q", each[begin:end])


def _wordings(
    postings: Sequence[Posting], term: Numbers, forms: Numbers, begins: Numbers
) -> Numbers:
    """Return the wording of each place; new ones are added to the postings.

    Args:
        postings: By the number of the term.
        term: The term of each place.
        forms: The forms of each place, one place after the other.
        begins: Where those of each place begin.
    """
    found = forms[begins]
    ends = np.append(begins[1:], len(forms))
    several = np.flatnonzero(ends - begins > 1)
    said = forms.tolist()
    picked = (each[several].tolist() for each in (term, begins, ends))
    codes = array("q")
    for number, begin, end in zip(*picked, strict=True):
        wordings = postings[number].wordings
        code = wordings.setdefault(tuple(said[begin:end]), len(wordings))
        codes.append(min(code, MOST_WORDINGS))
    found[several] = codes
    return found


def _runs(ordered: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield each value of ordered numbers with where it begins and ends."""
    begins = firsts(ordered)
    bounds = [*begins.tolist(), len(ordered)]
    return zip(ordered[begins].tolist(), bounds, bounds[1:], strict=False)
