"""Lists of people and keywords, however exports write them: strings, objects or one string."""

import re

from sitegen import text
from sitegen.importers.encodings import restored

# One semicolon ends a character of HTML, another an item.
_ITEM = re.compile(r"(?:&(?:#\w+|[A-Za-z]{2,}\d*);|[^;])+")
_AND = re.compile(r"\s+and\s+")
_FIRST_AND = re.compile(r"^and\s+")
_LISTED = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
# A capital, TeX or HTML begins each, but for what is as short as "van" and no word of a phrase.
_WORD = r"(?:(?=[^\W\d_a-z]|[\\{'’]|&[#\w])[^\s\d()@/]+|(?!(?:of|for|the)\b)[a-z]{1,3})"
_FULL_NAME = re.compile(rf"(?=.*[^\W\d_]{{2}}){_WORD}(?: {_WORD}){{1,4}}")
_OTHERS = frozenset({"others", "et al"})
_NAMES = ("name", "display_name", "literal")


def people(value: object) -> tuple[str, ...] | None:
    """Return the people in `value`, each on one line; None where it is not clear who they are.

    It is a list of strings or of objects with a name, or a string: of names parted by semicolons,
    by "and" as in BibTeX or by commas, or of one name.
    """
    if isinstance(value, str):
        said = text.line(restored(value))
        parted = _split(said)
        return (_joined_by_and(said) or _listed(said)) if parted is None else parted
    if not isinstance(value, list):
        return None
    return _all_told([_person(item) for item in value if item is not None])


def keywords(value: object) -> tuple[str, ...] | None:
    """Return the keywords in `value`: a list of strings, or a string parted by semicolons.

    None where it is neither.
    """
    if isinstance(value, str):
        return _split(restored(value))
    if not isinstance(value, list):
        return None
    return _all_told([line(item) for item in value if item is not None])


def _all_told(items: list[str | None]) -> tuple[str, ...] | None:
    """Return the `items` that say something; None where one can't be read."""
    told = tuple(item for item in items if item is not None)
    return tuple(filter(None, told)) if len(told) == len(items) else None


def line(value: object) -> str | None:
    """Return `value` on one line, None where it is no string."""
    return text.line(restored(value)) if isinstance(value, str) else None


def _person(item: object) -> str | None:
    """Return a name given as a string, or in an object as scholarly services have it."""
    if not isinstance(item, dict):
        return line(item)
    who = item["author"] if isinstance(item.get("author"), dict) else item
    for key in _NAMES:
        if name := line(who.get(key)):
            return name
    if line(who.get("family")):
        return " ".join(
            filter(None, (line(who.get(key)) for key in ("given", "family", "suffix")))
        )
    return None


def _split(value: str) -> tuple[str, ...] | None:
    """Return what semicolons part, nothing of an empty string, None where there are none."""
    items = _ITEM.findall(value)
    if not value.strip():
        return ()
    if items == [value]:
        return None
    return tuple(filter(None, (_FIRST_AND.sub("", text.line(item)) for item in items))) or None


def _joined_by_and(value: str) -> tuple[str, ...] | None:
    """Return names that "and" parts, None where it may be part of a group's name or of prose.

    All have a family name in front of a comma, or none has; all are more than one word.
    """
    names = _AND.split(value)
    full = [name for name in names if text.folded(name) not in _OTHERS]
    commas = {name.count(",") for name in full}
    is_clear = len(names) > 1 and len(commas) == 1 and commas <= {0, 1}
    return tuple(names) if is_clear and all(map(_is_full, full)) else None


def _listed(value: str) -> tuple[str, ...] | None:
    """Return names that commas part, or the one name that `value` is.

    None where the comma of two may stand inside of one, and where a piece is no full name.
    """
    names = tuple(_LISTED.split(value))
    return names if len(names) != 2 and all(map(_FULL_NAME.fullmatch, names)) else None


def _is_full(name: str) -> bool:
    """Tell whether `name` has more than one word and, where it has a comma, sides to it."""
    return " " in name and all(map(str.strip, name.split(",")))
