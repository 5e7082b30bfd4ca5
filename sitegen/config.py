"""Read and check `sitegen.toml` and `topics.toml`, every fault reported at once."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen import places, rules
from sitegen.errors import Problem, UsageError, error, nearest
from sitegen.model import Rule

FILE_NAME = "sitegen.toml"

_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column \d+\)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Feature:
    """A part of the site that can be switched off."""

    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Search(Feature):
    """The search.

    Attributes:
        full_index: Whether lunr's whole index is written beside the shards, for other tools.
    """

    full_index: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one library; paths are resolved against the configuration's folder.

    Attributes:
        site_url: Where the site will be published, without a trailing slash, or None; what
            needs an absolute link is left out without it.
        theme: A folder whose `templates/` and `static/` are laid over the built-in ones.
        rules: The owner's on topics, in the order of their lines; none contradicts another.
    """

    title: str = "Paper library"
    description: str = ""
    language: str = "en"
    site_url: str | None = None
    sources: tuple[Path, ...] = (Path("seeds"),)
    output: Path = Path("site")
    theme: Path | None = None
    topics: Feature = field(default_factory=Feature)
    related: Feature = field(default_factory=Feature)
    search: Search = field(default_factory=Search)
    rules: tuple[Rule, ...] = ()


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


def load(path: Path) -> Config:
    """Return the configuration that `path` holds, with the rules on topics in the file beside it.

    A file that does not exist says nothing.

    Raises:
        UsageError: With every fault of both files: unreadable, no TOML, unknown keys, wrong
            types, bad values, rules that contradict each other.
    """
    main, beside = _document(path), _document(path.parent / rules.FILE_NAME)
    problems = [
        *main.problems,
        *(error(main.where(way), what, hint) for way, what, hint in _faults(main.values)),
    ]
    if not problems:
        problems = list(_path_problems(main))
    found: list[Rule] = []
    for document, within in ((main, ("topics",)), (beside, ())):
        of_file, faults = _rules(document, within)
        found += of_file
        problems += faults
    problems += beside.problems or rules.contradictions(found)
    if problems:
        raise UsageError(*problems)
    return _config(main.values, path.parent, found)


@dataclass(frozen=True, slots=True)
class _Document:
    """A TOML file; one that can't be used holds nothing but problems."""

    path: Path
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[places.Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def where(self, way: places.Path) -> str:
        """Return file and line of a value."""
        return f"{self.path}:{places.line(self.lines, way)}"


def _document(path: Path) -> _Document:
    """Return the file at `path`, an empty one where there is none."""
    content = ""
    try:
        content = path.read_bytes().decode("utf-8-sig")
        return _Document(path, tomllib.loads(content), places.places(content))
    except FileNotFoundError:
        return _Document(path)
    except OSError as fault:
        problem = error(str(path), f"can't be read: {fault.strerror}")
    except UnicodeDecodeError as fault:
        problem = error(str(path), f"byte {fault.start} is not UTF-8")
    except ValueError as fault:
        # TOML that does not parse, or a number of thousands of digits.
        problem = _syntax_problem(path, str(fault), content)
    except RecursionError:
        problem = error(str(path), "brackets are nested too deeply")
    return _Document(path, problems=(problem,))


def _syntax_problem(path: Path, message: str, content: str) -> Problem:
    """Return the problem for TOML that does not parse, at its line."""
    found = _LINE_OF_ERROR.search(message)
    line = int(found[1]) if found else content.count("\n") + 1
    return error(f"{path}:{line}", f"is not TOML: {message.partition(' (at ')[0]}")


def _rules(document: _Document, within: places.Path) -> tuple[list[Rule], list[Problem]]:
    """Return the rules of a file, those in its table `within`, and what is wrong with them."""
    table: Mapping[str, Any] = document.values
    for key in within:
        inner = table.get(str(key))
        table = inner if isinstance(inner, dict) else {}
    if within:
        table = {key: table[key] for key in rules.KEYS if key in table}
    return rules.read(table, str(document.path), document.lines, within)


def _faults(values: Mapping[str, Any]) -> Iterator[tuple[places.Path, str, str]]:
    """Yield the way to it, the fault and a hint for everything that is wrong in `values`.

    The rules in ``[topics]`` are passed over.
    """
    for key, value in values.items():
        shape = _SHAPE.get(key)
        if shape is None:
            yield (key,), f"unknown key '{key}'", _nearest(key, _SHAPE)
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
    if not isinstance(value, shape) or not of_strings:
        yield way, f"'{key}' must be {_TYPE_NAMES[shape]}", ""
    elif _CONTROL.search("".join(value) if isinstance(value, list) else str(value)):
        yield way, f"'{key}' holds a character that can't be shown", ""
    elif key == "site_url" and not _is_site_url(str(value)):
        yield way, f"'{value}' is not an absolute address", "such as https://name.github.io/papers"
    elif key == "language" and not _LANGUAGE.fullmatch(str(value)):
        yield way, f"'{value}' is not a language tag", "such as en or pt-BR"
    elif key in {"title", "output", "theme"} and not str(value).strip():
        yield way, f"'{key}' is empty", "leave the key out for its default"
    elif key == "sources" and not value:
        yield way, "'sources' is empty", "name at least one file or folder"


def _is_site_url(value: str) -> bool:
    """Tell whether `value` is an http or https address that pages can be appended to."""
    try:
        parts = urlsplit(value)
        sane = not parts.username and parts.port != 0
    except ValueError:
        return False
    odd = re.search(r"[^!-~]|[<>\"'\\?#]", value)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and sane and not odd


def _path_problems(main: _Document) -> Iterator[Problem]:
    """Yield a problem for a theme that is no folder."""
    theme = main.values.get("theme")
    if theme is not None and not (main.path.parent / theme).is_dir():
        yield error(main.where(("theme",)), f"theme '{theme}' is not a folder")


def _config(values: Mapping[str, Any], folder: Path, found: Iterable[Rule]) -> Config:
    """Return checked `values` as a configuration."""
    settings = dict(values)
    for name in ("topics", "related"):
        settings[name] = Feature(settings.get(name, {}).get("enabled", True))
    settings["search"] = Search(**settings.get("search", {}))
    for key in ("output", "theme"):
        if key in settings:
            settings[key] = folder / settings[key]
    settings["sources"] = tuple(folder / source for source in settings.get("sources", ["seeds"]))
    settings.setdefault("output", folder / "site")
    if "site_url" in settings:
        settings["site_url"] = settings["site_url"].rstrip("/")
    return Config(**settings, rules=tuple(found))
