"""Acronyms that a paper defines: "Long Form (LF)" by the initials of its words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.topics import folding, wordlists
from sitegen.topics.tokens import Tokens, Word

_ACRONYM = re.compile(r"[^\W_][^\W_\-]*(?:-[^\W_]+)*\Z")
# What stands in parentheses alone, or is the first that does.
_OPENING = re.compile(r" \(([^\W_][^\s),;]*)[),;]")
_MOST_WORDS = 7
# In small letters, but for the first of a sentence, a shorter one is another word: *to*, *us*,
# *kg*, *slip*; *lidar* is not.
_LEAST_SMALL = 5
# Letters that stand for a word or a sound: T2I is text to image, XAI explainable AI.
_SOUNDS = {"2": ("to", "two"), "4": ("for",), "x": ("ex", "cross")}


class Definition(NamedTuple):
    """An acronym with its long form, both as keys, and where each stands (token indices)."""

    acronym: str
    long_form: str
    first: int
    last: int
    at: int


def definitions(plain: str, tokens: Tokens) -> Iterator[Definition]:
    """Yield the acronyms that a text defines in parentheses, in order.

    Args:
        plain: The text that `tokens` were cut from.
        tokens: All its tokens.
    """
    # Where tokens stand is found out only if it matters.
    openings = [each for each in _OPENING.finditer(plain) if _is_acronym(each[1])]
    if not openings:
        return
    words = tokens.words
    places = starts, ends = tokens.places()
    for opening in openings:
        start, end = opening.span(1)
        at = bisect_left(starts, start)
        if not 0 < at < len(words) or (starts[at], ends[at]) != (start, end):
            continue
        word, beside = words[at], ends[at - 1] == opening.start()
        first = _long_form(plain, words, places, at) if beside else None
        if first is not None:
            key = " ".join(each.key for each in words[first:at])
            if key != word.key:
                yield Definition(word.key, key, first, at, at)


def is_one(word: Word) -> bool:
    """Tell whether a word that has the key of an acronym is written as one."""
    return len(word.key) >= _LEAST_SMALL or not word.spelling[1:].islower()


def _is_acronym(word: str) -> bool:
    """Tell whether `word` has two capitals or digits at least and is short."""
    letters = _letters(word)
    capitals = sum(not char.islower() for char in letters)
    return 2 <= len(letters) <= 8 and capitals >= 2 and _ACRONYM.match(word) is not None


def _letters(word: str) -> str:
    """Return the letters of an acronym, without hyphens and the s of its plural."""
    bare = word.replace("-", "")
    return bare[:-1] if len(bare) > 2 and bare.endswith("s") and bare[-2].isupper() else bare


def _long_form(
    plain: str, words: Sequence[Word], places: tuple[list[int], list[int]], at: int
) -> int | None:
    """Return the first token of the long form that ends before token `at`, or None."""
    letters = _letters(words[at].spelling).lower()
    starts, ends = places
    parts: list[str] = []
    for first in range(at - 1, max(-1, at - 1 - _MOST_WORDS), -1):
        gap = plain[ends[first] : starts[first + 1]]
        if first < at - 1 and gap not in (" ", "/"):
            return None
        parts[:0] = folding.HYPHEN.split(words[first].spelling.lower())
        if parts[0] not in wordlists.STOPWORDS and _spells(letters, parts):
            return first
    return None


def _spells(letters: str, parts: Sequence[str]) -> bool:
    """Tell whether `letters` are the initials of `parts`, stopwords but for the first optional.

    A word may give further letters of its own in order, as Low-Rank Adaptation gives LoRA.
    """
    spelled = {0}  # how many letters the words so far may stand for
    for at, word in enumerate(parts):
        skipped = spelled if at and word in wordlists.STOPWORDS else ()
        spelled = {had + used for had in spelled for used in _uses(letters[had:], word)}
        spelled.update(skipped)
    return len(letters) in spelled


def _uses(letters: str, word: str) -> Iterator[int]:
    """Yield how many of the first `letters` the word can stand for, fewest first."""
    if not letters or not word:
        return
    sounds = _SOUNDS.get(letters[0], ())
    if letters[0] != word[0]:
        if word.startswith(sounds) and sounds:
            yield 1
        return
    at = 0
    for used, letter in enumerate(letters, 1):
        at = word.find(letter, at)
        if at < 0:
            return
        at += 1
        yield used
