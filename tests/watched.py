"""The command that watches, at work in a folder, and what it is told of changes."""

import json
import signal
import subprocess
import threading
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from queue import Queue

from signalled import COMMAND
from sitegen import watch


def options() -> Namespace:
    """Return what a command line without options says."""
    return Namespace(
        config=None, sources=[], output=None, executor=None, quiet=False, verbose=False
    )


def of(seeds: Path) -> watch.Watched:
    top = seeds.parent
    return watch.watched([seeds], [top / "sitegen.toml"], [top / "site"])


def looking(seeds: Path) -> Callable[[], watch.Watched]:
    """What tells that at any time."""
    return partial(of, seeds)


def after(changes: watch.Changes) -> set[str]:
    """The names of what changed."""
    return {path.name for path in changes.burst()}


class Running:
    """``sitegen watch`` at work in a folder."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        for stream in (process.stdout, process.stderr):
            threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: Iterator[str]) -> None:
        for line in stream:
            self._lines.put(line)

    def said(self, part: str) -> str:
        """Wait for a line that holds `part`."""
        while True:
            line = self._lines.get(timeout=60)
            if part in line:
                return line

    def wrote(self, folder: Path, part: str, path: str = "papers.html") -> None:
        """Wait until a file of the site in a folder holds `part`.

        One change may come in as several, and be built as often.
        """
        file = folder / "site" / path
        while not file.exists() or part not in file.read_text("utf-8"):
            self.said("written in")


@contextmanager
def running_in(folder: Path) -> Iterator[Running]:
    """Provide the command once it has built the site in a folder; it is interrupted at last."""
    with subprocess.Popen(
        [*COMMAND, "watch"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        running = Running(process)
        try:
            running.said("written in")
            yield running
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130


def write(folder: Path, title: str) -> None:
    """Make a paper of that title all there is."""
    (folder / "seeds").mkdir(exist_ok=True)
    line = json.dumps({"id": "one", "title": title, "abstract": "We do."})
    (folder / "seeds" / "papers.jsonl").write_text(line + "\n")
