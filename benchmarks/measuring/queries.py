"""Known-item queries: what a reader types who has one paper in mind, drawn the same everywhere."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lunr.stop_word_filter import WORDS

KINDS = (
    "3–4 title words, shuffled",
    "one typo, any letter",
    "last word cut",
    "three words of the abstract",
    "three words of the abstract, few papers have",
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_]))*")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG = 5
_RARE = 0.02


@dataclass(frozen=True, slots=True)
class Query:
    """A text to type, and the place of the paper that it was made from."""

    text: str
    paper: int


def queries(texts: Sequence[tuple[str, str]], count: int, seed: int) -> dict[str, list[Query]]:
    """Return `count` queries of each of `KINDS` for papers given as title and abstract."""
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    often: dict[str, int] = {}
    for _, abstract in texts:
        for word in set(_words(abstract, 4)):
            often[word] = often.get(word, 0) + 1
    found: dict[str, list[Query]] = {kind: [] for kind in KINDS}
    for at in chance.sample(range(len(texts)), len(texts)):
        title, abstract = texts[at]
        rare = [each for each in _words(abstract, 4) if often[each] <= _RARE * len(texts)]
        made = (
            _titled(title, chance),
            _slipped(_titled(title, chance), chance),
            _cut(_titled(title, chance), chance),
            _some(_words(abstract, 4), 3, chance),
            _some(rare, 3, chance),
        )
        for kind, words in zip(KINDS, made, strict=True):
            if words and len(found[kind]) < count:
                found[kind].append(Query(" ".join(words), at))
    return found


def _words(text: str, shortest: int) -> list[str]:
    """Return the different telling words of a text in lower case."""
    words = dict.fromkeys(word.lower() for word in _WORD.findall(text))
    return [word for word in words if len(word) >= shortest and word not in WORDS]


def _some(words: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Return so many of the words in any order, or none where there are fewer."""
    return chance.sample(list(words), count) if len(words) >= count else []


def _titled(title: str, chance: random.Random) -> list[str]:
    """Return three or four words of a title in any order."""
    return _some(_words(title, 3), chance.choice((3, 4)), chance)


def _slipped(words: list[str], chance: random.Random) -> list[str]:
    """Return the words with one slip in one of the longer ones: any letter, the first too."""
    long = [at for at, word in enumerate(words) if len(word) >= _LONG]
    if not long:
        return []
    at = chance.choice(long)
    word = words[at]
    place, letter = chance.randrange(len(word)), chance.choice(_LETTERS)
    swap = min(place, len(word) - 2)
    slips = (
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place + 1 :],
        word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :],
    )
    return [*words[:at], chance.choice(slips), *words[at + 1 :]]


def _cut(words: list[str], chance: random.Random) -> list[str]:
    """Return the words, the last without its last one to three letters."""
    if not words or len(words[-1]) < _LONG:
        return []
    return [*words[:-1], words[-1][: -chance.choice((1, 2, 3))]]
