"""Where each table, key and item of a TOML text stands, as lines; `tomllib` keeps none."""

import re
import tomllib
from bisect import bisect
from collections import Counter
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The way to a value: keys of tables, indices of arrays."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""{1,3}'
    r"|'''.*?'''{1,3}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n]*")


def places(content: str) -> dict[Path, int]:
    """Return the line, counted from 1, of each table, key and item of `content`.

    Args:
        content: TOML that `tomllib` reads without fault.
    """
    scanner = _Scanner(content)
    scanner.document()
    return scanner.found


def line(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a value, else of the nearest that holds it, else the first."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scanner:
    """Reads a TOML text once from start to end; what is valid need not be checked."""

    def __init__(self, content: str) -> None:
        self.found: dict[Path, int] = {}
        self._content = content
        self._at = 0
        self._rows: Counter[Path] = Counter()
        self._breaks = [match.start() for match in re.finditer("\n", content)]

    def document(self) -> None:
        """Read headers and pairs to the end."""
        table: Path = ()
        self._skip(_BLANK)
        while self._at < len(self._content):
            if self._content[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> Path:
        """Read ``[a.b]`` or ``[[a.b]]`` and return the table that it opens."""
        of_array = self._content.startswith("[[", self._at)
        brackets = 2 if of_array else 1
        self._at += brackets
        path = self._keys(())
        self._at += brackets
        if of_array:
            self._rows[path] += 1
            path = (*path, self._rows[path] - 1)
            self._note(path)
        return path

    def _pair(self, table: Path) -> None:
        """Read ``key = value``."""
        path = self._keys(table)
        self._at += 1
        self._value(path)

    def _keys(self, table: Path) -> Path:
        """Read a key, dotted or not, and note where each of its parts first stands."""
        path = table
        while key := _KEY.match(self._content, self._at):
            path = (*path, _bare(key[1]))
            self._note(path)
            self._at = key.end()
            if not self._content.startswith(".", self._at):
                break
            self._at += 1
        return path

    def _value(self, path: Path) -> None:
        """Read one value; `path` is noted already."""
        self._skip(_BLANK)
        opening = self._content[self._at]
        if opening == "[":
            self._series(path, "]")
        elif opening == "{":
            self._series(path, "}")
        else:
            self._skip(_STRING if opening in "\"'" else _SCALAR)

    def _series(self, path: Path, closing: str) -> None:
        """Read an array or an inline table to its `closing` bracket."""
        self._at += 1
        index = 0
        self._skip(_BLANK)
        while self._content[self._at] != closing:
            if closing == "]":
                self._note((*path, index))
                self._value((*path, index))
            else:
                self._pair(path)
            index += 1
            self._skip(_BLANK)
            if self._content[self._at] == ",":
                self._at += 1
                self._skip(_BLANK)
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        """Go behind what `pattern` matches here."""
        match = pattern.match(self._content, self._at)
        self._at = match.end() if match else self._at

    def _note(self, path: Path) -> None:
        """Note where a value stands; a table that is opened twice stands where it was first."""
        self.found.setdefault(path, bisect(self._breaks, self._at - 1) + 1)


def _bare(key: str) -> str:
    """Return a key without its quotes and escapes."""
    if key[0] == '"':
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key.strip("'")
