"""`cli.watching`: the command that builds again on each change."""

import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import expect
from watchdog.events import FileCreatedEvent

from browsing import Reader
from sitegen import pipeline, watch
from sitegen.cli import watching
from sitegen.errors import BuildError, error
from sitegen.jobs import HERE
from watched import after, looking, options, running_in, write


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder without papers."""
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def test_a_fault_is_told_unless_a_change_came_in_that_may_have_made_it(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    changes = watch.Changes(looking(seeds))
    changes.on_any_event(FileCreatedEvent(str(seeds / "two.jsonl")))
    assert changes.waiting()
    watching.built(options(), HERE, changes)
    assert capsys.readouterr().err == ""
    assert after(changes) == {"two.jsonl"}
    assert not changes.waiting()
    watching.built(options(), HERE, changes)
    said = capsys.readouterr().err
    assert "no paper found" in said
    assert said.endswith("sitegen: there is no site yet; waiting for a change\n")


def test_what_was_odd_before_is_told_once(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    changes = watch.Changes(looking(seeds))
    paper = '{"title": "x", "abstract": "y"}\n'
    (seeds / "two.jsonl").write_text(paper + "no paper\n")
    told = watching.built(options(), HERE, changes)
    assert capsys.readouterr().err.count("two.jsonl:2: warning") == 1
    (seeds / "three.jsonl").write_text(paper + "nothing either\n")
    told = watching.built(options(), HERE, changes, told)
    said = capsys.readouterr().err
    assert "three.jsonl:2: warning" in said
    assert "two.jsonl" not in said
    (seeds / "two.jsonl").write_text(paper)
    told = watching.built(options(), HERE, changes, told)
    (seeds / "two.jsonl").write_text(paper + "no paper\n")
    watching.built(options(), HERE, changes, told)
    assert "two.jsonl:2: warning" in capsys.readouterr().err


def test_a_fault_of_the_output_is_told_once_and_tried_again_ever_later(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    (seeds / "one.jsonl").write_text('{"title": "x", "abstract": "y"}\n')
    changes, told = watch.Changes(looking(seeds)), watching.Told()
    (seeds.parent / "site").write_text("in the way")
    pauses = [(told := watching.built(options(), HERE, changes, told)).pause for _ in range(7)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    said = capsys.readouterr().err
    assert said.endswith("sitegen: there is no site yet; trying again now and then\n")
    assert said.count("trying") == said.count("site: error") == 1
    (seeds.parent / "site").unlink()
    assert watching.built(options(), HERE, changes, told) == watching.Told()
    assert (seeds.parent / "site" / "papers" / "x.html").exists()


@pytest.mark.parametrize("where", ["seeds/one.jsonl", "sitegen", "sitegen.toml:1"])
def test_a_fault_of_the_input_waits_for_a_change(seeds: Path, where: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BuildError(error(where, "is at fault"))

    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(seeds.parent)
        patched.setattr(watching, "build", fail)
        assert watching.built(options(), HERE, watch.Changes(looking(seeds))) == watching.Told()


def test_a_fault_of_a_file_of_the_output_is_tried_again(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BuildError(error("seeds/a:1", "is odd"), error("site/index.html", "is in the way"))

    monkeypatch.chdir(seeds.parent)
    monkeypatch.setattr(watching, "build", fail)
    assert watching.built(options(), HERE, watch.Changes(looking(seeds))).pause == 1


def test_of_a_build_as_much_is_said_as_is_asked_for(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    changes, usual = watch.Changes(looking(seeds)), vars(options())
    (seeds / "one.jsonl").write_text('{"title": "x", "abstract": "y"}\nno paper\n')
    watching.built(Namespace(**{**usual, "quiet": True}), HERE, changes)
    said = capsys.readouterr()
    assert said.err == ""
    assert f"; open {Path('site', 'index.html')}\n" in said.out
    watching.built(Namespace(**{**usual, "verbose": True}), HERE, changes)
    said = capsys.readouterr()
    assert "nothing has changed\n" in said.err
    assert "one.jsonl:2: warning" in said.err
    assert said.out.startswith("0 files written in ")


def test_what_another_build_kept_from_being_written_is_written_after_it(tmp_path: Path) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        with FileLock(tmp_path / "site" / ".sitegen" / "lock"):
            write(tmp_path, "Second title")
            running.said("another build is writing this folder")
            running.said("trying again")
        running.wrote(tmp_path, "Second title")


@pytest.mark.parametrize("times", [1, 2, 99])
def test_what_is_half_written_is_not_shown_unless_it_never_rests(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.chdir(seeds.parent)
    made, lines = (
        pipeline.made,
        [f'{{"title": "Part {at}", "abstract": "a"}}\n' for at in range(9)],
    )
    shown: list[str] = []

    def meanwhile(*given: Any) -> pipeline.Made:  # noqa: ANN401  # as they come
        found = made(*given)
        shown.append("".join(path.name for path in seeds.parent.glob("site/papers/*.html")))
        if len(shown) <= times:
            (seeds / "one.jsonl").write_text("".join(lines[: len(shown) + 1]))
        return found

    (seeds / "one.jsonl").write_text(lines[0])
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "made", meanwhile)
        watching.built(options(), HERE, watch.Changes(looking(seeds)))
    assert not any(shown)
    papers = {path.name for path in seeds.parent.glob("site/papers/*.html")}
    assert len(papers) == len(shown) == min(times + 1, 4)
    watching.built(options(), HERE, watch.Changes(looking(seeds)))
    count = (seeds / "one.jsonl").read_text().count("Part")
    assert len([*seeds.parent.glob("site/papers/*.html")]) == count


def test_a_page_that_is_open_shows_what_changed(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        tab = reader.open((tmp_path / "site").as_uri() + "/", "papers.html")
        expect(tab.get_by_role("link", name="First title")).to_be_visible()
        write(tmp_path, "Second title")
        running.wrote(tmp_path, "Second title")
        expect(tab.get_by_role("link", name="Second title")).to_be_visible()


def test_a_page_whose_paper_is_gone_stays_and_says_so(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        tab = reader.open((tmp_path / "site").as_uri() + "/", "papers/first-title.html")
        write(tmp_path, "Second title")
        running.wrote(tmp_path, "Second title")
        expect(tab.get_by_role("alert")).to_contain_text("no longer part of the library")
        expect(tab.get_by_role("heading", name="First title")).to_be_visible()
        write(tmp_path, "First title")
        running.wrote(tmp_path, "First title")
        expect(tab.get_by_role("alert")).to_have_count(0)


def test_a_build_that_fails_is_told_and_the_next_good_save_recovers(tmp_path: Path) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        (tmp_path / "sitegen.toml").write_text("titel = 'x'")
        assert "sitegen.toml:1" in running.said("titel")
        running.said("last good site stays")
        assert "First title" in (tmp_path / "site" / "papers.html").read_text()
        (tmp_path / "sitegen.toml").write_text("title = 'Mine'")
        running.wrote(tmp_path, "Mine")


def test_the_next_build_removes_every_trace(tmp_path: Path) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path):
        pass
    site = tmp_path / "site"
    watched = {path: path.stat().st_mtime_ns for path in site.rglob("*.*") if path.is_file()}
    command = [sys.executable, "-m", "sitegen", "build", "-v"]
    told = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert not (site / "static" / "stamp.js").exists()
    assert not (site / "static" / "pages.js").exists()
    assert "stamp" not in (site / "static" / "site.js").read_text()
    assert "1 file: what it shows changed" in told.stderr
    changed = {
        path for path in watched if path.exists() and path.stat().st_mtime_ns != watched[path]
    }
    assert changed - {site / ".sitegen" / "manifest.json"} == {site / "static" / "site.js"}


def test_folders_in_the_place_of_others_are_watched(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    write(library, "First title")
    with running_in(library) as running:
        shutil.rmtree(library / "seeds")
        write(library, "Second title")
        running.wrote(library, "Second title")
        write(library, "Third title")
        running.wrote(library, "Third title")
        shutil.copytree(library, tmp_path / "new")
        library.rename(tmp_path / "old")
        (tmp_path / "new").rename(library)
        write(library, "Fourth title")
        running.wrote(library, "Fourth title")
        write(library, "Fifth title")
        running.wrote(library, "Fifth title")


def test_what_the_settings_name_is_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        (tmp_path / "sitegen.toml").write_text("theme = 'look'")
        assert "is not a folder" in running.said("look")
        running.said("last good site stays")
        (tmp_path / "look" / "static").mkdir(parents=True)
        for said in "xy":
            (tmp_path / "look" / "static" / "mine.txt").write_text(said)
            running.wrote(tmp_path, said, "static/mine.txt")
        shutil.rmtree(tmp_path / "seeds")
        running.said("last good site stays")
        write(tmp_path, "Second title")
        running.wrote(tmp_path, "Second title")
