"""Where a paper speaks of its topics: every occurrence of their phrases and acronyms."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.model import Evidence, Part
from sitegen.topics.phrases import Text, defined

_LONGEST = 7


class Mention(NamedTuple):
    """One occurrence of a topic's phrase: `surface` is what the plain text says, `key` its key."""

    topic: str
    key: str
    part: Part
    start: int
    end: int
    surface: str
    acronym: bool


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
    found: list[Mention] = []
    for text in texts:
        last_end: dict[str, int] = {}
        for topic, key, start, end, acronym in _matches(text, spelling, acronyms):
            if start >= last_end.get(topic, 0):
                last_end[topic] = end
                surface = text.reading.plain[start:end]
                at = text.reading.source_range(start, end)
                found.append(Mention(topic, key, text.part, *at, surface, acronym))
    return found


def spans(found: Iterable[Mention], topic: str) -> tuple[Evidence, ...]:
    """Return the mentions of one topic as evidence, each place once."""
    places = ((each.part, each.start, each.end) for each in found if each.topic == topic)
    return tuple(Evidence(*place) for place in dict.fromkeys(places))


def _matches(
    text: Text, spelling: Mapping[str, str], acronyms: Mapping[str, str]
) -> Iterator[tuple[str, str, int, int, bool]]:
    """Yield topic and plain offsets of each occurrence, the longest first at each place."""
    openings = {key.partition(" ")[0] for key in (*spelling, *acronyms)}
    tokens, plain = text.tokens, text.reading.plain
    for first, token in enumerate(tokens):
        if token.key.partition(" ")[0] not in openings:
            continue
        key = token.key
        matches = []
        for last in range(first + 1, min(first + _LONGEST, len(tokens)) + 1):
            if last > first + 1:
                if plain[tokens[last - 2].end : tokens[last - 1].start] != " ":
                    break
                key = f"{key} {tokens[last - 1].key}"
            end = tokens[last - 1].end
            if key in acronyms:
                matches.append((acronyms[key], key, token.start, end, True))
            elif key in spelling:
                matches.append((spelling[key], key, token.start, end, False))
        yield from reversed(matches)
