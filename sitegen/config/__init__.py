"""Read and check `sitegen.toml` and `topics.toml`, every fault reported at once."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import field
from msgspec.structs import replace

from sitegen import places, rules
from sitegen.config import syntax
from sitegen.config.faults import faults
from sitegen.errors import Problem, UsageError, error, nearest_path
from sitegen.jobs.parcel import Parcel
from sitegen.model import Rule

FILE_NAME = "sitegen.toml"

_LINE = re.compile(r":(\d+)\Z")


class Feature(Parcel, frozen=True):
    """A part of the site that can be switched off."""

    enabled: bool = True


class Search(Feature, frozen=True):
    """The search.

    Attributes:
        full_index: Whether lunr's whole index is written beside the shards, for other tools.
    """

    full_index: bool = False


class Config(Parcel, frozen=True):
    """The settings of one library; paths are resolved against the configuration's folder.

    Attributes:
        site_url: Where the site will be published, without a trailing slash, or None; what
            needs an absolute link is left out without it.
        theme: A folder whose `templates/` and `static/` are laid over the built-in ones.
        rules: The owner's on topics, in the order of their lines; none contradicts another.
        files: Where all of this stands, or may.
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
    files: tuple[Path, ...] = ()


def load(path: Path) -> Config:
    """Return the configuration that `path` holds, with the rules on topics in the file beside it.

    A file that does not exist says nothing.

    Raises:
        UsageError: With every fault of both files: unreadable, no TOML, unknown keys, wrong
            types, bad values, rules that contradict each other.
    """
    main, beside = _document(path), _document(path.parent / rules.FILE_NAME)
    wrong = list(faults(main.values))
    problems = [
        *main.problems,
        *(error(main.where(way), what, hint) for way, what, hint in wrong),
    ]
    if not any(way == ("theme",) for way, _, _ in wrong):
        problems += _path_problems(main)
    found: list[Rule] = []
    for document, within in ((main, ("topics",)), (beside, ())):
        of_file, misfits = _rules(document, within)
        found += of_file
        problems += misfits
    problems += [*beside.problems, *rules.contradictions(found)]
    if problems:
        raise UsageError(*sorted(problems, key=partial(_place, str(main.path))))
    return replace(_config(main.values, path.parent, found), files=(main.path, beside.path))


def _place(main: str, problem: Problem) -> tuple[bool, int]:
    """Return where a problem stands among others: those of the file `main` first, by line."""
    line = _LINE.search(problem.where)
    return not problem.where.startswith(main), int(line[1]) if line else 0


class _Document(Parcel, frozen=True):
    """A TOML file; one that can't be used holds nothing but problems."""

    path: Path
    values: Mapping[str, Any] = {}
    lines: Mapping[places.Path, int] = {}
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
        if not path.is_symlink():
            return _Document(path)
        problem = error(str(path), "the link leads nowhere")
    except OSError as fault:
        problem = error(str(path), f"can't be read: {fault.strerror}")
    except UnicodeDecodeError as fault:
        problem = error(str(path), f"byte {fault.start} is not UTF-8", "save it as UTF-8")
    except ValueError as fault:
        # TOML that does not parse, or a number of thousands of digits.
        problem = syntax.problem(str(path), str(fault), content)
    except RecursionError:
        problem = error(str(path), "brackets are nested too deeply")
    return _Document(path, problems=(problem,))


def _rules(document: _Document, within: places.Path) -> tuple[list[Rule], list[Problem]]:
    """Return the rules of a file, those in its table `within`, and what is wrong with them."""
    table: Mapping[str, Any] = document.values
    for key in within:
        inner = table.get(str(key))
        table = inner if isinstance(inner, dict) else {}
    if within:
        table = {key: table[key] for key in rules.KEYS if key in table}
    return rules.read(table, str(document.path), document.lines, within)


def _path_problems(main: _Document) -> Iterator[Problem]:
    """Yield a problem for a theme that is no folder."""
    theme = main.values.get("theme")
    if theme is not None and not _is_folder(main.path.parent / theme):
        hint = nearest_path(main.path.parent / theme)
        yield error(main.where(("theme",)), f"theme '{theme}' is not a folder", hint)


def _is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; a name may be too long to ask."""
    try:
        return path.is_dir()
    except OSError:
        return False


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
