"""What the library's owner wants of the topics, in the terms of selection and assignment."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.jobs.parcel import Parcel
from sitegen.model import Rule
from sitegen.topics import folding, tokens

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[\w-]{2,9}")


class Wishes(Parcel, frozen=True):
    """The owner's rules on topics, each topic by what its spellings share.

    Attributes:
        same: A spelling that is part of another topic, to that topic's spelling; no target is
            itself part of a third.
        banned: Spellings that are no topic, nor any paper's own.
        pinned: Spellings that are a topic whatever its size.
        names: Spellings to the name that the owner writes for them.
        phrases: Spellings to the keys of all that the owner writes for them.
        renamed: Spellings of topics that are given another name.
        rules: What all this follows from.
        acronyms: Acronyms with their long forms, as keys.
    """

    same: Mapping[str, str] = {}
    banned: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    names: Mapping[str, str] = {}
    phrases: Mapping[str, tuple[str, ...]] = {}
    renamed: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()
    acronyms: Mapping[str, str] = {}

    def parts(self, topic: str) -> set[str]:
        """Return the spellings that the owner makes part of a topic."""
        return {part for part, whole in self.same.items() if whole == topic}

    def topic(self, name: str) -> str:
        """Return what the spellings share of the topic that a rule calls `name`."""
        own = spelling(name, self.acronyms)
        return self.same.get(own, own)

    def spelling(self, key: str) -> str:
        """Return what the spellings of a key's topic share, the phrases merged into it too."""
        own = folding.subject(key)
        return self.same.get(own, own)

    def wants(self, key: str) -> bool:
        """Tell whether the owner makes a key's topic, by a pin or by merging phrases into it.

        Such a topic may be large, and vague in the eyes of the background.
        """
        spelling = self.spelling(key)
        return spelling in self.pinned or spelling in self.names

    def renames(self, key: str) -> bool:
        """Tell whether the owner gives a key's topic another name."""
        return folding.subject(key) in self.renamed

    def refuses(self, key: str) -> bool:
        """Tell whether a key is no topic by itself: banned, or part of another topic."""
        own = folding.subject(key)
        return own in self.same or own in self.banned


NONE = Wishes()


def spelling(name: str, acronyms: Mapping[str, str]) -> str:
    """Return what the spellings of the topic called `name` share, or nothing if it has no word.

    Args:
        name: As a person writes it.
        acronyms: Acronyms with their long forms, as keys.
    """
    key = tokens.key(name)
    return folding.subject(acronyms.get(key, key))


def wishes(rules: Sequence[Rule], acronyms: Mapping[str, str]) -> Wishes:
    """Return what `rules`, which do not contradict one another, want."""
    parts: dict[str, str] = {}
    names: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for rule in rules:
        topic, value = spelling(rule.topic, acronyms), spelling(rule.value, acronyms)
        if rule.kind == "rename":
            part, whole = topic, value
            renamed[whole] = rule.value
        elif rule.kind in {"merge", "pin"}:
            part, whole = value, topic
            names[whole] = rule.topic
        else:
            continue
        # That a topic means itself takes it out of no other.
        if part != whole:
            parts[part] = whole
    # What is renamed is named by the new name, wherever the old one is pinned or merged into.
    names.update(renamed)
    same = {part: _end(part, parts) for part in parts if part}
    same = {part: whole for part, whole in same.items() if whole and part != whole}
    of_kind = {
        kind: {spelling(rule.topic, acronyms) for rule in rules if rule.kind == kind} - {""}
        for kind in ("ban", "pin")
    }
    return Wishes(
        same=same,
        banned=frozenset(of_kind["ban"]),
        pinned=frozenset(same.get(topic, topic) for topic in of_kind["pin"]),
        names={topic: name for topic, name in names.items() if topic and topic not in same},
        phrases=_phrases(rules, same, acronyms),
        renamed=_renamed(rules, acronyms) - of_kind["ban"],
        rules=tuple(rules),
        acronyms=acronyms,
    )


def _renamed(rules: Iterable[Rule], acronyms: Mapping[str, str]) -> frozenset[str]:
    """Return what the spellings share of the topics that are given another name."""
    return frozenset(spelling(rule.topic, acronyms) for rule in rules if rule.kind == "rename")


def _end(part: str, parts: Mapping[str, str]) -> str:
    """Return where the merges of `part` end."""
    seen = {part}
    while (whole := parts.get(part, part)) not in seen:
        seen.add(whole)
        part = whole
    return part


def _phrases(
    rules: Iterable[Rule], same: Mapping[str, str], acronyms: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of what renames, merges and pins say, by what their topics share."""
    found: dict[str, dict[str, None]] = {}
    for rule in rules:
        for name in (rule.topic, rule.value) if rule.kind in {"rename", "merge", "pin"} else ():
            own, key = spelling(name, acronyms), tokens.key(name)
            if own:
                keys = found.setdefault(same.get(own, own), {})
                keys[acronyms.get(key, key)] = None
    return {topic: tuple(keys) for topic, keys in found.items()}


def acronyms(
    defined: Iterable[Mapping[str, str]], rules: Iterable[Rule], known: Mapping[str, str]
) -> Mapping[str, str]:
    """Return `known` with the acronyms that rules name and papers define, as most define them.

    Args:
        defined: The acronyms that each paper defines, with their long forms, as keys.
        rules: The owner's.
        known: Acronyms that need no definition, in the same form.
    """
    names = {name for rule in rules for name in (rule.topic, rule.value)}
    asked = {tokens.key(name) for name in names if _ACRONYM.fullmatch(name)} - known.keys()
    if not asked:
        return known
    counts: dict[str, Counter[str]] = {}
    for of_paper in defined:
        for key, form in of_paper.items():
            if key in asked:
                counts.setdefault(key, Counter())[form] += 1
    own = {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in counts.items()}
    return {**known, **own}
