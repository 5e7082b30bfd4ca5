"""The commands and their arguments."""

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from sitegen import __version__, jobs
from sitegen.cli import showing, speech, streams
from sitegen.cli.settings import settings
from sitegen.config import FILE_NAME, Feature
from sitegen.errors import Problem, SitegenError, UsageError, error, nearest
from sitegen.jobs import cluster, memory
from sitegen.rules import FILE_NAME as RULES_NAME

FAILED, MISUSED = 1, 2

_TOGETHER = "name all sources side by side, before or after the options"
_LAST_PORT = (1 << 16) - 1


def run(arguments: Sequence[str] | None) -> int:
    """Run the command that `arguments` ask for, those of the command line where there are none.

    Returns:
        0 done; 1 the input or output is at fault, or there were warnings under ``--strict``; 2 the
        command line or the configuration is at fault.
    """
    memory.seldom_collected()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SitegenError as fault:
        speech.problems(fault.problems, verbose=options.verbose)
        return MISUSED if isinstance(fault, UsageError) else FAILED
    except MemoryError:
        speech.problems([error("sitegen", "there is not enough memory")], verbose=options.verbose)
        return FAILED


class _Command(argparse.ArgumentParser):
    """The arguments of one command, which says of itself what it does not know.

    Else all that is said is how commands are called, and none of the options.
    """

    def parse_known_args(  # type: ignore[override] # of the overloads the one that is called
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return what the arguments of the command say; nothing is left over."""
        options, unknown = super().parse_known_args(args, namespace)
        if unknown:
            first = unknown[0].partition("=")[0]
            known = self._option_string_actions
            hint = nearest(first, known) if first.startswith("-") else _TOGETHER
            self.error(f"unknown argument {' '.join(unknown)}{f' ({hint})' if hint else ''}")
        return options, []


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="sitegen",
        usage="sitegen [-h] [--version] {build,topics,watch} ...",
        description="Turn collected research papers into a static library.",
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = parser.add_subparsers(
        title="commands",
        prog=parser.prog,
        metavar="COMMAND",
        required=True,
        parser_class=_Command,
    )
    build = commands.add_parser("build", help="build the site", description="Build the site.")
    build.set_defaults(run=_build)
    topics = commands.add_parser(
        "topics",
        help="list the topics, for their owner to correct",
        description=f"List the topics and what just missed being one, for rules in {RULES_NAME}.",
    )
    topics.set_defaults(run=_topics)
    watch = commands.add_parser(
        "watch",
        help="build the site, and again whenever its input changes",
        description="Build the site, and again on every change until interrupted.",
    )
    watch.set_defaults(run=_watch)
    _add_inputs(topics, output="where the site is, which is not read")
    for command in (build, watch):
        _add_inputs(command, output="where the site goes")
        _add_workers(command)
    return parser


def _add_inputs(command: argparse.ArgumentParser, output: str) -> None:
    """Add the arguments that say what is read and how much is said of it.

    Args:
        command: The parser of a command.
        output: What the folder of the site is to it.
    """
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="*",
        type=_path,
        help=f"files or folders of papers (default: sources of {FILE_NAME}, else seeds/)",
    )
    command.add_argument(
        "-c",
        "--config",
        metavar="FILE",
        type=_path,
        help=f"the configuration (default: {FILE_NAME} in the working folder, if there is one)",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=_path,
        help=f"{output} (default: output of {FILE_NAME}, else site/)",
    )
    command.add_argument("--strict", action="store_true", help="exit 1 where there are warnings")
    volume = command.add_mutually_exclusive_group()
    volume.add_argument(
        "-q", "--quiet", action="store_true", help="of problems, print errors only; no summary"
    )
    volume.add_argument("-v", "--verbose", action="store_true", help="print every remark and step")


def _add_workers(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say who does the work; none changes a byte of the site."""
    command.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="processes to use (default: one for each processor where the library is large)",
    )
    command.add_argument(
        "--executor",
        metavar="dask://HOST:PORT",
        type=_cluster,
        help="a Dask cluster that does the work, over a shared file system",
    )


def _count(value: str) -> int:
    """Return a number of processes."""
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError("is no number from 1 on")
    return int(value)


def _cluster(value: str) -> str:
    """Return the address of a cluster."""
    found = re.fullmatch(rf"{cluster.SCHEME}[^\s/]+:([0-9]+)", value)
    if not found or not 0 < int(found[1]) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"is not of the form {cluster.SCHEME}HOST:PORT")
    return value


def _path(value: str) -> Path:
    """Return a path that was given; an empty one is an unset variable more often than meant."""
    if not value.strip():
        raise argparse.ArgumentTypeError("is empty")
    return Path(value)


def _build(options: argparse.Namespace) -> int:
    """Build the site and return the exit code."""
    config, base = settings(options)
    # Imported here so that --help and --version answer at once.
    from sitegen.build import build  # noqa: PLC0415

    with showing.shown(options) as progress, jobs.opened(options.jobs, options.executor) as work:
        summary = build(config, base, progress, work)
    if options.verbose:
        speech.remarks([*speech.reasons(summary), *showing.times(progress)])
    told = [] if options.quiet else speech.summary(summary)
    return _ended(options, summary.problems, told)


def _topics(options: argparse.Namespace) -> int:
    """Print the topics and return the exit code; nothing is written."""
    config, base = settings(options)
    from sitegen.overview import overview  # noqa: PLC0415
    from sitegen.pipeline import surveyed  # noqa: PLC0415

    config = replace(config, topics=Feature())
    with showing.shown(options) as progress, jobs.opened() as work:
        found = surveyed(config, base, progress, work)
    return _ended(options, found.problems, overview(found.tagging, base / RULES_NAME))


def _watch(options: argparse.Namespace) -> int:
    """Build the site again and again, until interrupted."""
    from sitegen.cli import watching  # noqa: PLC0415

    watching.run(options)


def _ended(options: argparse.Namespace, problems: Sequence[Problem], told: Iterable[str]) -> int:
    """Print problems and the result of a command that is done; return its exit code."""
    if not options.quiet:
        speech.problems(problems, verbose=options.verbose)
    if not speech.lines(told):
        return FAILED
    warnings = sum(problem.severity == "warning" for problem in problems)
    if not options.strict or not warnings:
        return 0
    streams.tell(f"sitegen: {speech.counted(warnings, 'warning')} under --strict")
    return FAILED
