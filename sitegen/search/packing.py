"""One term's postings as characters, as ``static/js/search/postings.js`` unpacks them."""

from collections import Counter

from sitegen.search.numbers import joined
from sitegen.search.postings import FORM, Posting
from sitegen.search.weights import Weights

MOST_FORMS = 5
"""Forms beyond so many of the commonest share one bit."""

_OTHER = 1 << MOST_FORMS


def packed(posting: Posting, weights: Weights) -> tuple[list[str], str]:
    """Return the commonest forms of a term, and where it stands.

    Each field gives: how many pairs of a weight and the bits of forms there are; those pairs;
    then for each document how far its number is from the one before, and its pair, unless all
    have the same. Bars part the fields; empty ones at the end are left out.
    """
    forms = _common_forms(posting)
    bits = _renumbered(posting, forms)
    idf = weights.idf(posting)
    fields = [
        _field(places, at, idf, weights, bits) if places else ""
        for at, places in enumerate(posting.places)
    ]
    return forms, "|".join(fields).rstrip("|")


def _common_forms(posting: Posting) -> list[str]:
    """Return the forms in most places, commonest first."""
    if len(posting.forms) == 1:
        return list(posting.forms)
    often = dict.fromkeys(posting.forms, 0)
    for bits, times in _said(posting).items():
        for form, bit in posting.forms.items():
            if bits >> bit & 1:
                often[form] += times
    return sorted(often, key=lambda form: (-often[form], form))[:MOST_FORMS]


def _said(posting: Posting) -> Counter[int]:
    """Return in how many places a term is said in which forms, by their bits."""
    return Counter(told // FORM for places in posting.places for told in places[1::2])


def _renumbered(posting: Posting, forms: list[str]) -> dict[int, int]:
    """Return the bits that documents have, to the bits of `forms`."""
    if len(posting.forms) == 1:
        return {1: 1}
    place = {posting.forms[form]: 1 << at for at, form in enumerate(forms)}
    return {
        bits: sum({place.get(bit, _OTHER) for bit in range(bits.bit_length()) if bits >> bit & 1})
        for bits in _said(posting)
    }


def _field(places: list[int], at: int, idf: float, weights: Weights, bits: dict[int, int]) -> str:
    """Return the places of one field."""
    lengths = weights.lengths[at]
    codes: dict[tuple[int, float], int] = {}
    pairs: dict[tuple[int, int], int] = {}
    gaps: list[int] = []
    before = -1
    rows = iter(places)
    for number, told in zip(rows, rows, strict=True):
        gaps.append(number - before - 1)
        before = number
        key = (told, lengths[number])
        code = codes.get(key)
        if code is None:
            weight = weights.weight(idf, at, told % FORM, key[1])
            code = codes[key] = pairs.setdefault((weight, bits[told // FORM]), len(pairs))
        gaps.append(code)
    head = [len(pairs), *(value for pair in pairs for value in pair)]
    return joined(head + (gaps if len(pairs) > 1 else gaps[::2]))
