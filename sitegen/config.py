"""Read and check `sitegen.toml`, every fault reported at once."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen.errors import Problem, UsageError, error

FILE_NAME = "sitegen.toml"

_TABLE = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:=|\.)""")
_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column \d+\)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Feature:
    """A part of the site that can be switched off."""

    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one library; paths are resolved against the configuration's folder.

    Attributes:
        site_url: Where the site will be published, without a trailing slash, or None; what
            needs an absolute link is left out without it.
        theme: A folder whose `templates/` and `static/` are laid over the built-in ones.
    """

    title: str = "Paper library"
    description: str = ""
    language: str = "en"
    site_url: str | None = None
    sources: tuple[Path, ...] = (Path("seeds"),)
    output: Path = Path("site")
    theme: Path | None = None
    topics: Feature = field(default_factory=Feature)
    search: Feature = field(default_factory=Feature)


_SHAPE: Mapping[str, type | Mapping[str, type]] = {
    "title": str,
    "description": str,
    "language": str,
    "site_url": str,
    "sources": list,
    "output": str,
    "theme": str,
    "topics": {"enabled": bool},
    "search": {"enabled": bool},
}
_TYPE_NAMES = {str: "a string", bool: "true or false", list: "a list of strings"}


def load(path: Path) -> Config:
    """Return the configuration that `path` holds.

    Raises:
        UsageError: With every fault of the file: unreadable, no TOML, unknown keys, wrong
            types, bad values.
    """
    try:
        content = path.read_bytes().decode("utf-8-sig")
        values = tomllib.loads(content)
    except OSError as fault:
        raise UsageError(error(str(path), f"can't be read: {fault.strerror}")) from fault
    except UnicodeDecodeError as fault:
        raise UsageError(error(str(path), f"byte {fault.start} is not UTF-8")) from fault
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(_syntax_problem(path, str(fault), content)) from fault
    lines = _key_lines(content)
    problems = [
        error(f"{path}:{lines.get(key, 1)}", what, hint) for key, what, hint in _faults(values)
    ]
    if not problems:
        problems = list(_path_problems(path, values, lines))
    if problems:
        raise UsageError(*problems)
    return _config(values, path.parent)


def _syntax_problem(path: Path, message: str, content: str) -> Problem:
    """Return the problem for TOML that does not parse, at its line."""
    found = _LINE_OF_ERROR.search(message)
    line = int(found[1]) if found else content.count("\n") + 1
    return error(f"{path}:{line}", f"is not TOML: {message.partition(' (at ')[0]}")


def _key_lines(content: str) -> dict[str, int]:
    """Return the line of each key, dotted with its table; keys inside strings are passed over."""
    lines: dict[str, int] = {}
    prefix = ""
    closing = None
    for number, line in enumerate(content.splitlines(), 1):
        if closing:
            closing = None if closing in line else closing
            continue
        if table := _TABLE.match(line):
            prefix = f"{table[1]}."
            lines.setdefault(table[1], number)
        elif key := _KEY.match(line):
            name = key[1] or key[2] or key[3]
            lines.setdefault(f"{prefix}{name}", number)
            closing = next((q for q in ('"""', "'''") if line.count(q) % 2), None)
    return lines


def _faults(values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the fault and a hint for everything that is wrong in `values`."""
    for key, value in values.items():
        shape = _SHAPE.get(key)
        if shape is None:
            yield key, f"unknown key '{key}'", _nearest(key, _SHAPE)
        elif isinstance(shape, type):
            yield from _value_faults(key, value, shape)
        elif not isinstance(value, dict):
            yield key, f"'{key}' must be a table", f"write [{key}] on a line of its own"
        else:
            for name, inner in value.items():
                dotted = f"{key}.{name}"
                if name in shape:
                    yield from _value_faults(dotted, inner, shape[name])
                else:
                    yield dotted, f"unknown key '{name}' in [{key}]", _nearest(name, shape)


def _nearest(key: str, known: Mapping[str, object]) -> str:
    """Return a hint that names the known key nearest to `key`."""
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(known)}"


def _value_faults(key: str, value: object, shape: type) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with one value: its type first, then what it says."""
    of_strings = shape is not list or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )
    if not isinstance(value, shape) or not of_strings:
        yield key, f"'{key}' must be {_TYPE_NAMES[shape]}", ""
    elif _CONTROL.search("".join(value) if isinstance(value, list) else str(value)):
        yield key, f"'{key}' holds a character that can't be shown", ""
    elif key == "site_url" and not _is_site_url(str(value)):
        yield key, f"'{value}' is not an absolute address", "such as https://name.github.io/papers"
    elif key == "language" and not _LANGUAGE.fullmatch(str(value)):
        yield key, f"'{value}' is not a language tag", "such as en or pt-BR"
    elif key in {"title", "output", "theme"} and not str(value).strip():
        yield key, f"'{key}' is empty", "leave the key out for its default"
    elif key == "sources" and not value:
        yield key, "'sources' is empty", "name at least one file or folder"


def _is_site_url(value: str) -> bool:
    """Tell whether `value` is an http or https address that pages can be appended to."""
    try:
        parts = urlsplit(value)
        sane = not parts.username and parts.port != 0
    except ValueError:
        return False
    odd = re.search(r"[^!-~]|[<>\"'\\?#]", value)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and sane and not odd


def _path_problems(
    path: Path, values: Mapping[str, Any], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Yield a problem for a theme that is no folder."""
    theme = values.get("theme")
    if theme is not None and not (path.parent / theme).is_dir():
        yield error(f"{path}:{lines.get('theme', 1)}", f"theme '{theme}' is not a folder")


def _config(values: Mapping[str, Any], folder: Path) -> Config:
    """Return checked `values` as a configuration."""
    settings = dict(values)
    for table in ("topics", "search"):
        settings[table] = Feature(**settings.get(table, {}))
    for key in ("output", "theme"):
        if key in settings:
            settings[key] = folder / settings[key]
    settings["sources"] = tuple(folder / source for source in settings.get("sources", ["seeds"]))
    settings.setdefault("output", folder / "site")
    if "site_url" in settings:
        settings["site_url"] = settings["site_url"].rstrip("/")
    return Config(**settings)
