"""`cli`: what is printed where, and exit codes."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen import __version__, cli, topics

PAPERS = "".join(
    json.dumps({"title": f"Sparse {name}", "abstract": f"We study sparse {name} at length."})
    + "\n"
    for name in ("autoencoders", "transformers", "features")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder but for one file of papers."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.jsonl").write_text(PAPERS)
    return tmp_path


def test_a_build_says_what_it_made_and_where(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "papers.jsonl", "-o", "out"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("3 papers, ")
    assert said.out.endswith(f"Open {Path('out', 'index.html')}\n")
    assert said.err == ""
    assert (folder / "out" / "papers" / "sparse-features.html").is_file()


def test_quiet_prints_nothing_and_changes_no_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "papers.jsonl").write_text(PAPERS + "broken\n")
    assert cli.main(["build", "papers.jsonl", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    assert cli.main(["build", "papers.jsonl", "-q", "--strict"]) == 1
    assert capsys.readouterr() == ("", "sitegen: 1 warning under --strict\n")


def test_a_warning_names_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "papers.jsonl").write_text("broken\n" + PAPERS)
    assert cli.main(["build", "papers.jsonl", "--strict"]) == 1
    assert capsys.readouterr().err.startswith("papers.jsonl:1: warning: is not JSON")


def test_many_warnings_are_counted_unless_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "papers.jsonl").write_text("broken\n" * 30 + PAPERS)
    cli.main(["build", "papers.jsonl"])
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 21
    assert told[-1] == "… and 10 more warnings; --verbose shows them all"
    cli.main(["build", "papers.jsonl", "-v"])
    assert sum(": warning:" in line for line in capsys.readouterr().err.splitlines()) == 30


def test_a_build_of_nothing_fails_and_leaves_the_site(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "papers.jsonl"]) == 0
    before = (folder / "site" / "index.html").read_bytes()
    (folder / "papers.jsonl").write_text("")
    assert cli.main(["build", "papers.jsonl"]) == 1
    assert "there is nothing to build" in capsys.readouterr().err
    assert (folder / "site" / "index.html").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_missing_source_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err.startswith("seeds: error: the source does not exist (")


def test_a_configuration_is_read_and_the_command_line_counts_before_it(folder: Path) -> None:
    (folder / "sitegen.toml").write_text('title = "Mine"\nsources = ["nowhere"]\noutput = "x"')
    assert cli.main(["build", "papers.jsonl", "-o", "y"]) == 0
    assert "Mine" in (folder / "y" / "index.html").read_text()
    assert not (folder / "x").exists()


def test_a_configuration_at_fault_exits_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sitegen.toml").write_text("titel = 1")
    assert cli.main(["build", "papers.jsonl"]) == 2
    assert "sitegen.toml:1: error: unknown key 'titel'" in capsys.readouterr().err
    assert cli.main(["build", "-c", "none.toml"]) == 2


def test_the_input_is_never_built_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", ".", "-o", "."]) == 1
    assert "the output is a folder that holds the input" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["papers.jsonl"]


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


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--what"],
        ["build", "-q", "-v"],
        ["build", "-o", ""],
        ["build", "-c", ""],
        ["build", ""],
        ["build", "papers.jsonl", " "],
        ["build", "--executor", "dask://here"],
        ["build", "--executor", "dask://here:99999"],
    ],
)
def test_misuse_exits_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.main(arguments)
    assert raised.value.code == 2


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in (
        (["--version"], __version__),
        (["build", "--help"], "--strict"),
        (["topics", "--help"], "topics.toml"),
    ):
        with pytest.raises(SystemExit) as raised:
            cli.main(arguments)
        assert raised.value.code == 0
        assert said in capsys.readouterr().out


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


def test_topics_are_printed_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sitegen.toml").write_text('sources = ["papers.jsonl"]\n[topics]\nenabled = false\n')
    (folder / "topics.toml").write_text('pin."Sparsity" = ["sparse"]\n')
    assert cli.main(["topics"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "Sparsity" in said.out
    assert "To change topics, write rules into topics.toml:" in said.out
    assert sorted(p.name for p in folder.iterdir()) == [
        "papers.jsonl",
        "sitegen.toml",
        "topics.toml",
    ]


def test_topics_take_from_the_last_build_what_is_still_so(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.main(["topics", "papers.jsonl"])
    afresh = capsys.readouterr().out
    cli.main(["build", "papers.jsonl"])
    kept = {path: path.read_bytes() for path in (folder / ".sitegen").iterdir()}
    capsys.readouterr()
    with monkeypatch.context() as patched:
        patched.setattr(topics, "ranked", None)
        assert cli.main(["topics", "papers.jsonl"]) == 0
    assert capsys.readouterr().out == afresh
    with (folder / "papers.jsonl").open("a") as file:
        file.write(PAPERS.replace("Sparse", "Dense"))
    assert cli.main(["topics", "papers.jsonl"]) == 0
    assert kept == {path: path.read_bytes() for path in (folder / ".sitegen").iterdir()}


@pytest.mark.parametrize("command", ["build", "topics"])
def test_rules_that_match_nothing_are_warnings(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (folder / "topics.toml").write_text('\nban = ["Zebras"]\n')
    assert cli.main([command, "papers.jsonl"]) == 0
    said = "topics.toml:2: warning: no paper speaks of 'Zebras' (see `sitegen topics`)\n"
    assert capsys.readouterr().err == said
    assert cli.main([command, "papers.jsonl", "--strict"]) == 1


@pytest.mark.parametrize("command", ["build", "topics"])
@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("bann = []\npin = 1", "topics.toml:1: error: unknown key 'bann'"),
        ('ban = ["A"]\npin.a = []', "topics.toml:2: error: 'a' is pinned, but 'A' is banned"),
        ('ban = ["LLM"]\npin.LLMs = []', "topics.toml:2: error: 'LLMs' is pinned, but 'LLM' is"),
    ],
)
def test_rules_at_fault_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, rules: str, said: str
) -> None:
    (folder / "topics.toml").write_text(rules)
    assert cli.main([command, "papers.jsonl"]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.startswith(said)
    assert not (folder / "site").exists()


@pytest.mark.usefixtures("folder")
def test_topics_reach_any_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("papers.jsonl").write_text(
        PAPERS.replace("We study", "Über \\u001b[31mÜbermut:"), "utf-8"
    )
    Path("topics.toml").write_text('pin."Übermut" = ["Über"]', "utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    command = [sys.executable, "-m", "sitegen", "topics", "papers.jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "?bermut  " in done.stdout
    assert "\x1b" not in done.stdout


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
    # What is started in the background ignores SIGINT, and so does all that it starts.
    program = (
        "import signal, sys; from sitegen.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "build", "slow.jsonl", "-v"]
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_problems_that_can_not_be_told_change_nothing(folder: Path) -> None:
    (folder / "papers.jsonl").write_text(f'{PAPERS}{{"title": 1}}\n', "utf-8")
    command = [sys.executable, "-m", "sitegen", "build", "papers.jsonl", "-v"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.endswith(f"Open {Path('site', 'index.html')}\n")


def test_a_theme_that_can_not_be_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sitegen.toml").write_text(f"theme = '{'a' * 300}'")
    assert cli.main(["build", "papers.jsonl"]) == 2
    assert "is not a folder" in capsys.readouterr().err
