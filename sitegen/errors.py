"""What can go wrong, as values that say where and what to do about it.

Problem            one finding: where, what, hint
SitegenError       carries one or more problems that end the command
├── UsageError     the command line or the configuration is at fault (exit 2)
└── BuildError     the input or the output folder is at fault (exit 1)
    └── OvertakenError   the input is another since the build began
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the input, the configuration or the output.

    Attributes:
        severity: ``error`` ends the build; ``warning`` lets it go on without the thing named;
            ``note`` lost nothing and is shown on request.
        where: ``file:line``, or the file alone where no line applies.
        what: What is wrong, one sentence without a full stop.
        hint: What its reader can do, or an empty string.
    """

    severity: Severity
    where: str
    what: str
    hint: str = ""


class SitegenError(Exception):
    """Ends a command with problems that its user can mend."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{problem.where}: {problem.what}" for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["SitegenError"], tuple[Problem, ...]]:
        # As another process tells it.
        return type(self), self.problems


class UsageError(SitegenError):
    """The command line or the configuration is at fault."""


class BuildError(SitegenError):
    """The input or the output folder is at fault; the old site stays."""


class OvertakenError(BuildError):
    """What the site is made from is another since the build began; the old site stays."""


def note(where: str, what: str, hint: str = "") -> Problem:
    """Return a remark on something that lost nothing."""
    return Problem("note", where, what, hint)


def warning(where: str, what: str, hint: str = "") -> Problem:
    """Return a problem that leaves out one thing and lets the build go on."""
    return Problem("warning", where, what, hint)


def error(where: str, what: str, hint: str = "") -> Problem:
    """Return a problem that ends the build and keeps the old site."""
    return Problem("error", where, what, hint)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names what `word` may have been meant for, or nothing."""
    found = closest(word, known)
    return f"did you mean '{found}'?" if found not in ("", word) else ""


def nearest_path(path: Path) -> str:
    """Return a hint that names what a path that is missing may have been meant for, or nothing.

    What stands in the same folder is all that is looked at.
    """
    try:
        there = sorted(each.name for each in path.parent.iterdir())
    except (OSError, ValueError):
        return ""
    found = closest(path.name, there)
    return f"did you mean '{path.with_name(found)}'?" if found not in ("", path.name) else ""


def closest(word: str, known: Iterable[str], alike: float = 0.7) -> str:
    """Return which of `known` is most like a word, whatever its case; nothing where none is.

    Args:
        word: As somebody wrote it.
        known: What may have been meant.
        alike: How much of both must be the same, as a part of 1.
    """
    by_case = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(word.casefold(), by_case, n=1, cutoff=alike)
    return by_case[near[0]] if near else ""
