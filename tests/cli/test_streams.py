"""`cli`: terminals, closed streams, full disks."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from making import PAPERS
from sitegen import cli


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["build", "topics"])
def test_a_full_disk_behind_the_summary_is_no_traceback(name: str) -> None:
    command = [sys.executable, "-m", "sitegen", name, "papers.jsonl"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("closed", "told", "warned"),
    [
        ("<&-", True, True),
        (">&-", False, True),
        ("2>&-", True, False),
        (">&- 2>&-", False, False),
        ("<&- >&- 2>&-", False, False),
    ],
)
def test_a_stream_that_was_closed_is_no_fault(
    folder: Path, closed: str, *, told: bool, warned: bool
) -> None:
    (folder / "papers.jsonl").write_text(f'{PAPERS}{{"title": 1}}\n', "utf-8")
    command = f"'{sys.executable}' -m sitegen build papers.jsonl {closed}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.returncode == 0
    assert done.stdout.endswith(f"Open {Path('site', 'index.html')}\n") == told
    assert ("papers.jsonl:4: warning" in done.stderr) == warned
    assert "Traceback" not in done.stderr
    assert (folder / "site" / "index.html").is_file()


@pytest.mark.parametrize(("terminal", "coloured"), [("xterm", True), ("dumb", False)])
def test_colours_are_for_terminals_that_know_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, *, coloured: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    (folder / "papers.jsonl").write_text(f'{PAPERS}{{"title": 1}}\n', "utf-8")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", terminal)
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert cli.main(["build", "papers.jsonl"]) == 0
    said = shown.getvalue()
    assert ("\033" in said) == coloured
    assert coloured or said.count("\n") == 1


def test_what_a_file_is_called_does_not_steer_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a\033[31m\n.txt").write_text("nothing")
    cli.main(["build", "."])
    assert "\033" not in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_problems_that_can_not_be_told_change_nothing(folder: Path) -> None:
    (folder / "papers.jsonl").write_text(f'{PAPERS}{{"title": 1}}\n', "utf-8")
    command = [sys.executable, "-m", "sitegen", "build", "papers.jsonl", "-v"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.endswith(f"Open {Path('site', 'index.html')}\n")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_is_told_by_the_exit_code_where_nobody_reads_what_is_said(
    folder: Path, number: signal.Signals, code: int
) -> None:
    os.mkfifo(folder / "slow.jsonl")
    # What is started in the background ignores SIGINT, and so does all that it starts.
    program = (
        "import signal; from sitegen.cli import run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "run()"
    )
    command = [sys.executable, "-c", program, "build", "slow.jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        assert running.stderr
        running.stderr.close()
        try:
            with (folder / "slow.jsonl").open("w"):  # once it is read from
                running.send_signal(number)
                assert running.wait(timeout=60) == code
        finally:
            running.kill()


def test_all_is_written_and_nothing_is_taken_apart_at_the_end(folder: Path) -> None:
    program = (
        "import atexit, sys; from sitegen.cli import run\n"
        "atexit.register(print, 'taken apart')\n"
        "print('begun')\n"
        "sys.argv = ['sitegen', 'build', 'papers.jsonl', *sys.argv[1:]]\n"
        "run()"
    )
    for options, code in ([], 0), (["--strict"], 1):
        (folder / "papers.jsonl").write_text(f'{PAPERS}{{"title": 1}}\n', "utf-8")
        command = [sys.executable, "-c", program, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert done.stdout.startswith("begun\n")
        assert done.stdout.endswith(f"Open {Path('site', 'index.html')}\n")


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
