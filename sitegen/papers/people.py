"""The people of a paper, as they read and with the given name first, however they are written."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen import prose

_BRACED = re.compile(r"\{([^{}]+)\}")
_SUFFIX = re.compile(r"(?:jr|sr)\.?|ii|iii|iv", re.IGNORECASE)
# A degree, or a place by its letters, where a whole name stands in front.
_STANDING = re.compile(r"Ph\.?\s?D\.?|M\.?D\.?|[A-Z]{3,}")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_GROUP = re.compile(
    r"""(?xi) ^the\b | ^others$ | ^et\ al\.?$ | &
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
    are two or more. Where a comma may mean anything else, the list stays as it is.
    """
    names = tuple(map(name, written))
    if "," not in "".join(names):
        return names
    persons = [
        read
        for each, read in zip(written, names, strict=True)
        if not (_BRACED.fullmatch(each) or _GROUP.search(read) or _is_suffixed(read))
    ]
    turned = {read: _person(read) for read in persons if "," in read}
    inverted = [person for person in turned.values() if person]
    is_clear = len(inverted) == len(turned) and not all(map(_may_be_two, inverted))
    if not is_clear or 1 == len(inverted) < len(set(persons)):
        return names
    return tuple(
        f"{person.given} {person.family}" if (person := turned.get(read)) else read
        for read in names
    )


def name(written: str) -> str:
    r"""Return a name as it reads where TeX or HTML writes it: ``Erd{\H o}s``, ``R&amp;D``."""
    if not any(map(written.__contains__, "\\&<{")):
        return written
    # A group's name is in braces so that BibTeX takes it for one.
    whole = _BRACED.fullmatch(written)
    return prose.plain(whole[1] if whole else written) or written


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
        _SUFFIX.fullmatch(each) or _STANDING.fullmatch(each) for each in rest
    )


def _person(read: str) -> _Person | None:
    """Return the person whose family name stands in front of a comma, None for what else it is."""
    family, *rest = map(str.strip, read.split(","))
    if not (family and len(rest) == 1 and rest[0]):
        return None
    is_name = " " in family and not family.isupper()
    if _SUFFIX.fullmatch(rest[0]) or _INITIAL.search(family):
        return None
    return None if is_name and _STANDING.fullmatch(rest[0]) else _Person(family, rest[0])


def _may_be_two(person: _Person) -> bool:
    """Tell whether both sides of a comma may be whole names, or a name and where it works."""
    capitals = sum(word[0].isupper() for word in person.family.split())
    return capitals > 1 and " " in person.given and not _INITIAL.search(person.given)
