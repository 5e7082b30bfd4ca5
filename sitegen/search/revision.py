"""The terms of a library, counted anew only where documents changed since the last time."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sitegen.cache import Lines
from sitegen.jobs.parcel import Parcel, as_json
from sitegen.search import ledger
from sitegen.search.documents import Document
from sitegen.search.patches import patched
from sitegen.search.postings import Index, Posting
from sitegen.search.terms import Term, written
from sitegen.search.weights import Weights, weights

_FEW = 0.25
"""Where a larger share of the documents changed, all are counted: that takes no longer."""

_document = msgspec.json.Decoder(Document).decode
_figures = msgspec.json.Decoder(tuple[int, tuple[int, ...], float, tuple[float, ...]]).decode


class Known(Parcel, frozen=True):
    """What is known of a library.

    Attributes:
        documents: What each says, as JSON, by number.
        lengths: For each field, how many words all documents have there together.
        weights: What the terms were weighed with.
        terms: A line of the ledger for each term.
        told: What is written of terms, as far as it was read from the lines or is new.
    """

    documents: Mapping[int, bytes]
    lengths: tuple[int, ...]
    weights: Weights
    terms: Mapping[str, str]
    told: dict[str, Term] = msgspec.field(default_factory=dict)

    def written(self) -> Iterator[Term]:
        """Yield what is written of each term."""
        for term, line in self.terms.items():
            if term not in self.told:
                self.told[term] = ledger.term(line)
            yield self.told[term]


def terms(
    documents: Sequence[tuple[int, Document]], last: Known, kept: Lines | None
) -> Iterator[Term]:
    """Yield all terms of documents, in any order; they are what `index` would have given.

    Args:
        documents: Each with its number, ascending.
        last: What the last build noted.
        kept: Where this one notes what it found, if anywhere.
    """
    told = {number: as_json(each) for number, each in documents}
    changed = {number for number, _ in told.items() ^ last.documents.items()}
    if len(changed) > _FEW * len(told):
        found = _index(documents)
        known = _known(told, found.lengths, found.postings, NOTHING)
    elif changed:
        after = _index([each for each in documents if each[0] in changed])
        known = _revised(last, told, changed, after)
    else:
        known = last
    if kept and not (known is last and kept.there):
        kept.keep(known, _lines(known))
    return known.written()


def _index(documents: Sequence[tuple[int, Document]]) -> Index:
    """Return the postings of documents, which come with their numbers, ascending."""
    # numpy takes time and room in every process that imports it, and only one counts.
    from sitegen.search.inversion import index  # noqa: PLC0415

    return index(documents)


def _revised(last: Known, told: Mapping[int, bytes], changed: set[int], after: Index) -> Known:
    """Return what is known after some documents changed.

    Args:
        last: What was known before.
        told: What each document says now.
        changed: The numbers of those that changed, came or went.
        after: The postings of those that there are.
    """
    gone = sorted(changed & last.documents.keys())
    before = _index([(number, _document(last.documents[number])) for number in gone])
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
) -> Known:
    """Return what is known of a library.

    Args:
        told: What each document says.
        lengths: For each field, how many words all of them have there together.
        postings: The terms that are new or changed; without a place they are no more.
        last: What was known of the others.
    """
    weighed = weights(lengths, len(told))
    others = {term: line for term, line in last.terms.items() if term not in postings}
    known = {term: each for term, each in last.told.items() if term in others}
    if weighed != last.weights:
        others, known = {term: _weighed_anew(line, weighed) for term, line in others.items()}, {}
    there = {term: posting for term, posting in postings.items() if any(posting.places)}
    fresh = {term: written(term, posting, weighed) for term, posting in there.items()}
    lines = {term: ledger.line(fresh[term], posting) for term, posting in there.items()}
    return Known(told, lengths, weighed, {**others, **lines}, {**known, **fresh})


def _weighed_anew(line: str, weighed: Weights) -> str:
    """Return the line of a term with other weights."""
    posting = ledger.posting(line)
    return ledger.line(written(ledger.term(line).row[0], posting, weighed), posting)


NOTHING = Known({}, (), weights((), 0), {})
"""What is known of a library that was never seen."""


def prepare(kept: Lines) -> None:
    """Read what `read` will be asked for."""
    kept.prepare(_noted)


def read(kept: Lines) -> Known:
    """Return what the last build noted."""
    return kept.recalled(_noted)


def _noted(lines: Sequence[bytes]) -> Known:
    """Return what lines tell."""
    if not lines:
        return NOTHING
    count, lengths, papers, averages = _figures(lines[0])
    documents = (line.split(b" ", 1) for line in lines[1 : count + 1])
    terms = map(bytes.decode, lines[count + 1 :])
    return Known(
        {int(number): told for number, told in documents},
        lengths,
        Weights(papers, averages),
        {line.partition("\t")[0]: line for line in terms},
    )


def _lines(known: Known) -> Iterator[bytes]:
    """Yield what is to be noted."""
    figures = known.lengths, known.weights.papers, known.weights.averages
    yield as_json([len(known.documents), *figures])
    for number, told in known.documents.items():
        yield b"%d %b" % (number, told)
    yield from map(str.encode, known.terms.values())
