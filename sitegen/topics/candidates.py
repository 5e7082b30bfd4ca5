"""Candidate phrases of a text: the n-grams of its runs and "A of B" across two runs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.topics import wordlists
from sitegen.topics.tokens import Run, Token, Word

LONGEST = 4
SIDE = 2


def candidates(
    plain: str, tokens: Sequence[Token], runs: Sequence[Run]
) -> Iterator[tuple[str, int, int, bool]]:
    """Yield every candidate of a text, run by run.

    Yields:
        Its key, what its spellings share, blank-separated; the index of its first token and
        that after its last; whether it fills its run, or both runs around a preposition.

    Args:
        plain: The text that `tokens` were cut from.
        tokens: All its tokens.
        runs: The runs over those tokens.
    """
    words = [token.word for token in tokens]
    for run in runs:
        yield from _grams(words, run)
    for left, right in pairwise(runs):
        if right.first == left.last + 1 and _joins(plain, tokens, left.last):
            yield from _pairs(words, left, right)


def _grams(words: Sequence[Word], run: Run) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the phrases of one to `LONGEST` words inside `run`."""
    opening, closing = run
    for first in range(opening, closing):
        word = words[first]
        if not word.opens:
            continue
        key = word.key
        if word.closes and len(key) > 1:
            yield key, first, first + 1, closing == opening + 1
        for at in range(first + 1, min(first + LONGEST, closing)):
            word = words[at]
            key = f"{key} {word.key}"
            if word.closes:
                yield key, first, at + 1, first == opening and at + 1 == closing


def _pairs(words: Sequence[Word], left: Run, right: Run) -> Iterator[tuple[str, int, int, bool]]:
    """Yield "A of B" with one to `SIDE` words before and after the preposition."""
    preposition = words[left.last].key
    for first in range(max(left.first, left.last - SIDE), left.last):
        if not words[first].opens:
            continue
        before = " ".join(word.key for word in words[first : left.last])
        for last in range(right.first + 1, min(right.last, right.first + SIDE) + 1):
            if words[last - 1].closes:
                after = " ".join(word.key for word in words[right.first : last])
                whole = first == left.first and last == right.last
                yield f"{before} {preposition} {after}", first, last, whole


def _joins(plain: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether token `at` is a preposition with one blank on either side."""
    return (
        tokens[at].word.key in wordlists.PREPOSITIONS
        and plain[tokens[at - 1].end : tokens[at].start] == " "
        and plain[tokens[at].end : tokens[at + 1].start] == " "
    )
