"""Candidate phrases of a text: the n-grams of its runs and "A of B" across two runs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.topics import wordlists
from sitegen.topics.tokens import Run, Token

LONGEST = 4
SIDE = 2


class Candidate(NamedTuple):
    """One occurrence of a phrase.

    Attributes:
        key: What its spellings share, blank-separated.
        first: Index of its first token.
        last: Index after its last token.
        whole: Whether it fills its run, or both runs around a preposition.
    """

    key: str
    first: int
    last: int
    whole: bool


def candidates(plain: str, tokens: Sequence[Token], runs: Sequence[Run]) -> Iterator[Candidate]:
    """Yield every candidate of a text, run by run.

    Args:
        plain: The text that `tokens` were cut from.
        tokens: All its tokens.
        runs: The runs over those tokens.
    """
    for run in runs:
        yield from _grams(tokens, run)
    for left, right in pairwise(runs):
        if right.first == left.last + 1 and _joins(plain, tokens, left.last):
            yield from _pairs(tokens, left, right)


def _grams(tokens: Sequence[Token], run: Run) -> Iterator[Candidate]:
    """Yield the phrases of one to `LONGEST` tokens inside `run`."""
    for first in range(run.first, run.last):
        if not _may_open(tokens[first]):
            continue
        key = ""
        for last in range(first + 1, min(first + LONGEST, run.last) + 1):
            token = tokens[last - 1]
            key = f"{key} {token.key}" if key else token.key
            if _may_close(token) and len(key) > 1:
                yield Candidate(key, first, last, run == (first, last))


def _pairs(tokens: Sequence[Token], left: Run, right: Run) -> Iterator[Candidate]:
    """Yield "A of B" with one to `SIDE` tokens before and after the preposition."""
    preposition = tokens[left.last].key
    for first in range(max(left.first, left.last - SIDE), left.last):
        if not _may_open(tokens[first]):
            continue
        for last in range(right.first + 1, min(right.last, right.first + SIDE) + 1):
            if _may_close(tokens[last - 1]):
                before = " ".join(token.key for token in tokens[first : left.last])
                after = " ".join(token.key for token in tokens[right.first : last])
                whole = first == left.first and last == right.last
                yield Candidate(f"{before} {preposition} {after}", first, last, whole)


def _joins(plain: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether token `at` is a preposition with one blank on either side."""
    return (
        tokens[at].key in wordlists.PREPOSITIONS
        and plain[tokens[at - 1].end : tokens[at].start] == " "
        and plain[tokens[at].end : tokens[at + 1].start] == " "
    )


def _may_open(token: Token) -> bool:
    """Tell whether a phrase may begin with `token`."""
    return token.key not in wordlists.WEAK_FIRST


def _may_close(token: Token) -> bool:
    """Tell whether a phrase may end with `token` (``graph-based`` may open, never close)."""
    word = token.key.rpartition(" ")[2]
    if word.endswith("ly") and len(word) > 5:
        return word in wordlists.NOUNS_IN_LY
    return word not in wordlists.WEAK_LAST
