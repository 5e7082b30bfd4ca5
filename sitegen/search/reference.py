"""The same postings and weights as one index that lunr.js loads: the reference of the shards."""

from typing import Any

from lunr import __TARGET_JS_VERSION__

from sitegen.search.documents import FIELDS
from sitegen.search.postings import FORM, Index
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
    for place, term in enumerate(terms):
        posting = index.postings[term]
        idf = weights.idf(posting)
        entry: Serialised = {"_index": place}
        for at, name in enumerate(FIELDS):
            rows = iter(posting.places[at])
            entry[name] = {}
            for number, told in zip(rows, rows, strict=True):
                entry[name][str(number)] = {}
                weight = weights.weight(idf, at, told % FORM, weights.lengths[at][number])
                vectors[at][number] += [place, weight / THOUSAND]
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
