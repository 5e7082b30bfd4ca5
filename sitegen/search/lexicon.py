"""Every word that the index knows, as it is written and as it is cut: for ends and slips."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sitegen.search import fronts
from sitegen.search.numbers import ALPHABET
from sitegen.search.shards import Row, Shard, cut, in_order
from sitegen.search.terms import Term

FORM, TERM = 1, 2
_KINDS = FORM | TERM
_MOST = 14


def shards(terms: Iterable[Term]) -> tuple[list[Shard], list[Shard]]:
    """Return all words in order, and all words in the order of their letters from the end.

    A slip in the first half of a word leaves its second half as it is, and the other way round:
    so what a slip may have meant is found in a few shards of the two lists. Beside a word stands
    a character: four times the logarithm of the papers that say it, plus whether it is a form (1)
    and whether it is a term (2).
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
    codes: dict[str, int] = {}
    for row, papers, forms in terms:
        term = row[0]
        level = 4 * min(papers.bit_length() - 1, _MOST)
        # What is no form of its own is the term alone.
        own = TERM | FORM if term in forms else TERM
        for word in forms if own & FORM else (term, *forms):
            kind = own if word == term else FORM
            before = codes.get(word)
            if before is None:
                codes[word] = level | kind
            else:
                codes[word] = max(level, before & ~_KINDS) | (before & _KINDS) | kind
    return {word: ALPHABET[code] for word, code in codes.items()}


def _rows(told: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for each word, in order."""
    return ((word, told[word]) for word in in_order(told))


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: words and their characters."""
    return [" ".join(fronts.coded(word for word, _ in rows)), "".join(mark for _, mark in rows)]
