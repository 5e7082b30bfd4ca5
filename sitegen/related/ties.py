"""The words and phrases that tie two papers, as both write them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sitegen.model import Paper
from sitegen.related import rows, shares
from sitegen.related.corpus import Corpus
from sitegen.related.forms import Form, Forms
from sitegen.related.rows import Ints
from sitegen.related.terms import PAIR
from sitegen.related.vectors import Vectors

WORDS = 4
# A word that more than a sixteenth of the papers have is named only for want of a better one.
TELLING = 5

_ENDS = re.compile(r"(?:e?s)?(?![^\W_]|-[^\W_])")
_PART = re.compile(r"(?:[^\W_]|[^\W_]-[^\W_]{1,9}-)\Z")
_LONGEST = 12
_AFTER = " ,."
_BATCH = 512


class Shared(NamedTuple):
    """A term that two papers share.

    Attributes:
        term: Its number.
        weight: What it weighs in both, multiplied.
        rarity: How rare it is.
    """

    term: int
    weight: float
    rarity: int


def text(paper: Paper) -> str:
    """Return what the forms of words are looked for in."""
    return f"{paper.title} {paper.abstract}".lower()


def shared(
    corpus: Corpus, vectors: Vectors, rarity: Ints, pairs: tuple[Ints, Ints]
) -> Iterator[list[Shared]]:
    """Yield the terms that papers share, two by two.

    Args:
        corpus: Has the terms.
        vectors: Of all papers.
        rarity: Of all terms.
        pairs: The places of the one of both, and of the other.
    """
    ones, others = pairs
    for some in rows.batches(len(ones), _BATCH):
        found = shares.by_terms(vectors, ones[some], others[some])
        both = np.flatnonzero(found.products)
        terms = vectors.terms[found.places[both]]
        values = corpus.numbers[terms], found.products[both], rarity[terms]
        each = [*map(Shared, *(value.tolist() for value in values))]
        bounds = np.searchsorted(found.pairs[both], np.arange(len(some) + 1))
        for start, end in pairwise(bounds.tolist()):
            yield each[start:end]


def named(shared: Sequence[Shared], texts: tuple[str, str], forms: Forms) -> tuple[str, ...]:
    """Return what two papers share, most telling first; no word of a phrase that is named.

    It is the same whichever of the two is the other.

    Args:
        shared: The terms that both have.
        texts: Of both.
        forms: How terms are written.
    """
    known = [(each, forms[each.term]) for each in shared if each.term < PAIR]
    ordered = sorted(
        [(-each.weight * form.length, form.key, each.term, each.rarity) for each, form in known]
    )
    everything = [term for _, _, term, _ in ordered]
    telling = [term for _, _, term, rarity in ordered if rarity >= TELLING]
    return (
        _chosen(telling, texts, forms)
        or _chosen(everything, texts, forms)
        or tuple(dict.fromkeys(forms[t].written[0] for t in everything if t >= 0))[:WORDS]
        or _of_pairs(shared, forms)
    )


def _of_pairs(shared: Sequence[Shared], forms: Forms) -> tuple[str, ...]:
    """Return the words of the pairs that two papers share, which share nothing heavier."""
    pairs = sorted((-each.weight, each.term) for each in shared if each.term >= PAIR)
    words = [word for _, pair in pairs for word in divmod(pair, PAIR)]
    return tuple(dict.fromkeys(forms[word].written[0] for word in words))[:WORDS]


def _chosen(terms: Sequence[int], texts: tuple[str, str], forms: Forms) -> tuple[str, ...]:
    """Return how terms are named, the first few that both papers write alike."""
    names: dict[str, str] = {}
    keys: list[str] = []
    for term in terms:
        form = forms[term]
        key = f" {form.key} "
        if any(key in each or each in key for each in keys):
            continue
        if name := _name(form, texts, is_phrase=term < 0):
            # A word and a phrase may be written alike.
            names.setdefault(name.lower(), name)
            keys.append(key)
        if len(names) == WORDS:
            break
    return tuple(names.values())


def _name(form: Form, texts: tuple[str, str], *, is_phrase: bool) -> str:
    """Return the most frequent form that stands in both texts.

    Else, of a phrase that each says in some form, the first; what a paper but implies ties it to
    none.
    """
    one, other = texts
    for written, lower in zip(form.written, form.lower, strict=True):
        if _says(one, lower) and _says(other, lower):
            return written
    said = is_phrase and all(any(_says(each, lower) for lower in form.lower) for each in texts)
    return form.written[0] if said else ""


def _says(text: str, form: str) -> bool:
    """Tell whether a text has a form as it is or in the plural, not as a part of a word.

    What stands before a hyphen (*zero-shot*) or ends a chain of them (*state-of-the-art*) is such
    a part.
    """
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        # Most words stand between blanks.
        begins = text[at - 1 : at] == " " or not _PART.search(text, max(0, at - _LONGEST), at)
        if begins and (text[end : end + 1] in _AFTER or _ENDS.match(text, end)):
            return True
        at = text.find(form, at + 1)
    return False
