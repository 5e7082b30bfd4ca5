"""What a command takes: time by the clock and of processors, memory of all its processes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took.

    Attributes:
        wall: Seconds by the clock.
        cpu: Seconds of all its processors.
        peak: Megabytes of all its processes together at the most, memory that they share counted
            once; looked at four times a second.
    """

    wall: float
    cpu: float
    peak: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end and return what it took; a command that fails ends this one."""
    start = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603 - this repository's, and Hugo
    peak = 0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, sum(map(_memory, _family(process.pid))))
        time.sleep(_PAUSE if time.perf_counter() - start > 1 else _PAUSE / 10)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak / 1024)


def _family(process: int) -> Iterator[int]:
    """Yield a process and all that it has started, and those in turn."""
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            for child in path.read_text().split():
                yield from _family(int(child))
        except OSError:
            continue


def _memory(process: int) -> int:
    """Return the memory of a process in KB, its share of what it shares."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0  # it has just ended
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
