"""The phrases of one paper with what was counted of each, from the paper alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sitegen import prose
from sitegen.model import Paper, Part
from sitegen.topics import acronyms, candidates, tokens
from sitegen.topics.tokens import Run, Tokens

PARTS: tuple[Part, ...] = ("title", "abstract")


@dataclass(frozen=True, slots=True)
class Text:
    """One part of a paper, cut up: offsets of tokens count in ``reading.plain``."""

    part: Part
    reading: prose.Reading
    tokens: Tokens
    runs: tuple[Run, ...]
    definitions: tuple[acronyms.Definition, ...]


@dataclass(slots=True)
class Phrase:
    """What one paper says of one phrase.

    Attributes:
        key: What its spellings share.
        text, opening, closing: Where it stands first, or where its acronym is defined.
        first: Tokens before its first occurrence, the title's included.
        count: Occurrences, its acronym's included.
        whole: Occurrences that fill a run.
        in_title: Whether the title holds it.
        whole_title: Whether it fills a run of the title.
        defined: Whether the paper defines an acronym for it.
        nested: Occurrences of the most frequent longer phrase around it.
    """

    key: str
    text: Text
    opening: int
    closing: int
    first: int
    count: int = 0
    whole: int = 0
    in_title: bool = False
    whole_title: bool = False
    defined: bool = False
    nested: int = 0

    @property
    def surface(self) -> str:
        """Its first spelling in the paper; the long form where there is one."""
        tokens = self.text.tokens
        start, end = tokens.starts[self.opening], tokens.ends[self.closing - 1]
        return self.text.reading.plain[start:end]


@lru_cache(maxsize=1 << 14)
def cut(paper: Paper) -> tuple[Text, ...]:
    """Return title and abstract of `paper` as tokens and runs.

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


def phrases(texts: tuple[Text, ...], known_acronyms: Mapping[str, str]) -> dict[str, Phrase]:
    """Return the phrases of a paper by their keys.

    Args:
        texts: What `cut` returned for it.
        known_acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    own = {key: each.long_form for key, each in defined(texts).items()}
    found: dict[str, Phrase] = {}
    before = 0
    for text in texts:
        title = text.part == "title"
        occurrences = candidates.candidates(text.reading.plain, text.tokens, text.runs)
        for key, first, last, whole in occurrences:
            if last == first + 1:
                key = own.get(key) or known_acronyms.get(key, key)  # noqa: PLW2901
            phrase = found.get(key)
            if phrase is None:
                phrase = found[key] = Phrase(key, text, first, last, before + first)
            phrase.count += 1
            if whole:
                phrase.whole += 1
            if title:
                phrase.in_title = True
                phrase.whole_title |= whole
        for each in text.definitions:
            _define(found, text, each, before)
        before += len(text.tokens.words)
    _nest(found)
    return found


def _nest(found: Mapping[str, Phrase]) -> None:
    """Tell each phrase of the most frequent longer one around it."""
    for key, phrase in found.items():
        if " " in key:
            count = phrase.count
            for inside in _inside(key.split()):
                inner = found.get(inside)
                if inner is not None and inner.nested < count:
                    inner.nested = count


def _inside(words: list[str]) -> list[str]:
    """Return the phrases inside a longer one."""
    length = len(words)
    if length == 2:
        return words
    shorter = [*words, *map(" ".join, pairwise(words))]
    for size in range(3, length):
        shorter += [" ".join(words[first : first + size]) for first in range(length - size + 1)]
    return shorter


def _define(found: dict[str, Phrase], text: Text, each: acronyms.Definition, before: int) -> None:
    """Add what a definition says of its long form, which may be too long for a candidate."""
    phrase = found.get(each.long_form)
    if phrase is None:
        title = text.part == "title"
        phrase = found[each.long_form] = Phrase(
            each.long_form, text, each.first, each.last, before + each.first, 1, 1, title, title
        )
    phrase.defined = True
    phrase.text, phrase.opening, phrase.closing = text, each.first, each.last


def _text(part: Part, source: str) -> Text:
    """Return one part of a paper, cut up."""
    reading = prose.reading(source)
    found = tokens.tokens(reading.plain)
    runs = tuple(tokens.runs(reading.plain, found))
    definitions = tuple(acronyms.definitions(reading.plain, found))
    return Text(part, reading, found, runs, definitions)
