"""Why a paper has a topic: the strongest reasons, from what it says and what others say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.model import Evidence, Paper, Reason
from sitegen.prose.reading import Reading
from sitegen.topics import phrases, tokens
from sitegen.topics.evidence import Mention
from sitegen.topics.phrases import Text
from sitegen.topics.statistics import Statistics

MOST = 3
# A paper that says something three times is about it more surely than others' keywords tell.
OFTEN = 3
# Others' keywords tell something if so many papers could have had it, and such a share has.
_KNOWN = 10
_USUAL = 10
# No more markup stands between a bracket and what is in it.
_MARKUP = 12
_MARK = re.compile(r"[.!?]\s+\S\S?")
_CAPITALS = re.compile(r"\w*[A-Z]\w*[A-Z]").search

_OWNER, _KEYWORD, _TITLE = Reason("owner"), Reason("keyword"), Reason("title")
_ACRONYM, _FIRST = Reason("acronym"), Reason("first")
_reason = lru_cache(maxsize=1 << 10)(Reason)


class Clues(Parcel, frozen=True):
    """What a paper tells of its subjects besides mentioning them.

    Attributes:
        keywords: Its own keywords as keys, acronyms written out too.
        defined: Keys of what it defines an acronym for.
        opening: Where the abstract's first sentence ends in the source form.
    """

    keywords: frozenset[str]
    defined: frozenset[str]
    opening: int


def clues(
    paper: Paper,
    texts: tuple[Text, ...],
    found: Sequence[Mention],
    known_acronyms: Mapping[str, str],
) -> Clues:
    """Return the clues of a paper.

    Args:
        paper: Its keywords count.
        texts: What `phrases.cut` returned for it.
        found: What it mentions; nothing is looked for that tells nothing of that.
        known_acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    own: dict[str, str] = {}
    if any(_is_bracketed(paper, each) for each in found) or any(map(_CAPITALS, paper.keywords)):
        own = {key: each.long_form for key, each in phrases.defined(texts).items()}
    keywords = {tokens.key(keyword) for keyword in paper.keywords}
    keywords |= {own.get(key) or known_acronyms.get(key, key) for key in keywords}
    abstract = next((each.reading for each in texts if each.part == "abstract"), None)
    return Clues(frozenset(keywords), frozenset(own.values()), _opening(abstract, found))


def _is_bracketed(paper: Paper, mention: Mention) -> bool:
    """Tell whether a mention is an acronym where one could be defined."""
    if not mention.acronym:
        return False
    source: str = getattr(paper, mention.part)
    return "(" in source[max(0, mention.start - _MARKUP) : mention.start]


def _opening(reading: Reading | None, found: Iterable[Mention]) -> int:
    """Return where the first sentence of an abstract ends in the source, if that matters."""
    if reading is None or not any(each.part == "abstract" for each in found):
        return 0
    plain = reading.plain
    for mark in _MARK.finditer(plain):
        # An abbreviation's point ends nothing.
        cut = text.sentences(plain[: mark.end()])
        if len(cut) > 1:
            return reading.source_range(0, len(cut[0]))[1]
    return len(reading.source)


def percent(keys: Iterable[str], background: Statistics) -> int:
    """Return how many of a hundred papers that speak of a topic have it as a keyword.

    Of its spellings the one counts that most papers use; 0 is returned where too few use it,
    or have it as a keyword, to tell anything.
    """
    counts = max((background.known(key) for key in keys), key=lambda each: each.candidates)
    if counts.candidates < _KNOWN:
        return 0
    share = 100 * counts.keywords // counts.candidates
    return share if share >= _USUAL else 0


def strongest(
    keys: Iterable[str], said: Sequence[Evidence], told: Clues, field: int, *, given: bool = False
) -> tuple[Reason, ...]:
    """Return why a paper has a topic, at most three reasons, the strongest first.

    Args:
        keys: All spellings of the topic, as keys.
        said: Where the paper speaks of it.
        told: The paper's clues.
        field: The topic's `percent`.
        given: Whether the library's owner gave the paper this topic.
    """
    times = len(said)
    count = _reason("count", times)
    # Places are in reading order.
    first = next((each.start for each in said if each.part == "abstract"), told.opening)
    held = (
        (given, _OWNER),
        (not told.keywords.isdisjoint(keys), _KEYWORD),
        (times > 0 and said[0].part == "title", _TITLE),
        (not told.defined.isdisjoint(keys), _ACRONYM),
        (times >= OFTEN, count),
        (field > 0 and times > 0, _reason("field", field)),
        (first < told.opening, _FIRST),
        (1 < times < OFTEN, count),
    )
    found = tuple([reason for holds, reason in held if holds][:MOST])
    # That something is said once is a reason only where there is no other.
    return found or ((count,) if times else ())
