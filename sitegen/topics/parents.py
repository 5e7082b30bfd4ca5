"""The broader topic of each topic: by its own words, else by where its papers mostly are too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.model import Topic
from sitegen.topics import folding, tokens, wordlists

# What turns the word after it into another: Self-Supervised Learning is no supervised learning.
_TURNING_WORDS = """
anti bi co cross few half inter intra multi near non one partially post pre pseudo quasi self semi
single sub super two un weakly without zero
"""
_TURNING = frozenset(_TURNING_WORDS.split())
_PREPOSITION_WORDS = "as at by for from in of on through to under via with without"
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
# Pairs that belong together though few put the hyphen: a vision-language model is no narrower
# kind of language model.
_PAIRS = frozenset([("audio", "language"), ("video", "language"), ("vision", "language")])
# Words with a sense of their own in each phrase: entities, models and faces are aligned, and
# dynamic programming writes no program.
_AMBIGUOUS = frozenset(["alignment", "calibration", "coding", "programming"])
# Where these follow one spelling of a topic in another, they are no part of what it is a kind of.
_ADDING_NOTHING = ("modeling", *folding.ADDING_NOTHING)
_CAPITALS = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
# By papers: so many, such a share of them, and so much larger a topic.
_FEWEST = 3
_SHARE = 0.8
_LARGER = 3


class _Form(NamedTuple):
    """One spelling of a topic: its words, and at which of them no word group may be parted."""

    words: tuple[str, ...]
    tight: frozenset[int]


class _Inside(NamedTuple):
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


def placed(
    topics: Mapping[str, Topic],
    keys_of: Mapping[str, Sequence[str]],
    acronyms: Mapping[str, str],
) -> dict[str, Topic]:
    """Return the topics by their keys, each under a broader one where there is one.

    A phrase inside a longer one is broader whatever the sizes: more papers change nothing.

    Args:
        topics: By their keys, with name and papers; one that is not listed is nobody's parent.
        keys_of: All spellings of each, as keys.
        acronyms: Acronyms with their long forms, as keys.
    """
    spelling = {
        key: topic
        for topic in sorted(topics)
        if topics[topic].listed
        for key in keys_of[topic]
        if key not in wordlists.GENERIC and key not in _AMBIGUOUS
    }
    above: dict[str, str] = {}
    for topic in sorted(topics):
        forms = _forms(topics[topic].name, keys_of[topic], acronyms)
        inside = sorted({each for form in forms for each in _inside(form, spelling)})
        _place(above, topic, (each.topic for each in inside))
    telling = {topic: _telling(keys_of[topic]) for topic in topics}
    listed = (topic for topic in topics if topics[topic].listed)
    large = sorted(listed, key=lambda topic: (-len(topics[topic].papers), topic))
    places: dict[str, list[int]] = {}
    for place, topic in enumerate(large):
        for word in telling[topic]:
            places.setdefault(word, []).append(place)
    for topic in sorted(topics.keys() - above.keys()):
        near = sorted({place for word in telling[topic] for place in places.get(word, ())})
        _place(above, topic, _around(topic, topics, [large[place] for place in near]))
    slugs = {key: topics[parent].slug for key, parent in above.items()}
    return {key: replace(topic, parent=slugs.get(key)) for key, topic in topics.items()}


def _place(above: dict[str, str], topic: str, parents: Iterator[str]) -> None:
    """Put a topic under the first of `parents` that is not itself part of it."""
    for parent in parents:
        way = parent
        while way != topic and way in above:
            way = above[way]
        if way != topic:
            above[topic] = parent
            return


def _forms(name: str, keys: Sequence[str], acronyms: Mapping[str, str]) -> Iterator[_Form]:
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
            yield _Form(each, frozenset(at for at, pair in pairs if pair in tied))


def _inside(form: _Form, spelling: Mapping[str, str]) -> Iterator[_Inside]:
    """Yield the topics whose phrases stand inside a spelling."""
    words, tight = form
    joints = (at for at in range(1, len(words)) if at not in tight)
    head = next((at for at in joints if words[at] in _PREPOSITIONS), len(words))
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
                yield _Inside(side, first - last, first, topic)


def _may_begin(form: _Form, at: int) -> bool:
    """Tell whether a phrase that begins at word `at` means what it means alone."""
    before = form.words[at - 1]
    # Text-to-image generation is image generation.
    return before not in _TURNING and (at not in form.tight or before == "to")


def _around(topic: str, topics: Mapping[str, Topic], near: Sequence[str]) -> Iterator[str]:
    """Yield the much larger topics that most papers of a topic have too.

    Args:
        topic: A topic's key.
        topics: By their keys.
        near: Those that share a telling word with it, the largest first.
    """
    papers = topics[topic].papers
    if len(papers) < _FEWEST:
        return
    own = set(papers)
    for other in near:
        many = topics[other].papers
        if len(many) < _LARGER * len(papers):
            return
        if len(own.intersection(many)) >= _SHARE * len(papers):
            yield other


def _telling(keys: Sequence[str]) -> set[str]:
    """Return the words of phrases that tell one subject from another."""
    words = {word for key in keys for word in key.split()}
    return words - wordlists.GENERIC - _PREPOSITIONS - _AMBIGUOUS
