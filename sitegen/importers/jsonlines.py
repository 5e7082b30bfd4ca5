"""JSON Lines of papers: one object a line, read as a stream."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sitegen import text
from sitegen.cache.again import remembered
from sitegen.errors import Problem, nearest, note, warning
from sitegen.importers import dates, lists
from sitegen.importers.encodings import restored
from sitegen.importers.labels import bare
from sitegen.importers.lines import Line
from sitegen.importers.quoting import unquoted
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
_MARKS = ' .-–—…[]()"'
_LONGEST_NOTHING = 40
_OBJECT = re.compile(r'\s*\{\s*"')
_ARRAY = re.compile(r"\s*\[\s*(?:\{|$)")
_LONGEST_KEY = 60
_MORE = "Extra data"
"""What Python's parser says of a comma behind an object, and of a second one."""
_SHORT = 1 << 13
"""A longer line is not remembered: there may be a whole paper in a field that is ignored."""


class _UnreadableError(Exception):
    """One line that is no paper; says why, and what may help."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.hint = "; ".join(filter(None, ("the line is left out", hint)))


def recognises(head: list[str]) -> bool:
    """Tell whether a line of `head` opens a JSON object with a key; the first may be broken.

    What an array holds is not one paper a line, though there may be one object a line.
    """
    first = next(filter(str.strip, head), "")
    return not _ARRAY.match(first) and any(_OBJECT.match(line) for line in head)


def records(name: str, lines: Iterable[Line]) -> Iterator[Record | Problem]:
    """Yield the papers of the file `name`, and a warning for all that could not be read.

    A line without title or abstract is left out; an optional field that is malformed is left
    out of its paper. Unknown fields are ignored and counted, and named at the end.
    """
    # Few are the sets of keys that lines have: it takes long to count each key of each line.
    alike: dict[frozenset[str], list[int]] = {}
    for line in lines:
        where = Source(name, line.number)
        if line.fault:
            yield warning(str(where), line.fault, "the line is left out")
        elif line.text.strip():
            is_short = len(line.text) <= _SHORT
            told, keys = (_remembered if is_short else _told)(line.text, where)
            yield from told
            alike.setdefault(keys, []).append(line.number)
    yield from _ignored(name, alike)


def _ignored(name: str, alike: Mapping[frozenset[str], Sequence[int]]) -> Iterator[Problem]:
    """Yield a problem for each unknown field; `alike` has the lines of each set of fields."""
    used: Counter[str] = Counter()
    first_line: dict[str, int] = {}
    for keys, numbers in alike.items():
        for key in keys:
            used[key] += len(numbers)
            first_line[key] = min(first_line.get(key, numbers[0]), numbers[0])
    for key in sorted(used.keys() - _KNOWN):
        shown = text.excerpt(text.line(key), 60)
        times = "once" if used[key] == 1 else f"{used[key]} times"
        place, what = f"{name}:{first_line[key]}", f"unknown field '{shown}' was ignored {times}"
        meant = _OPTIONAL.get(_spelled(key))
        if meant and meant not in used:
            yield warning(place, what, f"did you mean '{meant}'?")
        else:
            yield note(place, what)


def _spelled(key: str) -> str:
    """Return what spellings of a field have in common, such as ``arxivId`` and ``arxiv_id``."""
    return key[:1].casefold() + key[1:].casefold().replace("_", "").removesuffix("s")


_OPTIONAL = {_spelled(key): key for key in _KNOWN - _REQUIRED.keys()}


def _told(line: str, where: Source) -> tuple[tuple[Record | Problem, ...], frozenset[str]]:
    """Return what a line tells, and the keys in it."""
    parser = _parser()
    told: list[Record | Problem] = []
    keys: frozenset[str] = frozenset()
    try:
        entry = parser.parsed(line)
        keys = _shared(frozenset(entry))
        for key in parser.repeated:
            what = f"'{text.excerpt(text.line(key), 60)}' stands more than once"
            told.append(warning(str(where), what, "the last one counts"))
        told += _read(entry, where)
    except _UnreadableError as fault:
        told.append(warning(str(where), str(fault), fault.hint))
    return tuple(told), keys


@lru_cache(maxsize=1 << 10)
def _shared(keys: frozenset[str]) -> frozenset[str]:
    """Return one set for the many lines that have these keys: what lines tell is remembered."""
    return keys


_remembered = remembered(_told, lasting=False)  # a file's lines last, of which few are told anew


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
            hint = "a line holds one object and nothing behind it" if fault.msg == _MORE else ""
            raise _UnreadableError(what, hint) from fault
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
    title, abstract = unquoted(text.line(_required(entry, "title")), _required(entry, "abstract"))
    abstract = bare(abstract)
    fields: dict[str, Any] = {key: lists.line(entry[key]) for key in _STRINGS if key in entry}
    if type(entry.get("id")) is int:
        fields["id"] = str(entry["id"])
    fields |= {key: read(entry[key]) for key, read in _LISTS.items() if key in entry}
    published, is_all = dates.dated(entry.get("published"), entry.get("year"))
    for key, value in fields.items():
        if value is None and entry[key] is not None:
            kind = "a list of strings" if key in _LISTS else "a string"
            way = "; a string needs ; between them" if isinstance(entry[key], str) else ""
            yield warning(str(where), f"'{key}' is not {kind}", f"the field is left out{way}")
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
    value = text.normal(restored(value))
    if not value or (key == "abstract" and _stands_for_nothing(bare(value))):
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
