"""What is printed: results on stdout, steps and problems on stderr."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sitegen.cli import streams
from sitegen.errors import Problem

if TYPE_CHECKING:
    from sitegen.build import Summary

_SHOWN_ALIKE = 20
_COLOURS = {"error": "31", "warning": "33", "note": "36"}


def lines(told: Iterable[str]) -> bool:
    """Print the result of a command and tell whether that was possible."""
    coding = sys.stdout.encoding or "utf-8"
    try:
        for line in told:
            print(_printable(line).encode(coding, "replace").decode(coding))
        sys.stdout.flush()
    except OSError:
        # Who read the output has gone, or its disk is full: nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def on_terminal() -> bool:
    """Tell whether stderr goes to a terminal that knows colours and how to move in a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def counted(count: int, noun: str) -> str:
    """Return a number of things in words: ``1 paper``, ``2 papers``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def step(step: str) -> None:
    """Say what is being done."""
    streams.tell(f"{step} …")


def problems(found: Sequence[Problem], *, verbose: bool) -> None:
    """Print problems to stderr; past the first of a severity, unless `verbose`, their number."""
    shown: Counter[str] = Counter()
    for problem in found:
        if problem.severity == "note" and not verbose:
            continue
        shown[problem.severity] += 1
        if verbose or shown[problem.severity] <= _SHOWN_ALIKE:
            _print_problem(problem)
    for severity, count in shown.items():
        if count > _SHOWN_ALIKE and not verbose:
            hidden = counted(count - _SHOWN_ALIKE, f"more {severity}")
            streams.tell(f"… and {hidden}; --verbose shows them all")


def _print_problem(problem: Problem) -> None:
    """Print one problem: where, how grave, what, and the hint."""
    severity: str = problem.severity
    if on_terminal() and not os.environ.get("NO_COLOR"):
        severity = f"\033[{_COLOURS[severity]}m{severity}\033[0m"
    hint = f" ({_printable(problem.hint)})" if problem.hint else ""
    streams.tell(f"{_printable(problem.where)}: {severity}: {_printable(problem.what)}{hint}")


def _printable(said: str) -> str:
    """Return `said` without what could steer a terminal or can't be encoded."""
    return "".join(char if char.isprintable() else "\ufffd" for char in said)


def summary(done: "Summary") -> list[str]:
    """Return what was built, in words."""
    merged = f" from {done.records:,} records" if done.records != done.papers else ""
    counts = ((done.topics, "topic"), (done.files, "file"))
    others = ", ".join(counted(count, noun) for count, noun in counts)
    return [
        f"{counted(done.papers, 'paper')}{merged}, {others}",
        f"Open {done.folder / 'index.html'}",
    ]


def reasons(done: "Summary") -> list[str]:
    """Return why files were written, the commonest reason first."""
    ordered = sorted(done.written.items(), key=lambda each: (-each[1], each[0]))
    lines = [f"{counted(number, 'file')}: {why}" for why, number in ordered]
    if done.deleted:
        lines.append(f"{counted(done.deleted, 'file')}: gone")
    return lines or ["nothing has changed"]


def remarks(told: Iterable[str]) -> None:
    """Print what was asked for besides the result."""
    for line in told:
        streams.tell(_printable(line))
