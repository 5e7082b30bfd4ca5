"""Where a paper speaks of its topics: every occurrence of their phrases and acronyms."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from sitegen.model import Evidence, Part
from sitegen.topics.acronyms import is_one
from sitegen.topics.phrases import Text, defined
from sitegen.topics.tokens import CLOSING

_LONGEST = 7
_HEAD = attrgetter("head")


class Mention(NamedTuple):
    """One occurrence of a topic's phrase.

    Attributes:
        topic: The topic's key.
        key: The occurrence's own key.
        part: Where it stands, with `start` and `end` in the source form of that part.
        surface: What the plain text says there.
        acronym: Whether it is an acronym of the topic.
        closes: Whether the phrase ends there, so that it is not part of a longer one.
    """

    topic: str
    key: str
    part: Part
    start: int
    end: int
    surface: str
    acronym: bool
    closes: bool


class Saying(NamedTuple):
    """What papers write for a topic, with what a `Mention` tells of it."""

    key: str
    surface: str
    acronym: bool
    closes: bool


def mentions(
    texts: tuple[Text, ...], spelling: Mapping[str, str], known_acronyms: Mapping[str, str]
) -> list[Mention]:
    """Return every mention of a paper's topics in reading order, offsets in the source form.

    Args:
        texts: What `phrases.cut` returned for the paper.
        spelling: Keys of phrases to the topics that they stand for.
        known_acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    own = {key: each.long_form for key, each in defined(texts).items()}
    long_forms = {**known_acronyms, **own}
    acronyms = {key: spelling[form] for key, form in long_forms.items() if form in spelling}
    openings = _openings((*spelling, *acronyms))
    found: list[Mention] = []
    for text in texts:
        last_end: dict[str, int] = {}
        matches = [*_matches(text, openings, spelling, acronyms)]
        if not matches:
            continue
        starts, ends = text.tokens.places()
        for each in matches:
            start, end = starts[each.first], ends[each.last - 1]
            if start < last_end.get(each.topic, 0):
                continue
            last_end[each.topic] = end
            found.append(
                Mention(
                    each.topic,
                    each.key,
                    text.part,
                    *text.reading.source_range(start, end),
                    text.reading.plain[start:end],
                    each.acronym,
                    CLOSING.match(text.tokens.signs, each.last - 1) is not None,
                )
            )
    return found


def spans(found: Iterable[Mention]) -> dict[str, tuple[Evidence, ...]]:
    """Return the mentions of each topic as evidence, each place once, by the topic's key."""
    places: dict[str, dict[tuple[Part, int, int], None]] = {}
    for topic, _, part, start, end, *_ in found:
        places.setdefault(topic, {})[part, start, end] = None
    return {
        topic: tuple([Evidence(*place) for place in of_topic])
        for topic, of_topic in places.items()
    }


class _Match(NamedTuple):
    """One place of a text whose tokens are a topic's phrase."""

    topic: str
    key: str
    first: int
    last: int
    acronym: bool


def _openings(keys: Iterable[str]) -> dict[str, int]:
    """Return the first words of keys, with the most tokens that one which begins so may have."""
    most: dict[str, int] = {}
    for key in keys:
        head = key.partition(" ")[0]
        most[head] = max(most.get(head, 0), min(key.count(" ") + 1, _LONGEST))
    return most


def _matches(
    text: Text,
    openings: Mapping[str, int],
    spelling: Mapping[str, str],
    acronyms: Mapping[str, str],
) -> Iterator[_Match]:
    """Yield each occurrence of the topics, the longest first at each place."""
    words = text.tokens.words
    opens = map(openings.__contains__, map(_HEAD, words))
    for first in compress(range(len(words)), opens):
        found = []
        for last, key in _keys_from(text, first, openings[words[first].head]):
            if key in acronyms and (last > first + 1 or is_one(words[first])):
                found.append(_Match(acronyms[key], key, first, last, acronym=True))
            elif key in spelling:
                found.append(_Match(spelling[key], key, first, last, acronym=False))
        yield from reversed(found)


def _keys_from(text: Text, first: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield the keys of the tokens from `first` on, each with the token after its last.

    Args:
        text: A part of a paper.
        first: A token.
        most: How many tokens a key may have.
    """
    words, signs = text.tokens.words, text.tokens.signs
    key = words[first].key
    yield first + 1, key
    for last in range(first + 1, min(first + most, len(words))):
        if signs[last].isupper():
            return
        key = f"{key} {words[last].key}"
        yield last + 1, key
