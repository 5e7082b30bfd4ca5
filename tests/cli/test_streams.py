"""`cli`: terminals, closed streams, full disks."""

import io
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
