"""Arguments, progress, printing and exit codes: the only module that prints."""

import signal
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from sitegen.cli import streams

TERMINATED, INTERRUPTED = 143, 130


class _TerminatedError(SystemExit):
    """The system asked this process to end."""


def run() -> NoReturn:
    """Run sitegen and leave with its exit code.

    What a library of papers was kept in goes with the process: to take it apart value by value
    takes longer than some builds.
    """
    streams.leave(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run sitegen and return its exit code.

    That of the command (`commands.run`); 130 interrupted; 143 terminated.
    """
    signal.signal(signal.SIGTERM, _terminated)
    try:
        streams.open_missing()
        # What it imports takes longer than one may wait with Ctrl-C.
        from sitegen.cli import commands  # noqa: PLC0415

        return commands.run(arguments)
    except KeyboardInterrupt:
        streams.tell("sitegen: interrupted")
        return INTERRUPTED
    except _TerminatedError:
        streams.tell("sitegen: terminated")
        return TERMINATED


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """Leave by way of every `finally`, so that nothing half-written stays."""
    raise _TerminatedError(TERMINATED)
