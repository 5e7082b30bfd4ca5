"""Arguments, progress, printing and exit codes: the only module that prints."""

import argparse
import gc
import os
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from sitegen import __version__
from sitegen.config import FILE_NAME, Config, Feature, load
from sitegen.errors import Problem, SitegenError, UsageError, error
from sitegen.rules import FILE_NAME as RULES_NAME

if TYPE_CHECKING:
    from sitegen.build import Summary

FAILED, MISUSED, TERMINATED, INTERRUPTED = 1, 2, 143, 130
_SHOWN_ALIKE = 20
_COLOURS = {"error": "31", "warning": "33", "note": "36"}

_ALLOCATIONS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run sitegen and return its exit code.

    0 done; 1 the input or output is at fault, or there were warnings under ``--strict``; 2 the
    command line or the configuration is at fault; 130 interrupted; 143 terminated.
    """
    signal.signal(signal.SIGTERM, _terminated)
    # A build makes millions of values that stay. To look through them for circles again and again
    # takes a fifth of its time, and there are hardly any.
    gc.set_threshold(_ALLOCATIONS, 50, 100)
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SitegenError as fault:
        _print_problems(fault.problems, verbose=options.verbose)
        return MISUSED if isinstance(fault, UsageError) else FAILED
    except KeyboardInterrupt:
        print("sitegen: interrupted", file=sys.stderr)
        return INTERRUPTED


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """Leave by way of every `finally`, so that nothing half-written stays."""
    raise SystemExit(TERMINATED)


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="sitegen", description="Turn collected research papers into a static library."
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    build = commands.add_parser("build", help="build the site", description="Build the site.")
    build.set_defaults(run=_build)
    topics = commands.add_parser(
        "topics",
        help="list the topics, for their owner to correct",
        description=f"List the topics and what just missed being one, for rules in {RULES_NAME}.",
    )
    topics.set_defaults(run=_topics)
    for command in (build, topics):
        _add_inputs(command)
    return parser


def _add_inputs(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say what is read and how much is said of it."""
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="*",
        type=Path,
        help=f"files or folders of papers (default: sources of {FILE_NAME}, else seeds/)",
    )
    command.add_argument(
        "-c",
        "--config",
        metavar="FILE",
        type=Path,
        help=f"the configuration (default: {FILE_NAME} in the working folder, if there is one)",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=_folder,
        help=f"where the site goes (default: output of {FILE_NAME}, else site/)",
    )
    command.add_argument("--strict", action="store_true", help="exit 1 where there are warnings")
    volume = command.add_mutually_exclusive_group()
    volume.add_argument(
        "-q", "--quiet", action="store_true", help="of problems, print errors only"
    )
    volume.add_argument("-v", "--verbose", action="store_true", help="print every remark and step")


def _folder(value: str) -> Path:
    """Return a path that was given; an empty one is an unset variable more often than meant."""
    if not value.strip():
        raise argparse.ArgumentTypeError("is empty")
    return Path(value)


def _build(options: argparse.Namespace) -> int:
    """Build the site and return the exit code."""
    config, base = _config(options)
    # Imported here so that --help and --version answer at once.
    from sitegen.build import build  # noqa: PLC0415

    summary = build(config, base, _print_step if options.verbose else _ignore)
    told = [] if options.quiet else _summary(summary)
    return _ended(options, summary.problems, told)


def _topics(options: argparse.Namespace) -> int:
    """Print the topics and return the exit code; nothing is written."""
    config, base = _config(options)
    from sitegen.overview import overview  # noqa: PLC0415
    from sitegen.pipeline import library  # noqa: PLC0415

    config = replace(config, topics=Feature())
    found = library(config, base, _print_step if options.verbose else _ignore)
    return _ended(options, found.problems, overview(found.tagging, base / RULES_NAME))


def _ended(options: argparse.Namespace, problems: Sequence[Problem], told: Iterable[str]) -> int:
    """Print problems and the result of a command that is done; return its exit code."""
    if not options.quiet:
        _print_problems(problems, verbose=options.verbose)
    if not _print_lines(told):
        return FAILED
    warnings = sum(problem.severity == "warning" for problem in problems)
    if not options.strict or not warnings:
        return 0
    print(f"sitegen: {_counted(warnings, 'warning')} under --strict", file=sys.stderr)
    return FAILED


def _summary(summary: "Summary") -> list[str]:
    """Return what was built, in words."""
    merged = f" from {summary.records:,} records" if summary.records != summary.papers else ""
    counts = ((summary.topics, "topic"), (summary.files, "file"))
    others = ", ".join(_counted(count, noun) for count, noun in counts)
    return [
        f"{_counted(summary.papers, 'paper')}{merged}, {others}",
        f"Open {summary.folder / 'index.html'}",
    ]


def _print_lines(lines: Iterable[str]) -> bool:
    """Print the result of a command and tell whether that was possible."""
    coding = sys.stdout.encoding or "utf-8"
    try:
        for line in lines:
            print(_printable(line).encode(coding, "replace").decode(coding))
        sys.stdout.flush()
    except OSError:
        # Who read the output has gone, or its disk is full: nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def _counted(count: int, noun: str) -> str:
    """Return a number of things in words: ``1 paper``, ``2 papers``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _config(options: argparse.Namespace) -> tuple[Config, Path]:
    """Return the settings, the command line's before the file's, and the folder they count from.

    Raises:
        UsageError: When the configuration is missing or at fault.
    """
    path = options.config or Path(FILE_NAME)
    if options.config and not path.is_file():
        raise UsageError(error(str(path), "the configuration is not a file that can be read"))
    config = load(path)
    if options.sources:
        config = replace(config, sources=tuple(options.sources))
    if options.output is not None:
        config = replace(config, output=options.output)
    return config, path.parent


def _ignore(_step: str) -> None:
    """Say nothing of a step."""


def _print_step(step: str) -> None:
    """Say what is being done."""
    print(f"{step} …", file=sys.stderr)


def _print_problems(problems: Sequence[Problem], *, verbose: bool) -> None:
    """Print problems to stderr; past the first of a severity, unless `verbose`, their number."""
    shown: Counter[str] = Counter()
    for problem in problems:
        if problem.severity == "note" and not verbose:
            continue
        shown[problem.severity] += 1
        if verbose or shown[problem.severity] <= _SHOWN_ALIKE:
            _print_problem(problem)
    for severity, count in shown.items():
        if count > _SHOWN_ALIKE and not verbose:
            hidden = _counted(count - _SHOWN_ALIKE, f"more {severity}")
            print(f"… and {hidden}; --verbose shows them all", file=sys.stderr)


def _print_problem(problem: Problem) -> None:
    """Print one problem: where, how grave, what, and the hint."""
    severity: str = problem.severity
    if sys.stderr.isatty() and not os.environ.get("NO_COLOR"):
        severity = f"\033[{_COLOURS[severity]}m{severity}\033[0m"
    hint = f" ({_printable(problem.hint)})" if problem.hint else ""
    print(
        f"{_printable(problem.where)}: {severity}: {_printable(problem.what)}{hint}",
        file=sys.stderr,
    )


def _printable(said: str) -> str:
    """Return `said` without what could steer a terminal or can't be encoded."""
    return "".join(char if char.isprintable() else "\ufffd" for char in said)
