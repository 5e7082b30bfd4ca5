"""`cli`: signals."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from signalled import COMMAND
from sitegen import cli


@pytest.mark.parametrize(
    ("number", "code", "word"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
)
def test_a_signal_leaves_the_old_site_and_is_named(
    folder: Path, number: signal.Signals, code: int, word: str
) -> None:
    assert cli.main(["build", "papers.jsonl"]) == 0
    before = (folder / "site" / "index.html").read_bytes()
    os.mkfifo(folder / "slow.jsonl")
    command = [*COMMAND, "build", "slow.jsonl", "-v"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        assert running.stderr.readline() == "Reading …\n"
        running.send_signal(number)
        try:
            _, said = running.communicate(timeout=60)
        finally:
            running.kill()
    assert running.returncode == code
    assert said.splitlines()[-1] == f"sitegen: {word}"
    assert (folder / "site" / "index.html").read_bytes() == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_is_told_by_the_exit_code_where_nobody_reads_what_is_said(
    folder: Path, number: signal.Signals, code: int
) -> None:
    os.mkfifo(folder / "slow.jsonl")
    command = [*COMMAND, "build", "slow.jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        assert running.stderr
        running.stderr.close()
        try:
            with (folder / "slow.jsonl").open("w"):  # once it is read from
                running.send_signal(number)
                assert running.wait(timeout=60) == code
        finally:
            running.kill()


def test_a_signal_that_comes_where_nothing_can_be_raised_is_not_lost() -> None:
    program = (
        "import signal, sys, time; from sitegen import cli; from sitegen.cli import commands\n"
        "class Last:\n"
        "    def __del__(self): signal.raise_signal(number)\n"
        "def run(arguments):\n"
        "    Last()\n"
        "    time.sleep(60)\n"
        "    return 0\n"
        "number, commands.run = int(sys.argv[1]), run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "cli.run()"
    )
    for number, code, word in (
        (signal.SIGINT, 130, "interrupted"),
        (signal.SIGTERM, 143, "terminated"),
    ):
        command = [sys.executable, "-c", program, str(int(number))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (code, f"sitegen: {word}\n")


def test_a_second_signal_while_the_first_is_told_is_no_traceback() -> None:
    program = (
        "import signal, sys; from sitegen import cli; from sitegen.cli import commands, streams\n"
        "number = int(sys.argv[1])\n"
        "def again(*_): signal.raise_signal(number)\n"
        "commands.run = streams.tell = again\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "cli.run()"
    )
    for number, code in (signal.SIGINT, 130), (signal.SIGTERM, 143):
        command = [sys.executable, "-c", program, str(int(number))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (code, "")
