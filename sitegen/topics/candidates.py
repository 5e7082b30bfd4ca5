"""Candidate phrases of a text: the n-grams of its runs and "A of B" across two runs."""

from collections.abc import Sequence
from functools import lru_cache

from sitegen.topics.tokens import RUN, Tokens

LONGEST = 4
SIDE = 2


Candidate = tuple[str, int, int, bool]


def candidates(tokens: Tokens) -> list[Candidate]:
    """Return every candidate of a text: inside its runs, then across two of them.

    Returns:
        For each its key, what its spellings share, blank-separated; the index of its first token
        and that after its last; whether it fills its run, or both runs around a preposition.
    """
    keys = [word.key for word in tokens.words]
    signs = tokens.signs
    found: list[Candidate] = []
    across: list[Candidate] = []
    opening = closing = 0
    for run in RUN.finditer(signs):
        first, last = run.span()
        if last == first + 1:
            if signs[first] in "bB":
                found.append((keys[first], first, last, True))
        else:
            for start, stop, whole in _grams(run[0]):
                begin, end = first + start, first + stop
                key = keys[begin] if end == begin + 1 else " ".join(keys[begin:end])
                found.append((key, begin, end, whole))
        if first == closing + 1 and signs[closing] == "p" and signs[first].islower():
            across += _pairs(keys, signs, (opening, closing), (first, last))
        opening, closing = first, last
    return found + across


@lru_cache(maxsize=1 << 10)
def _grams(signs: str) -> tuple[tuple[int, int, bool], ...]:
    """Return the phrases of one to `LONGEST` words inside a run: first, last, whether whole."""
    signs = signs.lower()
    length = len(signs)
    return tuple(
        (first, last, last - first == length)
        for first in range(length)
        for last in range(first + 1, min(first + LONGEST, length) + 1)
        if _may_be(signs[first:last])
    )


def _may_be(signs: str) -> bool:
    """Tell whether words may be a phrase; the two sides of a pair may be shorter than that."""
    return signs == "b" or (len(signs) > 1 and signs[0] in "bio" and signs[-1] in "bic")


def _pairs(
    keys: Sequence[str], signs: str, left: tuple[int, int], right: tuple[int, int]
) -> list[Candidate]:
    """Return "A of B" with one to `SIDE` words before and after the preposition."""
    opening, middle = left
    after, closing = right
    return [
        (" ".join(keys[first:last]), first, last, first == opening and last == closing)
        for first in range(max(opening, middle - SIDE), middle)
        if signs[first] in "bioBIO"
        for last in range(after + 1, min(closing, after + SIDE) + 1)
        if signs[last - 1] in "bic"
    ]
