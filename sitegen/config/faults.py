"""What is wrong with the values of `sitegen.toml`, and what was meant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from sitegen import places, rules
from sitegen.errors import nearest

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"[\t\n\r]")
_PATHS = frozenset({"sources", "output", "theme"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# A host, and what may follow it: the scheme alone is missing.
_BARE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[!-~]*)?$", re.IGNORECASE)
_FILE = re.compile(r"(?:^|(?<=/))[^/]*\.html?$", re.IGNORECASE)
_REPOSITORY = re.compile(
    r"https?://(?:www\.)?github\.com/([\w-]+)/([\w.-]+?)(?:\.git)?/?$", re.IGNORECASE
)
_SUCH = "such as https://name.github.io/papers"

_SHAPE: Mapping[str, type | Mapping[str, type]] = {
    "title": str,
    "description": str,
    "language": str,
    "site_url": str,
    "sources": list,
    "output": str,
    "theme": str,
    "topics": {"enabled": bool},
    "related": {"enabled": bool},
    "search": {"enabled": bool, "full_index": bool},
}
_TYPE_NAMES = {str: "a string", bool: "true or false", list: "a list of strings"}
_SUCH_TYPE: Mapping[type, str] = {list: 'such as ["…", "…"]'}


def faults(values: Mapping[str, Any]) -> Iterator[tuple[places.Path, str, str]]:
    """Yield the way to it, the fault and a hint for everything that is wrong in `values`.

    The rules in ``[topics]`` are passed over.
    """
    for key, value in values.items():
        shape = _SHAPE.get(key)
        if shape is None:
            yield (key,), f"unknown key '{key}'", _belongs(key) or _nearest(key, _SHAPE)
        elif isinstance(shape, type):
            yield from _value_faults((key,), value, shape)
        elif not isinstance(value, dict):
            yield (key,), f"'{key}' must be a table", f"write [{key}] on a line of its own"
        else:
            known = [*shape, *(rules.KEYS if key == "topics" else ())]
            for name, inner in value.items():
                if name in shape:
                    yield from _value_faults((key, name), inner, shape[name])
                elif name not in known:
                    yield (key, name), f"unknown key '{name}' in [{key}]", _nearest(name, known)
    search = values.get("search")
    if (
        isinstance(search, dict)
        and search.get("full_index") is True
        and search.get("enabled") is False
    ):
        what = "'search.full_index' asks for a part of the search, which is switched off"
        yield ("search", "full_index"), what, "leave out full_index = true, or enabled = false"


def _belongs(key: str) -> str:
    """Return a hint at the table that `key` belongs into, or nothing."""
    if key in rules.KEYS:
        return f"rules on topics stand in {rules.FILE_NAME}, or below [topics]"
    tables = [
        f"[{name}]"
        for name, shape in _SHAPE.items()
        if isinstance(shape, Mapping) and key in shape
    ]
    return f"it stands below {' or '.join(tables)}" if tables else ""


def _nearest(key: str, known: Iterable[str]) -> str:
    """Return a hint that names the known key nearest to `key`, or all of them."""
    return nearest(key, known) or f"known keys: {', '.join(known)}"


def _value_faults(
    way: places.Path, value: object, shape: type
) -> Iterator[tuple[places.Path, str, str]]:
    """Yield what is wrong with one value: its type first, then what it says."""
    key = ".".join(map(str, way))
    of_strings = shape is not list or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )
    said = "".join(value) if isinstance(value, list) and of_strings else str(value)
    if not isinstance(value, shape) or not of_strings:
        yield way, f"'{key}' must be {_TYPE_NAMES[shape]}", _SUCH_TYPE.get(shape, "")
    elif _CONTROL.search(said):
        yield way, f"'{key}' holds a character that can't be shown", ""
    elif key in _PATHS and _BREAK.search(said):
        hint = r"in double quotes \n and \t mean other signs: write paths with /"
        yield way, f"'{key}' holds a tab or the end of a line", hint
    elif key == "site_url":
        wrong, hint = _site_url_fault(said)
        if wrong:
            yield way, wrong, hint
    elif key == "language" and not _LANGUAGE.fullmatch(said):
        yield way, f"'{value}' is not a language tag", "such as en or pt-BR"
    elif key in {"title", "output", "theme"} and not said.strip():
        yield way, f"'{key}' is empty", "leave the key out for its default"
    elif isinstance(value, list):
        yield from _source_faults(way, value)


def _source_faults(
    way: places.Path, sources: Sequence[str]
) -> Iterator[tuple[places.Path, str, str]]:
    """Yield what is wrong with a list of files and folders."""
    if not sources:
        yield way, "'sources' is empty", "name at least one file or folder"
    for index, source in enumerate(sources):
        if not source.strip():
            yield (*way, index), "a source is empty", "'.' is this file’s folder"


def _site_url_fault(value: str) -> tuple[str, str]:
    """Return what keeps `value` from being the address of a site, and a hint; or nothing."""
    if not _is_absolute(value):
        hint = f"did you mean 'https://{_cut(value)}'?" if _BARE.match(value) else _SUCH
        return f"'{value}' is not an absolute address", hint
    if "?" in value or "#" in value:
        return f"'{value}' has a query or a fragment", f"did you mean '{_cut(value)}'?"
    if repository := _REPOSITORY.match(value):
        site = f"https://{repository[1].lower()}.github.io/{repository[2]}"
        return f"'{value}' is a repository, not its site", f"did you mean '{site}'?"
    if _FILE.search(urlsplit(value).path):
        return f"'{value}' is a page, not the site", f"did you mean '{_cut(value)}'?"
    return "", ""


def _is_absolute(value: str) -> bool:
    """Tell whether `value` is an http or https address."""
    try:
        parts = urlsplit(value)
        sane = not parts.username and parts.port != 0
    except ValueError:
        return False
    odd = re.search(r"[^!-~]|[<>\"'\\]", value)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and sane and not odd


def _cut(value: str) -> str:
    """Return the address of the folder that `value` leads to, without query and fragment."""
    return _FILE.sub("", re.split("[?#]", value)[0]).rstrip("/")
