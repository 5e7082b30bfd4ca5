"""One term's postings as characters, as ``static/js/search/postings.js`` unpacks them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub

from sitegen.search.numbers import joined, spelled_each
from sitegen.search.postings import BELOW, MOST_WORDINGS, NUMBER, WORDING, Places, Posting, said_so
from sitegen.search.weights import Weights

MOST_FORMS = 5
"""Forms beyond so many of the commonest share one bit."""

_OTHER = 1 << MOST_FORMS


def packed(posting: Posting, weights: Weights) -> tuple[list[str], str]:
    """Return the commonest forms of a term, and where it stands.

    Each field gives: how many pairs of a weight and the bits of forms there are; those pairs;
    then for each document how far its number is from the one before; then the pair of each,
    unless all have the same. Bars part the fields; empty ones at the end are left out.
    """
    forms, bits = [*posting.forms], [1]
    if len(forms) > 1:
        forms = _common_forms(posting)
        bits = _bits(posting, forms)
    idf = weights.idf(posting)
    fields = [
        _field(places, at, idf, weights, bits) if places else ""
        for at, places in enumerate(posting.places)
    ]
    return forms, "|".join(fields).rstrip("|")


def _common_forms(posting: Posting) -> list[str]:
    """Return the forms in most places, commonest first."""
    # Written out: it is done for each of millions of places.
    said = Counter(
        [each >> WORDING & MOST_WORDINGS for places in posting.places for each in places]
    )
    often = [0] * len(posting.forms)
    for wording, number in posting.wordings.items():
        for form in wording:
            often[form] += said[number]
    ordered = sorted(posting.forms, key=lambda form: (-often[posting.forms[form]], form))
    return ordered[:MOST_FORMS]


def _bits(posting: Posting, forms: Sequence[str]) -> list[int]:
    """Return for each wording the bits of `forms`."""
    bit = dict.fromkeys(posting.forms.values(), _OTHER)
    bit |= {posting.forms[form]: 1 << at for at, form in enumerate(forms)}
    return [sum({bit[form] for form in wording}) for wording in posting.wordings]


def _field(places: Places, at: int, idf: float, weights: Weights, bits: Sequence[int]) -> str:
    """Return the places of one field."""
    if len(places) == 1:
        # Half of all terms: there is nothing to tell apart.
        only = places[0]
        return joined((1, weights.of(idf, at)(only), bits[said_so(only)], only >> NUMBER))
    told = [value & BELOW for value in places]
    pairs: dict[tuple[int, int], int] = {}
    codes: dict[int, int] = {}
    weight_of = weights.of(idf, at)
    for each in dict.fromkeys(told):
        pair = weight_of(each), bits[each >> WORDING & MOST_WORDINGS]
        codes[each] = pairs.setdefault(pair, len(pairs))
    spelt: Iterable[str] = ()
    if len(pairs) > 1:
        code_of = dict(zip(codes, spelled_each(codes.values()), strict=True))
        spelt = map(code_of.__getitem__, told)
    head = [len(pairs), *chain.from_iterable(pairs)]
    # Gaps and pairs in lists of their own are smaller, compressed, than by turns.
    return "".join((*spelled_each(head), *spelled_each(_gaps(places)), *spelt))


def _gaps(places: Places) -> list[int]:
    """Return how far each document's number is from the one before."""
    numbers = [value >> NUMBER for value in places]
    return [numbers[0], *map(sub, numbers[1:], [number + 1 for number in numbers])]
