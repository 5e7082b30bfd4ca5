"""Every word that the index knows, as it is written: for ends and slips."""

from collections.abc import Iterable, Sequence

from sitegen.search import cuts, fronts
from sitegen.search.numbers import ALPHABET
from sitegen.search.shards import Row, Shard
from sitegen.search.terms import Term

_MOST = len(ALPHABET) - 1


Lists = tuple[list[Shard], list[Shard]]

NOTHING: Lists = ([], [])
"""The lists of no words."""


def shards(terms: Iterable[Term]) -> Lists:
    """Return all words in order, and all words in the order of their letters from the end.

    A slip in the first half of a word leaves its second half as it is, and the other way round:
    so what a slip may have meant is found in a few shards of the two lists. Beside a word stands
    a character: the logarithm of the papers that say its term.
    """
    return brought(NOTHING, (), terms)


def brought(last: Lists, gone: Iterable[Term], come: Iterable[Term]) -> Lists:
    """Return what `shards` does, after some terms changed.

    Args:
        last: The lists before.
        gone: The terms that changed, as they were.
        come: The same as they are now, so far as they are still there, and new ones.
    """
    before, after = _told(gone), _told(come)
    changed = [word for word in {**before, **after} if before.get(word) != after.get(word)]
    forwards: dict[str, Row | None] = {}
    backwards: dict[str, Row | None] = {}
    for word in changed:
        mark, back = after.get(word), word[::-1]
        forwards[word] = (word, mark) if mark else None
        backwards[back] = (back, mark) if mark else None
    return cuts.brought(last[0], forwards, _value), cuts.brought(last[1], backwards, _value)


def _told(terms: Iterable[Term]) -> dict[str, str]:
    """Return the words that can have ends and slips, each with its character."""
    # A word is a form of one term alone, so that their order does not count.
    return {
        form: ALPHABET[min(papers.bit_length() - 1, _MOST)]
        for _, papers, forms in terms
        for form in forms
    }


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: words and their characters."""
    return [" ".join(fronts.coded(word for word, _ in rows)), "".join(mark for _, mark in rows)]
