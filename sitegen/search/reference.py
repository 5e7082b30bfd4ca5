"""The same postings and weights as one index that lunr.js loads: the reference of the shards."""

from collections.abc import Sequence
from typing import Any

from lunr import __TARGET_JS_VERSION__

from sitegen.search.documents import FIELDS, Document
from sitegen.search.inversion import index
from sitegen.search.postings import NUMBER
from sitegen.search.shards import in_order
from sitegen.search.weights import THOUSAND, weights

Serialised = dict[str, Any]


def serialised(documents: Sequence[tuple[int, Document]]) -> Serialised:
    """Return lunr's serialised index of documents; a document's reference is its number.

    Terms are numbered in the order of UTF-16 units, in which the reader adds weights up. The
    pipeline is empty: what is looked for must be analysed as `analysis` does.
    """
    found = index(documents)
    weighed = weights(found.lengths, len(documents))
    numbers = [number for number, _ in documents]
    terms = in_order(found.postings)
    vectors: list[dict[int, list[float]]] = [{number: [] for number in numbers} for _ in FIELDS]
    inverted = []
    for order, term in enumerate(terms):
        posting = found.postings[term]
        idf = weighed.idf(posting)
        entry: Serialised = {"_index": order}
        for at, name in enumerate(FIELDS):
            entry[name] = {}
            for value in posting.places[at]:
                number = value >> NUMBER
                entry[name][str(number)] = {}
                weight = weighed.of(idf, at)(value)
                vectors[at][number] += [order, weight / THOUSAND]
        inverted.append([term, entry])
    return {
        "version": __TARGET_JS_VERSION__,
        "fields": list(FIELDS),
        "fieldVectors": [
            [f"{name}/{number}", vectors[at][number]]
            for number in numbers
            for at, name in enumerate(FIELDS)
        ],
        "invertedIndex": inverted,
        "pipeline": [],
    }
