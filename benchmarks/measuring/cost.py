"""Processor time and memory that a large library takes, in a fresh process."""

import os
from dataclasses import dataclass
from pathlib import Path

from measuring import corpus
from measuring.background import apart
from measuring.bench import Bench
from measuring.corpus import Corpus
from measuring.machine import loop
from measuring.table import Line
from sitegen import related, topics

LARGE = 84_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one library took; times are seconds of processor time.

    Attributes:
        papers: How many there are.
        loop: Ten million turns of an empty loop before anything else: the speed of the machine.
        tagging: `topics.tag`, the shipped statistics read for the first time.
        peak: Megabytes at the most until then, the papers themselves included.
        relating: `related.neighbours`.
        peak_related: Megabytes at the most until the end.
    """

    papers: int
    loop: float
    tagging: float
    peak: float
    relating: float
    peak_related: float


def lines(bench: Bench) -> list[Line]:
    """Return the cost of 10,000 papers, and of all there are where that is asked for."""
    small = apart(measured, bench.corpus.folder, 10_000)
    found = _lines(small, "≤ 12 s, ≤ 300 MB", "≤ 10 s")
    if bench.large:
        found += _lines(apart(measured, bench.corpus.folder, LARGE), "", "≤ 120 s")
    return [*found, Line("ten million turns of an empty loop", "", f"{small.loop:.2f} s")]


def _lines(cost: Cost, tagging: str, relating: str) -> list[Line]:
    """Return the lines of one library."""
    return [
        Line(
            f"topics of {cost.papers:,} papers: CPU, peak memory",
            tagging,
            f"{cost.tagging:.1f} s, {cost.peak:.0f} MB",
        ),
        Line(
            f"related papers of {cost.papers:,}: CPU, peak memory with all before",
            relating,
            f"{cost.relating:.1f} s, {cost.peak_related:.0f} MB",
        ),
    ]


def measured(folder: Path, count: int) -> Cost:
    """Return the cost of `count` papers; for a fresh process, as peaks never fall."""
    fast = loop()
    source = Corpus(folder)
    candidates = corpus.rows(source.train) if count < LARGE else source.everything()
    papers = corpus.library(corpus.drawn(candidates, count, "mixed"))
    before = processor_time()
    tagging = topics.tag(papers)
    between, peak = processor_time(), peak_memory()
    related.neighbours(papers, tagging)
    after = processor_time()
    return Cost(len(papers), fast, between - before, peak, after - between, peak_memory())


def processor_time() -> float:
    """Return the seconds that this process and its finished children have used."""
    return sum(os.times()[:4])


def peak_memory() -> float:
    """Return the most memory in megabytes that this process has held.

    Linux counts it in ``VmHWM``; what getrusage tells includes the process that started this one.
    """
    status = Path("/proc/self/status").read_text("ascii", "replace")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6
