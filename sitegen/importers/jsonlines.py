"""JSON Lines of papers: one object a line, read as a stream."""

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sitegen import text
from sitegen.cache.again import remembered
from sitegen.errors import Problem, nearest, note, warning
from sitegen.importers import lists
from sitegen.importers.lines import Line
from sitegen.model import Record, Source

_STRINGS = ("id", "venue", "url", "pdf", "code", "doi", "arxiv_id")
_LISTS = {"authors": lists.people, "keywords": lists.keywords}
_REQUIRED = {
    "title": ("name", "headline", "paper_title", "display_name"),
    "abstract": (
        "summary",
        "description",
        "tldr",
        "paperabstract",
        "abstracttext",
        "abstract_inverted_index",
    ),
}
"""The fields that a paper must have, each with what other exports call it."""
_KNOWN = frozenset((*_REQUIRED, "year", "published", *_STRINGS, *_LISTS))
_NOTHING = frozenset(
    {"", "n/a", "na", "nan", "none", "null", "no abstract available", "abstract not available"}
)
"""What exports write for an abstract that they do not have, but for case and marks around it."""
_MARKS = " .-–—…[]()"
_LONGEST_NOTHING = 40
_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?=[T ]|$)", re.ASCII)
_OBJECT = re.compile(r'\s*\{\s*"')
_YEAR = re.compile(r"\s*([0-9]{4})(?:\.0)?\s*")
_EARLIEST, _LATEST = 1000, 9999
_LONGEST_KEY = 60
_SHORT = 1 << 13
"""A longer line is not remembered: there may be a whole paper in a field that is ignored."""


class _UnreadableError(Exception):
    """One line that is no paper; says why, and what may help."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.hint = "; ".join(filter(None, ("the line is left out", hint)))


def recognises(head: list[str]) -> bool:
    """Tell whether a line of `head` opens a JSON object with a key; the first may be broken."""
    return any(_OBJECT.match(line) for line in head)


def records(name: str, lines: Iterable[Line]) -> Iterator[Record | Problem]:
    """Yield the papers of the file `name`, and a warning for all that could not be read.

    A line without title or abstract is left out; an optional field that is malformed is left
    out of its paper. Unknown fields are ignored and counted: notes at the end name them.
    """
    unknown: Counter[str] = Counter()
    first_line: dict[str, int] = {}
    for line in lines:
        where = Source(name, line.number)
        if line.fault:
            yield warning(str(where), line.fault, "the line is left out")
        elif line.text.strip():
            is_short = len(line.text) <= _SHORT
            told, others = (_remembered if is_short else _told)(line.text, where)
            yield from told
            for key in others:
                unknown[key] += 1
                first_line.setdefault(key, line.number)
    for key in sorted(unknown):
        shown = text.excerpt(text.line(key), 60)
        times = "once" if unknown[key] == 1 else f"{unknown[key]} times"
        yield note(f"{name}:{first_line[key]}", f"unknown field '{shown}' was ignored {times}")


def _told(line: str, where: Source) -> tuple[tuple[Record | Problem, ...], frozenset[str]]:
    """Return what a line tells, and the keys in it that mean nothing."""
    parser = _parser()
    told: list[Record | Problem] = []
    unknown: frozenset[str] = frozenset()
    try:
        entry = parser.parsed(line)
        unknown = frozenset(entry.keys() - _KNOWN)
        for key in parser.repeated:
            what = f"'{text.excerpt(text.line(key), 60)}' stands more than once"
            told.append(warning(str(where), what, "the last one counts"))
        told += _read(entry, where)
    except _UnreadableError as fault:
        told.append(warning(str(where), str(fault), fault.hint))
    return tuple(told), unknown


_remembered = remembered(_told)


class _Parser:
    """Parses lines; `repeated` holds the keys that the last one gives more than once."""

    def __init__(self) -> None:
        self.repeated: list[str] = []
        # Made once, as it takes longer than to parse a line.
        self._decode = json.JSONDecoder(
            parse_constant=_refused, object_pairs_hook=self._collected
        ).decode

    def parsed(self, line: str) -> dict[str, Any]:
        """Return the JSON object that `line` holds."""
        self.repeated.clear()
        try:
            # What `loads` refuses before it decodes anything.
            entry = json.loads(line) if line.startswith("\ufeff") else self._decode(line)
        except RecursionError as fault:
            raise _UnreadableError("is nested too deeply") from fault
        except json.JSONDecodeError as fault:
            # The line that Python counts is the first of this text alone.
            what = f"is not JSON: {fault.msg}, character {fault.colno}"
            raise _UnreadableError(what) from fault
        except ValueError as fault:
            raise _UnreadableError(f"is not JSON: {fault}") from fault
        if not isinstance(entry, dict):
            raise _UnreadableError("is not a JSON object")
        return entry

    def _collected(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Return an object of JSON, and note the keys that it has more than once."""
        entry = dict(pairs)
        if len(entry) < len(pairs):
            uses = Counter(key for key, _ in pairs)
            self.repeated += [key for key in entry if uses[key] > 1]
        return entry


_parser = cache(_Parser)


def _refused(name: str) -> float:
    """Refuse NaN and Infinity, which Python's parser takes and JSON has not."""
    raise _UnreadableError(f"is not JSON: {name}")


def _read(entry: dict[str, Any], where: Source) -> Iterator[Record | Problem]:
    """Yield a warning for each malformed optional field of `entry`, then its paper."""
    title = text.line(_required(entry, "title"))
    abstract = _required(entry, "abstract")
    fields: dict[str, Any] = {key: lists.line(entry[key]) for key in _STRINGS if key in entry}
    fields |= {key: read(entry[key]) for key, read in _LISTS.items() if key in entry}
    published, is_all = _dated(entry)
    for key, value in fields.items():
        if value is None and entry[key] is not None:
            kind = "a list of strings" if key in _LISTS else "a string"
            yield warning(str(where), f"'{key}' is not {kind}", "the field is left out")
    if published is None and (entry.get("published") or entry.get("year") is not None):
        what = "neither 'published' nor 'year' is a date such as 2024-05-31 or 2024"
        yield warning(str(where), what, "the date is left out")
    elif published and not is_all:
        what = "'published' is no date such as 2024-05-31 or 2024"
        yield warning(str(where), what, f"{published} is taken")
    said = {key: value for key, value in fields.items() if value}
    yield Record(title, abstract, where, published=published, **said)


def _required(entry: dict[str, Any], key: str) -> str:
    """Return the normal form of the text under `key`, which must say something."""
    value = entry.get(key)
    if value is None:
        raise _UnreadableError(f"has no '{key}'", _instead(entry, key))
    if not isinstance(value, str):
        raise _UnreadableError(f"'{key}' is not a string")
    value = text.normal(value)
    if not value or (key == "abstract" and _stands_for_nothing(value)):
        raise _UnreadableError(f"'{key}' is empty", _instead(entry, key))
    return value


def _stands_for_nothing(abstract: str) -> bool:
    """Tell whether `abstract` is only what exports write where they have none."""
    return len(abstract) <= _LONGEST_NOTHING and abstract.strip(_MARKS).casefold() in _NOTHING


def _instead(entry: dict[str, Any], key: str) -> str:
    """Return a hint at a field of `entry` that may hold what `key` should, or nothing."""
    for other in sorted(entry.keys() - _KNOWN):
        if entry[other] and _is_like(other, key):
            return f"it has '{text.line(other)}'"
    return ""


@lru_cache(maxsize=1 << 10)
def _is_like(other: str, key: str) -> bool:
    """Tell whether a field called `other` may hold what `key` should."""
    return len(other) <= _LONGEST_KEY and (
        other.casefold() in _REQUIRED[key] or bool(nearest(other, [key]))
    )


def _dated(entry: dict[str, Any]) -> tuple[str | None, bool]:
    """Return what is in the calendar of the ISO date under `published`, else the year, else None.

    Beside it stands whether that is all that `published` tells.
    """
    told = entry.get("published")
    given = str(told) if type(told) is int else lists.line(told) or ""
    found = _DATE.match(given)
    if found and (valid := _in_calendar(*found.groups(default=""))):
        return valid, valid == found[0]
    year = _YEAR.fullmatch(str(entry.get("year")))
    if year and _EARLIEST <= int(year[1]) <= _LATEST:
        return year[1], not given
    return None, not given


def _in_calendar(year: str, month: str, day: str) -> str:
    """Return as much of what looks like a date as is in the calendar."""
    if int(year) < _EARLIEST:
        return ""
    for told in (year + month + day, year + month):
        with contextlib.suppress(ValueError):
            date.fromisoformat(f"{told}-01-01"[:10])
            return told
    return year
