"""A TOML table → rules, each with its line, and everything that is wrong with its form."""

import re
from collections.abc import Callable, Iterator, Mapping

from sitegen import places, text
from sitegen.errors import Problem, error, nearest
from sitegen.model import Rule, RuleKind, Source
from sitegen.places import Path

FILE_NAME = "topics.toml"
KEYS = ("ban", "rename", "merge", "pin", "parent", "description", "papers")

_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_Fault = tuple[Path, str, str]
_Item = Rule | _Fault


def read(
    table: Mapping[str, object], file: str, lines: Mapping[Path, int], within: Path = ()
) -> tuple[list[Rule], list[Problem]]:
    """Return the rules that `table` holds, in the order of their lines, and its faults.

    Args:
        table: Tables by the names in `KEYS`.
        file: What messages call the file.
        lines: What `places.places` says of it.
        within: The way from the top of the file to `table`.
    """
    rules: list[Rule] = []
    problems: list[Problem] = []
    for item in _items(table, _Reader(file, lines, within)):
        if isinstance(item, Rule):
            rules.append(item)
        else:
            path, what, hint = item
            problems.append(error(f"{file}:{places.line(lines, (*within, *path))}", what, hint))
    return sorted(rules, key=lambda rule: rule.source), problems


class _Reader:
    """Makes rules of one file, each with the line of its value."""

    def __init__(self, file: str, lines: Mapping[Path, int], within: Path) -> None:
        self._file = file
        self._lines = lines
        self._within = within

    def rule(self, kind: RuleKind, topic: str, value: str, path: Path) -> Rule:
        """Return one rule, its names on one line each; `path` leads to what it is made from."""
        source = Source(self._file, places.line(self._lines, (*self._within, *path)))
        return Rule(kind, text.line(topic), text.line(value), source)

    def heading(self, key: str) -> str:
        """Return how a table of rules begins."""
        return f'write [{".".join(map(str, (*self._within, key)))}], below it "…" = …'


def _items(table: Mapping[str, object], reader: _Reader) -> Iterator[_Item]:
    """Yield the rules of a whole table, and each fault with the way to it."""
    for key, value in table.items():
        if key not in KEYS:
            hint = nearest(key, KEYS) or f"known keys: {', '.join(KEYS)}"
            if key == "topics" and isinstance(value, dict):
                hint = "in a file of their own rules stand without [topics]"
            yield (key,), f"unknown key '{_shown(key)}' among the rules on topics", hint
        elif key == "ban":
            yield from _listed(
                (key,), value, lambda path, name: reader.rule("ban", name, "", path)
            )
        elif not isinstance(value, dict):
            yield (key,), f"'{key}' must be a table", reader.heading(key)
        elif key == "papers":
            for paper, orders in value.items():
                yield from _of_paper(paper, orders, reader)
        else:
            for topic, said in value.items():
                yield from _of_topic(key, topic, said, reader)


def _of_topic(key: str, topic: str, said: object, reader: _Reader) -> Iterator[_Item]:
    """Yield what a table but `papers` says of one topic."""
    path = (key, topic)
    if fault := _name_fault(topic):
        yield path, fault, ""
    elif key == "merge":
        yield from _listed(path, said, lambda at, name: reader.rule("merge", topic, name, at))
    elif key == "pin":
        yield from _listed(path, said, lambda at, name: reader.rule("pin", topic, name, at))
        if said == []:
            yield reader.rule("pin", topic, topic, path)
    elif not isinstance(said, str):
        yield path, f"{_dotted(path)} must be a string", ""
    elif key == "parent" and not said.strip():
        yield reader.rule("parent", topic, "", path)
    elif key == "description":
        wrong = _text_fault(said, "the description")
        yield (path, wrong, "") if wrong else reader.rule("description", topic, said, path)
    else:
        wrong = _name_fault(said)
        kind: RuleKind = "rename" if key == "rename" else "parent"
        yield (path, wrong, "") if wrong else reader.rule(kind, topic, said, path)


def _of_paper(paper: str, orders: object, reader: _Reader) -> Iterator[_Item]:
    """Yield which topics one paper has and has not."""
    path = ("papers", paper)
    if fault := _text_fault(paper, "a paper"):
        yield path, fault, "write the paper's id, or the name of its page without .html"
    elif not isinstance(orders, dict):
        yield path, f"{_dotted(path)} must be a table", "with add = […], remove = […] or both"
    else:
        for key, names in orders.items():
            at = (*path, key)
            if key == "add":
                yield from _listed(at, names, lambda p, name: reader.rule("add", name, paper, p))
            elif key == "remove":
                yield from _listed(
                    at, names, lambda p, name: reader.rule("remove", name, paper, p)
                )
            else:
                hint = nearest(key, ("add", "remove")) or "known keys: add, remove"
                yield at, f"unknown key '{_shown(key)}' for a paper", hint


def _listed(path: Path, value: object, made: Callable[[Path, str], Rule]) -> Iterator[_Item]:
    """Yield what `made` makes of each name in a list."""
    if not isinstance(value, list):
        yield path, f"{_dotted(path)} must be a list of strings", 'such as ["…", "…"]'
        return
    for index, name in enumerate(value):
        at = (*path, index)
        if not isinstance(name, str):
            yield at, f"{_dotted(path)} must be a list of strings", 'such as ["…", "…"]'
        elif fault := _name_fault(name):
            yield at, fault, ""
        else:
            yield made(at, name)


def _name_fault(name: str) -> str:
    """Return what keeps `name` from being a topic's, or nothing."""
    fault = _text_fault(name)
    if not fault and not text.folded(name):
        return f"'{_shown(name)}' holds no letter and no digit"
    return fault


def _text_fault(said: str, what: str = "a name") -> str:
    """Return what keeps `said` from being shown, or nothing; `what` tells what it is."""
    if _UNSHOWN.search(said):
        return f"'{_shown(said)}' holds a character that can't be shown"
    return "" if said.strip() else f"{what} is empty"


def _dotted(path: Path) -> str:
    """Return the way to a value as messages name it."""
    return f"'{'.'.join(_shown(str(part)) for part in path)}'"


def _shown(said: str) -> str:
    """Return `said` short enough for a message."""
    return text.excerpt(said, 60)
