"""Every word that the index knows, as it is written: for ends and slips."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sitegen.search import fronts
from sitegen.search.numbers import ALPHABET
from sitegen.search.shards import Row, Shard, cut, in_order
from sitegen.search.terms import Term

_MOST = len(ALPHABET) - 1


def shards(terms: Iterable[Term]) -> tuple[list[Shard], list[Shard]]:
    """Return all words in order, and all words in the order of their letters from the end.

    A slip in the first half of a word leaves its second half as it is, and the other way round:
    so what a slip may have meant is found in a few shards of the two lists. Beside a word stands
    a character: the logarithm of the papers that say its term.
    """
    return _cut(frozenset(_told(terms).items()))


@lru_cache(maxsize=1)
def _cut(told: frozenset[tuple[str, str]]) -> tuple[list[Shard], list[Shard]]:
    """Return both lists of words, which come with their characters; most edits change none."""
    forwards = dict(told)
    backwards = {word[::-1]: mark for word, mark in told}
    return list(cut(_rows(forwards), _value)), list(cut(_rows(backwards), _value))


def _told(terms: Iterable[Term]) -> dict[str, str]:
    """Return the words that can have ends and slips, each with its character."""
    # A word is a form of one term alone, so that their order does not count.
    return {
        form: ALPHABET[min(papers.bit_length() - 1, _MOST)]
        for _, papers, forms in terms
        for form in forms
    }


def _rows(told: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for each word, in order."""
    return ((word, told[word]) for word in in_order(told))


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: words and their characters."""
    return [" ".join(fronts.coded(word for word, _ in rows)), "".join(mark for _, mark in rows)]
