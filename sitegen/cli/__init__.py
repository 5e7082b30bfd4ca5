"""Arguments, progress, printing and exit codes: the only module that prints."""

import _thread
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from sitegen.cli import streams

TERMINATED, INTERRUPTED = 143, 130

_SOON = 0.01
"""After so many seconds what could not be interrupted is over, else it is tried again."""


class _TerminatedError(SystemExit):
    """The system asked this process to end."""


def run() -> NoReturn:
    """Run sitegen and leave with its exit code.

    What a library of papers was kept in goes with the process: to take it apart value by value
    takes longer than some builds.
    """
    sys.unraisablehook = _unheard
    try:
        streams.leave(main())
    except KeyboardInterrupt:  # once more, while the first was told of
        streams.leave(INTERRUPTED)
    except _TerminatedError:
        streams.leave(TERMINATED)


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


def _unheard(lost: "sys.UnraisableHookArgs") -> None:
    """Let a signal come again that came where nothing can be raised, as while modules load."""
    if isinstance(lost.exc_value, KeyboardInterrupt | _TerminatedError):
        interrupted = isinstance(lost.exc_value, KeyboardInterrupt)
        number = signal.SIGINT if interrupted else signal.SIGTERM
        if hasattr(signal, "pthread_kill"):  # which ends what this process waits for, too
            threading.Timer(_SOON, signal.pthread_kill, (threading.get_ident(), number)).start()
        else:
            threading.Timer(_SOON, _thread.interrupt_main, (number,)).start()
    else:
        sys.__unraisablehook__(lost)


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """Leave by way of every `finally`, so that nothing half-written stays."""
    raise _TerminatedError(TERMINATED)
