"""Sorted words, each without what it shares with the one before: front coding."""

import re
from collections.abc import Iterable, Sequence

BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Letters that take two UTF-16 units."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_SHARED = len(_LETTERS) - 1
_FEW = 24
"""So many words are sooner compared one by one."""


def coded(words: Iterable[str]) -> list[str]:
    """Return words, each without what it shares with the one before: a letter tells how much.

    Words hold no NUL: numpy ends them with it.
    """
    listed = [*words]
    found = []
    for word, common in zip(listed, _each_shared(listed), strict=True):
        least = min(common, _MOST_SHARED)
        if not word.isascii() and (beyond := BEYOND.search(word, 0, least)):
            # It takes two UTF-16 units, so places behind it differ from JavaScript's.
            least = beyond.start()
        found.append(_LETTERS[least] + word[least:])
    return found


def _each_shared(words: Sequence[str]) -> Iterable[int]:
    """Return how many letters each word shares with the one before, so far as that counts."""
    if len(words) <= _FEW:
        return map(shared, ["", *words], words)
    # It takes time and room in every process that imports it, and few pack words.
    import numpy as np  # noqa: PLC0415

    letters = np.array(words, dtype=f"U{_MOST_SHARED + 1}").view(np.uint32).reshape(len(words), -1)
    differ = letters[1:] != letters[:-1]
    differ[:, _MOST_SHARED] = True
    return map(min, [0, *differ.argmax(axis=1).tolist()], map(len, words))


def shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    if other.startswith(one):
        # A form of a term, mostly.
        return len(one)
    found = 0
    for own, its in zip(one, other, strict=False):
        if own != its:
            break
        found += 1
    return found
