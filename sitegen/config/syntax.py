"""What TOML that does not parse lacks, told as its writer can mend it."""

import re

from sitegen.errors import Problem, error

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_TABLE = re.compile(r"\(('[^']*'(?:, '[^']*')*),?\)")
# By what Python's parser says, which is told as well: another version may use other words.
_HINTS = {
    "illegal character|invalid character|unterminated|expected \"|expected '''": (
        "a string ends with the quote that it begins with, on the same line"
    ),
    "invalid value": (
        'text stands in straight quotes, as in title = "…"; true and false are in small letters'
    ),
    r"hex value|unescaped|unicode scalar": (
        r"in double quotes \ begins a sign of its own: write paths with / or in single quotes"
    ),
    "twice|overwrite|duplicate|immutable": "each key and each [table] may stand once",
    "unclosed": "a comma or a closing bracket is missing",
    "expected newline": r"write one key = value a line, and \" for a quote inside of quotes",
    "expected '='|invalid statement": "write key = value, or [table]",
    "expected '\\]'": "a closing bracket is missing",
}


def problem(path: str, message: str, content: str) -> Problem:
    """Return the problem for a TOML text that does not parse, at its line.

    Args:
        path: What to call the file.
        message: What `tomllib` says of it.
        content: The text.
    """
    found = _LINE.search(message)
    line = int(found[1]) if found else content.rstrip().count("\n") + 1
    said = _TABLE.sub(_bracketed, message.partition(" (at ")[0])
    hints = (hint for sign, hint in _HINTS.items() if re.search(sign, said, re.IGNORECASE))
    return error(f"{path}:{line}", f"is not TOML: {said}", next(hints, ""))


def _bracketed(keys: re.Match[str]) -> str:
    """Return the keys of a table, which Python says as a tuple, as they stand in the file."""
    return "[" + keys[1].strip("'").replace("', '", ".") + "]"
