"""The terms of a library, counted anew only where documents changed since the last time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sitegen.jobs.parcel import Parcel, as_json
from sitegen.search import ledger
from sitegen.search.documents import Changed, Document, Entry
from sitegen.search.patches import patched
from sitegen.search.postings import Index, Posting
from sitegen.search.terms import Term, written
from sitegen.search.weights import Weights, weights

_FEW = 0.25
"""Where a larger share of the documents changed, all are counted: that takes no longer."""

_entry = msgspec.json.Decoder(Entry).decode


class Known(Parcel, frozen=True):
    """What is known of a library.

    Attributes:
        entries: Each paper's, as JSON, by number.
        lengths: For each field, how many words all documents have there together.
        weights: What the terms were weighed with.
        terms: A line of the ledger for each term.
    """

    entries: Mapping[int, bytes]
    lengths: tuple[int, ...]
    weights: Weights
    terms: Mapping[str, str]


class Revised(Parcel, frozen=True):
    """What is known of a library after some documents changed, and what became of its terms.

    Attributes:
        known: What is known now.
        touched: What is written of the terms that were counted anew; None where one is no more.
        anew: Whether all others may be written in another way as well.
    """

    known: Known
    touched: Mapping[str, Term | None]
    anew: bool

    def terms(self) -> Iterator[Term]:
        """Yield what is written of each term, in any order."""
        for term, line in self.known.terms.items():
            yield self.touched.get(term) or ledger.term(line)


def changed(last: Known, entries: Mapping[int, Entry]) -> Changed:
    """Return the entries that are not what they were known to be."""
    found: dict[int, tuple[Entry | None, Entry | None]] = {
        number: (_entry(told), None)
        for number, told in last.entries.items()
        if number not in entries
    }
    for number, new in entries.items():
        told = last.entries.get(number)
        if told is None or told != as_json(new):
            found[number] = _entry(told) if told else None, new
    return found


def revised(last: Known, entries: Mapping[int, Entry], perhaps: Iterable[int]) -> Revised:
    """Return what is known of entries; it is what `index` would have given of all of them.

    Args:
        last: What was known before.
        entries: By their numbers, ascending.
        perhaps: The numbers of those that there were not before, or not so.
    """
    told = {number: as_json(entries[number]) for number in perhaps if number in entries}
    others = {number for number, each in told.items() if last.entries.get(number) != each}
    gone = last.entries.keys() - entries.keys()
    if not (others or gone):
        return Revised(last, {}, anew=False)
    now = {**last.entries, **told}
    for number in gone:
        del now[number]
    if len(others) + len(gone) > _FEW * len(entries):
        found = _index([(number, each.document) for number, each in entries.items()])
        return _known(now, found.lengths, found.postings, NOTHING)
    after = _index([(number, entries[number].document) for number in sorted(others)])
    return _revised(last, now, others | gone, after)


def terms(known: Known, names: Iterable[str]) -> Iterator[Term]:
    """Yield what is written of some terms, so far as they are known."""
    lines = map(known.terms.get, names)
    return (ledger.term(line) for line in lines if line)


def _index(documents: Sequence[tuple[int, Document]]) -> Index:
    """Return the postings of documents, which come with their numbers, ascending."""
    # numpy takes time and room in every process that imports it, and only one counts.
    from sitegen.search.inversion import index  # noqa: PLC0415

    return index(documents)


def _revised(last: Known, told: Mapping[int, bytes], changed: set[int], after: Index) -> Revised:
    """Return what is known after some documents changed.

    Args:
        last: What was known before.
        told: Each entry as it is now.
        changed: The numbers of those that changed, came or went.
        after: The postings of those that there are.
    """
    gone = sorted(changed & last.entries.keys())
    before = _index([(number, _entry(last.entries[number]).document) for number in gone])
    each = zip(last.lengths, before.lengths, after.lengths, strict=True)
    lengths = tuple(whole - less + more for whole, less, more in each)
    nothing = Posting()
    touched = {}
    for term in {**before.postings, **after.postings}:
        was, now = before.postings.get(term, nothing), after.postings.get(term, nothing)
        if not was.same(now):  # most words of an edited text are said as often as before
            line = last.terms.get(term)
            old = ledger.posting(line) if line else nothing
            touched[term] = patched(old, changed, now)
    return _known(told, lengths, touched, last)


def _known(
    told: Mapping[int, bytes],
    lengths: tuple[int, ...],
    postings: Mapping[str, Posting],
    last: Known,
) -> Revised:
    """Return what is known of a library.

    Args:
        told: Each entry.
        lengths: For each field, how many words all of them have there together.
        postings: The terms that are new or changed; without a place they are no more.
        last: What was known of the others.
    """
    weighed = weights(lengths, len(told))
    touched = {
        term: written(term, posting, weighed) if any(posting.places) else None
        for term, posting in postings.items()
    }
    terms = dict(last.terms)
    for term, found in touched.items():
        if found:
            terms[term] = ledger.line(found, postings[term])
        else:
            terms.pop(term, None)
    if weighed == last.weights:
        return Revised(Known(told, lengths, weighed, terms), touched, anew=False)
    for term, line in last.terms.items():
        if term not in touched:
            terms[term] = _weighed_anew(line, weighed)
    return Revised(Known(told, lengths, weighed, terms), touched, anew=True)


def _weighed_anew(line: str, weighed: Weights) -> str:
    """Return the line of a term with other weights."""
    posting = ledger.posting(line)
    return ledger.line(written(ledger.term(line).row[0], posting, weighed), posting)


NOTHING = Known({}, (), weights((), 0), {})
"""What is known of a library that was never seen."""
