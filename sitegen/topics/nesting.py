"""The phrases of topics inside the spellings of others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.topics import folding, tokens

# What turns the word after it into another: Self-Supervised Learning is no supervised learning.
_TURNING_WORDS = """
anti bi co cross few half inter intra multi near non one partially post pre pseudo quasi self semi
single sub super two un weakly without zero
"""
_TURNING = frozenset(_TURNING_WORDS.split())
_PREPOSITION_WORDS = "as at by for from in of on through to under via with without"
PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
# Pairs that belong together though few put the hyphen: a vision-language model is no narrower
# kind of language model.
_PAIRS = frozenset([("audio", "language"), ("video", "language"), ("vision", "language")])
# Where these follow one spelling of a topic in another, they are no part of what it is a kind of.
_ADDING_NOTHING = ("modeling", *folding.ADDING_NOTHING)
_CAPITALS = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")


class Form(NamedTuple):
    """One spelling of a topic: its words, and at which of them no word group may be parted."""

    words: tuple[str, ...]
    tight: frozenset[int]


class Inside(NamedTuple):
    """A topic whose phrase stands inside another's; the smallest is the best parent.

    Attributes:
        side: 0: it is what the whole is a kind of; 1: it ends the whole; 2: it opens it or
            stands in its middle.
        words: How many words it has, negated.
        at: Where it begins.
        topic: The topic's key.
    """

    side: int
    words: int
    at: int
    topic: str


def forms(name: str, keys: Sequence[str], acronyms: Mapping[str, str]) -> Iterator[Form]:
    """Yield a topic's spellings, acronyms of its name also written out.

    Words that its name ties by a hyphen are tied in all of them. *Long sequence modeling* and
    *stochastic optimization algorithm* are spellings of *Long Sequences* and *Stochastic
    Optimization*, but tell nothing of what these are a kind of.
    """
    parts = [tokens.key(part).split() for part in name.split()]
    tied = {pair for part in parts for pair in pairwise(part)} | _PAIRS
    capital = {tokens.key(word) for word in _CAPITALS.findall(name)}
    own = tokens.key(name)
    longer = {f"{key} {last}" for key in (own, *keys) for last in _ADDING_NOTHING}
    for key in dict.fromkeys([own, *(key for key in keys if key not in longer)]):
        words = key.split()
        spelled = (acronyms.get(word, word) if word in capital else word for word in words)
        for each in dict.fromkeys([tuple(words), tuple(" ".join(spelled).split())]):
            pairs = enumerate(pairwise(each), 1)
            yield Form(each, frozenset(at for at, pair in pairs if pair in tied))


def inside(form: Form, spelling: Mapping[str, str]) -> Iterator[Inside]:
    """Yield the topics whose phrases stand inside a spelling."""
    words, tight = form
    joints = (at for at in range(1, len(words)) if at not in tight)
    head = next((at for at in joints if words[at] in PREPOSITIONS), len(words))
    for first in range(len(words)):
        if first and not _may_begin(form, first):
            continue
        for last in range(first + 1, len(words) + 1):
            topic = spelling.get(" ".join(words[first:last]))
            if topic is None or last - first == len(words) or last in tight:
                continue
            side = 0 if last == head else 1 if last == len(words) else 2
            # A word that opens a phrase may mean anything: regression discontinuity.
            if side < 2 or last - first > 1:
                yield Inside(side, first - last, first, topic)


def _may_begin(form: Form, at: int) -> bool:
    """Tell whether a phrase that begins at word `at` means what it means alone."""
    before = form.words[at - 1]
    # Text-to-image generation is image generation.
    return before not in _TURNING and (at not in form.tight or before == "to")
