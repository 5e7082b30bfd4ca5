"""The people of a paper, as they read and with the given name first, however they are written."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen import prose

_BRACED = re.compile(r"\{([^{}]+)\}")
# Where they work, as some exports write it behind a name.
_RAISED = re.compile(r"<sup>[^<]*</sup>\s*$", re.IGNORECASE)
# Marks refer to notes, numbers to the place where they work.
_NOTED = re.compile(
    r"[*†‡§¶\s]*(?P<name>[^*†‡§¶]*?)(?:\s*[*†‡§¶]+\s*|(?<=[^\W\d_A-Z]{3})\[?\d{1,2}\]?)?"
)
_MARKS = re.compile(r"[\s()\[\],]*[*†‡§¶][\s()\[\],*†‡§¶]*")
_SIGNS = ("*", "†", "‡", "§", "¶", " and", "and ")
_DIGIT = re.compile("[0-9]")
_AND = re.compile(r"(?:^|\s+)and(?:\s+|$)")
_PART = r"(?:[^\W\d_a-z][\w.'’‐-]*|[a-z]{1,3})"
_FULL_NAME = re.compile(rf"(?=.*[^\W\d_]{{2}}){_PART}(?: {_PART}){{1,4}}")
_SUFFIX = re.compile(r"(?:jr|sr)\.?|ii|iii|iv", re.IGNORECASE)
_DEGREE = re.compile(r"Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|Prof(?:essor|\.)?|Dr\.?", re.IGNORECASE)
_PARTICLE_WORDS = """
af al am ben bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zum
zur
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_INITIALS = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’‐][^\W\d_]+)*")
_GIVEN = 4
"""Who has more given names than this has something else behind the comma."""
_GROUP = re.compile(
    r"""(?xi) ^the\b(?!\s*,) | ^others$ | ^et\ al\.?$ | &
    | \b(?:and|of|for|alliance|association|cent(?:er|re)|collaboration|college|committee|company
    |consortium|corp|corporation|department|foundation|gmbh|group|inc|initiative|institut[eo]?
    |laborator(?:y|ies)|labs?|llc|ltd|network|project|research|school|society|team|universit\w+)\b
    """
)


class _Person(NamedTuple):
    """A name in two."""

    family: str
    given: str


def people(written: Sequence[str]) -> tuple[str, ...]:
    """Return the people of a list, the given name first where the family name is.

    That is so where all names but those of groups have one comma; where only some have, if they
    are two or more. Where any comma may mean something else, the list stays as it is.
    """
    joined = "\n".join(written)
    if any(map(joined.__contains__, _SIGNS)) or _DIGIT.search(joined):  # in one list of hundreds
        written = [each for item in written for each in _apart(item)]
    names = tuple(map(name, written))
    if "," not in "".join(names):
        return names
    persons = [
        read
        for each, read in zip(written, names, strict=True)
        if not (_BRACED.fullmatch(each) or _GROUP.search(read) or _is_suffixed(read))
    ]
    turned = {read: _person(read) for read in persons if "," in read}
    if not all(turned.values()) or 1 == len(turned) < len(set(persons)):
        return names
    return tuple(
        f"{person.given} {person.family}" if (person := turned.get(read)) else read
        for read in names
    )


def _apart(item: str) -> Sequence[str]:
    """Return the people in one item of a list, without marks of notes; of marks alone, nobody.

    The last two may stand in one item, with an "and" that may also be left over from a sentence.
    """
    if _MARKS.fullmatch(item):
        return ()
    if " " in item.strip() and (noted := _NOTED.fullmatch(item)):
        item = noted["name"] or item
    if "and" not in item or _BRACED.fullmatch(item):
        return (item,)
    names = list(filter(None, _AND.split(item)))
    is_clear = all(_FULL_NAME.fullmatch(each) and not _GROUP.search(each) for each in names)
    return names if is_clear else (item,)


def name(written: str) -> str:
    r"""Return a name as it reads where TeX or HTML writes it: ``Erd{\H o}s``, ``R&amp;D``."""
    if not any(map(written.__contains__, "\\&<{")):
        return written
    read = prose.plain(_RAISED.sub("", written)) or written
    # What is in braces so that BibTeX takes it for one name.
    return read.replace("{", "").replace("}", "").strip() or read


def said_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of people once where it is the same list twice, as some exports have it.

    A single name that comes again stays: it may be another person's.
    """
    half = len(names) // 2
    return names[:half] if names[:half] == names[half:] else names


def _is_suffixed(read: str) -> bool:
    """Tell whether a name has two commas and a suffix or a degree: BibTeX needs it so."""
    _, *rest = map(str.strip, read.split(","))
    return len(rest) == 2 and any(
        _SUFFIX.fullmatch(each) or _DEGREE.fullmatch(each) for each in rest
    )


def _person(read: str) -> _Person | None:
    """Return the person whose family name stands in front of a comma, None for what else it is.

    A family name of two words may be a whole name, and what follows where that person works; and
    turned, it would be told from the given name no more.
    """
    family, *rest = map(str.strip, read.split(","))
    if len(rest) != 1 or _SUFFIX.fullmatch(rest[0]) or _DEGREE.fullmatch(rest[0]):
        return None
    *before, last = family.split() or [""]
    given = rest[0].split()
    is_family = _is_name(last) and {word.casefold() for word in before} <= _PARTICLES
    is_given = 0 < len(given) <= _GIVEN and all(
        _is_name(word) or (_INITIALS.fullmatch(word) and word[0].isupper()) for word in given
    )
    return _Person(family, rest[0]) if is_family and is_given else None


def _is_name(word: str) -> bool:
    """Tell whether a word begins with a capital and goes on in small letters somewhere."""
    return word[:1].isupper() and not word.isupper() and _WORD.fullmatch(word) is not None
