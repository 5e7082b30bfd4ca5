"""Candidate phrases of a text: the n-grams of its runs and "A of B" across two runs."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.topics import wordlists
from sitegen.topics.tokens import Run, Tokens, Word

LONGEST = 4
SIDE = 2


Candidate = tuple[str, int, int, bool]


def candidates(plain: str, tokens: Tokens, runs: Sequence[Run]) -> list[Candidate]:
    """Return every candidate of a text, run by run.

    Returns:
        For each its key, what its spellings share, blank-separated; the index of its first token
        and that after its last; whether it fills its run, or both runs around a preposition.

    Args:
        plain: The text that `tokens` were cut from.
        tokens: All its tokens.
        runs: The runs over those tokens.
    """
    words = tokens.words
    found: list[Candidate] = []
    for run in runs:
        _add_grams(found, words, run)
    for left, right in pairwise(runs):
        if right.first == left.last + 1 and _joins(plain, tokens, left.last):
            _add_pairs(found, words, left, right)
    return found


def _add_grams(found: list[Candidate], words: Sequence[Word], run: Run) -> None:
    """Add the phrases of one to `LONGEST` words inside `run`."""
    opening, closing = run
    for first in range(opening, closing):
        _, key, _, opens, closes = words[first]
        if not opens:
            continue
        if closes and len(key) > 1:
            found.append((key, first, first + 1, closing == opening + 1))
        for last in range(first + 2, min(first + LONGEST, closing) + 1):
            _, more, _, _, closes = words[last - 1]
            key = f"{key} {more}"
            if closes:
                found.append((key, first, last, first == opening and last == closing))


def _add_pairs(found: list[Candidate], words: Sequence[Word], left: Run, right: Run) -> None:
    """Add "A of B" with one to `SIDE` words before and after the preposition."""
    preposition = words[left.last].key
    for first in range(max(left.first, left.last - SIDE), left.last):
        if not words[first].opens:
            continue
        before = " ".join(word.key for word in words[first : left.last])
        for last in range(right.first + 1, min(right.last, right.first + SIDE) + 1):
            if words[last - 1].closes:
                after = " ".join(word.key for word in words[right.first : last])
                whole = first == left.first and last == right.last
                found.append((f"{before} {preposition} {after}", first, last, whole))


def _joins(plain: str, tokens: Tokens, at: int) -> bool:
    """Tell whether token `at` is a preposition with one blank on either side."""
    return (
        tokens.words[at].key in wordlists.PREPOSITIONS
        and plain[tokens.ends[at - 1] : tokens.starts[at]] == " "
        and plain[tokens.ends[at] : tokens.starts[at + 1]] == " "
    )
