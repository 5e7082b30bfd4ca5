"""What the library's owner wants of the topics, in the terms of selection and assignment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.model import Rule
from sitegen.topics import folding, tokens


@dataclass(frozen=True, slots=True)
class Wishes:
    """The owner's rules on topics, each topic by what its spellings share.

    Attributes:
        same: A spelling that is part of another topic, to that topic's spelling; no target is
            itself part of a third.
        banned: Spellings that are no topic, nor any paper's own.
        pinned: Spellings that are a topic whatever its size.
        names: Spellings to the name that the owner writes for them.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    banned: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def spelling(self, key: str) -> str:
        """Return what the spellings of a key's topic share, the phrases merged into it too."""
        own = folding.squeezed(key)
        return self.same.get(own, own)

    def wants(self, key: str) -> bool:
        """Tell whether the owner makes a key's topic, by a pin or by merging phrases into it.

        Such a topic may be large, and vague in the eyes of the background.
        """
        spelling = self.spelling(key)
        return spelling in self.pinned or spelling in self.names

    def refuses(self, key: str) -> bool:
        """Tell whether a key is no topic by itself: banned, or part of another topic."""
        own = folding.squeezed(key)
        return own in self.same or own in self.banned


NONE = Wishes()


def spelling(name: str, acronyms: Mapping[str, str]) -> str:
    """Return what the spellings of the topic called `name` share, or nothing if it has no word.

    Args:
        name: As a person writes it.
        acronyms: Acronyms with their long forms, as keys.
    """
    key = tokens.key(name)
    return folding.squeezed(acronyms.get(key, key))


def wishes(rules: Iterable[Rule], acronyms: Mapping[str, str]) -> Wishes:
    """Return what `rules`, which do not contradict one another, want."""
    parts: dict[str, str] = {}
    names: dict[str, str] = {}
    renamed: dict[str, str] = {}
    banned: set[str] = set()
    pinned: set[str] = set()
    for rule in rules:
        topic, value = spelling(rule.topic, acronyms), spelling(rule.value, acronyms)
        if rule.kind == "ban":
            banned.add(topic)
        elif rule.kind == "rename":
            parts[topic] = value
            renamed[value] = rule.value
        elif rule.kind in {"merge", "pin"}:
            parts[value] = topic
            names[topic] = rule.topic
            pinned.update([topic] if rule.kind == "pin" else [])
    # What is renamed is named by the new name, wherever the old one is pinned or merged into.
    names.update(renamed)
    same = {part: _end(part, parts) for part, whole in parts.items() if part and part != whole}
    return Wishes(
        {part: whole for part, whole in same.items() if whole},
        frozenset(banned - {""}),
        frozenset(same.get(topic, topic) for topic in pinned - {""}),
        {topic: name for topic, name in names.items() if topic and topic not in same},
    )


def _end(part: str, parts: Mapping[str, str]) -> str:
    """Return where the merges of `part` end; those that go round in a circle end anywhere."""
    seen = {part}
    while (whole := parts.get(part, part)) not in seen:
        seen.add(whole)
        part = whole
    return part
