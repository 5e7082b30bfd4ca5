"""The phrases of one paper with what was counted of each, from the paper alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitegen import prose
from sitegen.model import Paper, Part
from sitegen.topics import acronyms, candidates, tokens
from sitegen.topics.tokens import Run, Token

PARTS: tuple[Part, ...] = ("title", "abstract")


@dataclass(frozen=True, slots=True)
class Text:
    """One part of a paper, cut up: offsets of tokens count in ``reading.plain``."""

    part: Part
    reading: prose.Reading
    tokens: tuple[Token, ...]
    runs: tuple[Run, ...]


@dataclass(slots=True)
class Phrase:
    """What one paper says of one phrase.

    Attributes:
        key: What its spellings share.
        surface: Its first spelling in the paper; the long form where there is one.
        first: Tokens before its first occurrence, the title's included.
        count: Occurrences, its acronym's included.
        whole: Occurrences that fill a run.
        in_title: Whether the title holds it.
        whole_title: Whether it fills a run of the title.
        defined: Whether the paper defines an acronym for it.
    """

    key: str
    surface: str
    first: int
    count: int = 0
    whole: int = 0
    in_title: bool = False
    whole_title: bool = False
    defined: bool = False


@lru_cache(maxsize=1024)
def cut(paper: Paper) -> tuple[Text, ...]:
    """Return title and abstract of `paper` as tokens and runs.

    The papers of a small library are cut up once; a large one's twice, to save memory.
    """
    return tuple(_text(part, getattr(paper, part)) for part in PARTS)


def defined(texts: tuple[Text, ...]) -> dict[str, acronyms.Definition]:
    """Return the acronyms that a paper defines, by the acronym's key; the first one counts."""
    found: dict[str, acronyms.Definition] = {}
    for text in texts:
        for definition in acronyms.definitions(text.reading.plain, text.tokens):
            found.setdefault(definition.acronym, definition)
    return found


def phrases(texts: tuple[Text, ...], known_acronyms: Mapping[str, str]) -> dict[str, Phrase]:
    """Return the phrases of a paper by their keys.

    Args:
        texts: What `cut` returned for it.
        known_acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    own = defined(texts)
    long_forms = {**known_acronyms, **{key: each.long_form for key, each in own.items()}}
    found: dict[str, Phrase] = {}
    before = 0
    for text in texts:
        title = text.part == "title"
        for each in candidates.candidates(text.reading.plain, text.tokens, text.runs):
            _count(found, text, each, before, long_forms, title=title)
        for definition in acronyms.definitions(text.reading.plain, text.tokens):
            key, first, last = definition.long_form, definition.first, definition.last
            if key not in found:
                unseen = candidates.Candidate(key, first, last, whole=True)
                _count(found, text, unseen, before, {}, title=title)
            found[key].defined = True
            found[key].surface = _surface(text, first, last)
        before += len(text.tokens)
    return found


def _count(  # noqa: PLR0913 - one occurrence is all of these
    found: dict[str, Phrase],
    text: Text,
    each: candidates.Candidate,
    before: int,
    long_forms: Mapping[str, str],
    *,
    title: bool,
) -> None:
    """Add one occurrence to `found`, under the long form where the candidate is an acronym."""
    key = long_forms.get(each.key, each.key)
    phrase = found.get(key)
    if phrase is None:
        surface = _surface(text, each.first, each.last)
        phrase = found[key] = Phrase(key, surface, before + each.first)
    phrase.count += 1
    phrase.whole += each.whole
    if title:
        phrase.in_title = True
        phrase.whole_title |= each.whole


def _surface(text: Text, first: int, last: int) -> str:
    """Return tokens `first` to before `last` as the text spells them."""
    return text.reading.plain[text.tokens[first].start : text.tokens[last - 1].end]


def _text(part: Part, source: str) -> Text:
    """Return one part of a paper, cut up."""
    reading = prose.reading(source)
    found = tokens.tokens(reading.plain)
    return Text(part, reading, tuple(found), tuple(tokens.runs(reading.plain, found)))
