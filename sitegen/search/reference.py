"""The same postings and weights as one index that lunr.js loads: the reference of the shards."""

from typing import Any

from lunr import __TARGET_JS_VERSION__

from sitegen.search.documents import FIELDS
from sitegen.search.postings import NUMBER, Index, place
from sitegen.search.shards import utf16_units
from sitegen.search.weights import THOUSAND, Weights

Serialised = dict[str, Any]


def serialised(index: Index, weights: Weights, numbers: list[int]) -> Serialised:
    """Return lunr's serialised index; a document's reference is its number.

    Terms are numbered in the order of UTF-16 units, in which the reader adds weights up. The
    pipeline is empty: what is looked for must be analysed as `analysis` does.
    """
    terms = sorted(index.postings, key=utf16_units)
    vectors: list[dict[int, list[float]]] = [{number: [] for number in numbers} for _ in FIELDS]
    inverted = []
    for order, term in enumerate(terms):
        posting = index.postings[term]
        idf = weights.idf(posting)
        entry: Serialised = {"_index": order}
        for at, name in enumerate(FIELDS):
            entry[name] = {}
            for value in posting.places[at]:
                number, (level, _, times) = value >> NUMBER, place(value)
                entry[name][str(number)] = {}
                weight = weights.weight(idf, at, level, times)
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
