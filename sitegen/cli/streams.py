"""The standard streams, which are there even where who started the command closed them."""

import contextlib
import io
import os
import signal
import sys
from typing import NoReturn


def open_missing() -> None:
    """Let what is said to a closed stream go nowhere.

    The next file that is opened would have its number else, and whatever a library says there
    would be written into that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()


def tell(line: str) -> None:
    """Print a line to stderr, where that can be written: it changes nothing of what is done."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr)


def leave(code: int) -> NoReturn:
    """End this process at once, when all that was said is written; a signal waits for nothing."""
    for number in signal.SIGINT, signal.SIGTERM:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody reads it, or it is closed
            stream.flush()
    os._exit(code)
