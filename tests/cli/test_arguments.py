"""`cli`: what a command takes, and what it says of what it does not."""

import re

import pytest

from sitegen import __version__, cli


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--strct"], "unknown argument --strct (did you mean '--strict'?)\n"),
        (["a", "--out-put=x"], "unknown argument --out-put=x (did you mean '--output'?)\n"),
        (["--what"], "unknown argument --what\n"),
        (
            ["a", "-o", "x", "b", "c"],
            "unknown argument b c (name all sources side by side, before or after the options)\n",
        ),
    ],
)
def test_what_a_command_does_not_know_is_told_with_its_own_usage(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["build", *arguments])
    told = capsys.readouterr().err
    assert told.startswith("usage: sitegen build ")
    assert told.endswith(f"sitegen build: error: {said}")


def test_whoever_names_no_command_is_told_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([])
    usage = capsys.readouterr().err.partition("\n")[0]
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert usage == f"usage: sitegen [-h] [--version] {{{','.join(commands)}}} ..."


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in (
        (["--version"], __version__),
        (["build", "--help"], "--strict"),
        (["topics", "--help"], "topics.toml"),
        (["build", "--help"], "where the site goes"),
        (["topics", "--help"], "where the site is, which is not read"),
    ):
        with pytest.raises(SystemExit) as raised:
            cli.main(arguments)
        assert raised.value.code == 0
        assert said in " ".join(capsys.readouterr().out.split())
