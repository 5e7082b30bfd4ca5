"""The phrases of one paper with what was counted of each, from the paper alone."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from sitegen import prose
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Part
from sitegen.topics import acronyms, candidates, tokens
from sitegen.topics.tokens import Tokens

PARTS: tuple[Part, ...] = ("title", "abstract")
_LONGEST_INSIDE = 16
"""Words of the longest phrase that is looked for inside another."""


class Text(Parcel, frozen=True):
    """One part of a paper, cut up: places of tokens count in ``reading.plain``."""

    part: Part
    reading: prose.Reading
    tokens: Tokens
    definitions: tuple[acronyms.Definition, ...]


class Phrase(Parcel, frozen=True):
    """What one paper says of one phrase.

    Attributes:
        key: What its spellings share.
        first: Tokens before its first occurrence, the title's included.
        count: Occurrences, its acronym's included.
        whole: Occurrences that fill a run.
        in_title: Whether the title holds it.
        whole_title: Whether it fills a run of the title.
        defined: Whether the paper defines an acronym for it.
        nested: Occurrences of the most frequent longer phrase around it.
    """

    key: str
    first: int
    count: int
    whole: int
    in_title: bool
    whole_title: bool
    defined: bool
    nested: int


@lru_cache(maxsize=1 << 16)
def cut(paper: Paper) -> tuple[Text, ...]:
    """Return title and abstract of `paper` as tokens with what they define.

    A paper is cut up once: every stage of the tagger asks for it again.
    """
    return tuple(_text(part, getattr(paper, part)) for part in PARTS)


def defined(texts: tuple[Text, ...]) -> dict[str, acronyms.Definition]:
    """Return the acronyms that a paper defines, by the acronym's key; the first one counts."""
    found: dict[str, acronyms.Definition] = {}
    for text in texts:
        for definition in text.definitions:
            found.setdefault(definition.acronym, definition)
    return found


class Said:
    """What one paper says of its phrases, by their keys, as in `Phrase`.

    A value for each phrase would take longer to make than to count: most come to nothing.
    """

    __slots__ = ("_before", "_places", "acronyms", "counts", "defined", "firsts", "nested",
                 "titled", "titles", "wholes")  # fmt: skip

    def __init__(self, texts: tuple[Text, ...], known_acronyms: Mapping[str, str]) -> None:
        self._before = 0
        self.counts: dict[str, int] = {}
        self.wholes: dict[str, int] = {}
        self.firsts: dict[str, int] = {}
        self.titled: set[str] = set()
        self.titles: set[str] = set()
        self.defined: set[str] = set()
        self._places: dict[str, tuple[Text, int, int]] = {}
        self.acronyms = {key: each.long_form for key, each in defined(texts).items()}
        long_forms = {**known_acronyms, **self.acronyms} if self.acronyms else known_acronyms
        for text in texts:
            self._add(text, long_forms)
        self.nested = _nested(self.counts)

    def _add(self, text: Text, long_forms: Mapping[str, str]) -> None:
        """Add the phrases of one part of a paper; the title comes first."""
        counts, wholes, firsts, places = self.counts, self.wholes, self.firsts, self._places
        before, words = self._before, text.tokens.words
        for key, first, last, whole in candidates.candidates(text.tokens):
            if last == first + 1 and key in long_forms and acronyms.is_one(words[first]):
                key = long_forms[key]  # noqa: PLW2901 - an acronym counts as what it means
            if key in counts:
                counts[key] += 1
            else:
                counts[key] = 1
                firsts[key] = before + first
                places[key] = text, first, last
            if whole:
                wholes[key] = wholes.get(key, 0) + 1
        for each in text.definitions:
            key = each.long_form
            self.defined.add(key)
            places[key] = text, each.first, each.last
            if key not in counts:
                # It may be too long for a candidate.
                counts[key] = wholes[key] = 1
                firsts[key] = before + each.first
        if text.part == "title":
            self.titled.update(counts)
            self.titles.update(wholes)
        self._before = before + len(words)

    def phrase(self, key: str) -> Phrase:
        """Return what is said of one phrase."""
        return Phrase(
            key,
            self.firsts[key],
            self.counts[key],
            self.wholes.get(key, 0),
            key in self.titled,
            key in self.titles,
            key in self.defined,
            self.nested.get(key, 0),
        )

    def in_passing(self, keys: Iterable[str], most: int) -> frozenset[str]:
        """Return the phrases that the paper says `most` times at most, and only in passing."""
        counts, marked = self.counts, self.titled | self.defined
        return frozenset([key for key in keys if counts[key] <= most and key not in marked])

    def surfaces(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the first spellings of phrases by key; the long form where there is one."""
        offsets: dict[Part, tuple[list[int], list[int]]] = {}
        spelled: dict[str, str] = {}
        for key in keys:
            text, opening, closing = self._places[key]
            if text.part not in offsets:
                offsets[text.part] = text.tokens.places()
            starts, ends = offsets[text.part]
            spelled[key] = text.reading.plain[starts[opening] : ends[closing - 1]]
        return spelled


def phrases(texts: tuple[Text, ...], known_acronyms: Mapping[str, str]) -> dict[str, Phrase]:
    """Return the phrases of a paper by their keys.

    Args:
        texts: What `cut` returned for it.
        known_acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    said = Said(texts, known_acronyms)
    return {key: said.phrase(key) for key in said.counts}


def _nested(counts: Mapping[str, int]) -> dict[str, int]:
    """Return by phrase how often the most frequent longer one around it is said."""
    nested: dict[str, int] = {}
    once: set[str] = set()
    for key, count in counts.items():
        if " " in key:
            inside = _inside(key.split(" "))
            if count == 1:
                once.update(inside)
            else:
                for inner in inside:
                    if nested.get(inner, 0) < count:
                        nested[inner] = count
    return {**dict.fromkeys(once, 1), **nested}


def _inside(words: Sequence[str]) -> Sequence[str]:
    """Return the phrases inside a longer one, which may be a chain of hyphens without end."""
    length = len(words)
    if length == 2:
        return words
    shorter = [*words, *map(" ".join, pairwise(words))]
    for size in range(3, min(length, _LONGEST_INSIDE + 1)):
        shorter += [" ".join(words[first : first + size]) for first in range(length - size + 1)]
    return shorter


def _text(part: Part, source: str) -> Text:
    """Return one part of a paper, cut up."""
    reading = prose.reading(source)
    found = tokens.tokens(reading.plain)
    return Text(part, reading, found, tuple(acronyms.definitions(reading.plain, found)))
