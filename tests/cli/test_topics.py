"""`cli`: the table of topics, and rules on them."""

import subprocess
import sys
from pathlib import Path

import pytest

from making import PAPERS
from sitegen import cli, topics


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
