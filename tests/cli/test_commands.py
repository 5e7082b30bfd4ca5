"""`cli`: what a build says, exit codes."""

from pathlib import Path

import pytest

from making import PAPERS
from sitegen import cli, pipeline
from sitegen.cli import speech


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


def test_beside_papers_the_settings_and_the_theme_are_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine.toml").write_text('theme = "look"\n')
    (folder / "topics.toml").write_text('[pin]\nSparsity = ["sparse"]\n')
    for name in ("templates/404.html", "static/css/zz-mine.css"):
        (folder / "look" / name).parent.mkdir(parents=True)
        (folder / "look" / name).write_text("p { color: red }")
    assert cli.main(["build", ".", "-c", "mine.toml", "--strict"]) == 0
    assert capsys.readouterr().err == ""
    (folder / "look" / "notes.txt").write_text("no papers either")
    assert cli.main(["build", ".", "look/static", "-c", "mine.toml"]) == 0
    assert [line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "look/notes.txt",
        "look/static/css/zz-mine.css",
    ]


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


def test_verbose_says_why_files_were_written_the_commonest_reason_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> tuple[str, list[str]]:
        assert cli.main(["build", "papers.jsonl", "-v"]) == 0
        told = capsys.readouterr()
        reasons = [line for line in told.err.splitlines() if "file" in line and ": " in line]
        return told.out.splitlines()[0], reasons

    (folder / "papers.jsonl").write_text(PAPERS + PAPERS.splitlines()[0] + "\n")
    out, reasons = said()
    assert out.startswith("3 papers from 4 records, ")
    files = len([path for path in (folder / "site").rglob("*.*") if path.is_file()]) - 1
    assert out.endswith(f", {files} files")
    assert reasons == [f"{files} files: new"]
    (folder / "papers.jsonl").write_text(PAPERS.replace("features", "fields"))
    (folder / "site" / "404.html").unlink()
    out, reasons = said()
    assert out.startswith("3 papers, ")
    counts = [int(line.partition(" ")[0]) for line in reasons[:-1]]
    assert counts == sorted(counts, reverse=True)
    whys = [line.partition(": ")[2] for line in reasons]
    assert (whys[0], whys[-1]) == ("what it shows changed", "gone")
    assert "1 file: missing or changed on disk" in reasons
    assert cli.main(["build", "papers.jsonl", "-v"]) == 0
    assert capsys.readouterr().err == "nothing has changed\n"


def test_numbers_of_things_are_said_in_words() -> None:
    counts = [speech.counted(count, "file") for count in (0, 1, 2, 1234)]
    assert counts == ["0 files", "1 file", "2 files", "1,234 files"]


def test_a_build_of_nothing_fails_and_leaves_the_site(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "papers.jsonl"]) == 0
    before = (folder / "site" / "index.html").read_bytes()
    (folder / "papers.jsonl").write_text("")
    assert cli.main(["build", "papers.jsonl"]) == 1
    told = capsys.readouterr().err
    assert "there is nothing to build (name files or folders of papers as SOURCE, or und" in told
    assert (folder / "site" / "index.html").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_missing_source_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err == (
        "seeds: error: the source does not exist (name files or folders of papers as SOURCE, "
        "or under sources in sitegen.toml)\n"
    )


@pytest.mark.parametrize(
    ("argument", "code"),
    [("paper.jsonl", 1), ("Papers.jsonl", 1), ("--config=sitegn.toml", 2)],
)
def test_what_is_missing_leads_to_what_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str], argument: str, code: int
) -> None:
    (folder / "sitegen.toml").touch()
    assert cli.main(["build", argument]) == code
    meant = "papers.jsonl" if code == 1 else "sitegen.toml"
    assert f"does not exist (did you mean '{meant}'?)" in capsys.readouterr().err


def test_one_paper_is_spoken_of_as_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "one.jsonl").write_text('{"title": "A", "abstract": "It says."}\n')
    assert cli.main(["build", "one.jsonl", "--verbose"]) == 0
    assert "Finding topics in 1 paper …\n" in capsys.readouterr().err


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


def test_a_theme_that_can_not_be_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sitegen.toml").write_text(f"theme = '{'a' * 300}'")
    assert cli.main(["build", "papers.jsonl"]) == 2
    assert "is not a folder" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_too_little_memory_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def much(*_: object) -> object:
        raise MemoryError

    monkeypatch.setattr(pipeline, "made", much)
    assert cli.main(["build", "papers.jsonl"]) == 1
    assert capsys.readouterr().err == "sitegen: error: there is not enough memory\n"
