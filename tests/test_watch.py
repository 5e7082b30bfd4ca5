"""`watch`: which changes count, and the command that builds again on each of them."""

import json
import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from playwright.sync_api import expect
from watchdog.events import FileCreatedEvent

from browsing import Reader
from sitegen import watch
from sitegen.cli import watching
from sitegen.jobs import HERE


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.jsonl").write_text("{}\n")
    (tmp_path / "site").mkdir()
    return folder


def of(seeds: Path) -> watch.Watched:
    top = seeds.parent
    return watch.watched([seeds], [top / "sitegen.toml"], [top / "site"])


def after(changes: watch.Changes) -> set[str]:
    """The names of what changed."""
    return {path.name for path in changes.burst()}


def test_what_counts(seeds: Path) -> None:
    what, top = of(seeds), seeds.parent
    counted = ["seeds/a.txt", "seeds/deep/b.txt", "sitegen.toml"]
    others = ["other.toml", "seeds/.a.swp", "seeds/.git/x", "site/index.html", "seedsx/a"]
    assert [name for name in [*counted, *others] if what.counts(top / name)] == counted


def test_a_folder_is_watched_for_a_file_that_is_not_there_yet(seeds: Path) -> None:
    with watch.observed(of(seeds)) as changes:
        (seeds.parent / "other.txt").write_text("x")
        (seeds.parent / "sitegen.toml").write_text("")
        assert after(changes) == {"sitegen.toml"}


def test_an_editors_atomic_save_is_one_change(seeds: Path) -> None:
    with watch.observed(of(seeds)) as changes:
        (seeds / ".one.jsonl.new").write_text("{}\n")
        (seeds / ".one.jsonl.new").replace(seeds / "one.jsonl")
        assert after(changes) == {"one.jsonl"}


def test_none_of_thousands_of_changes_is_lost(seeds: Path) -> None:
    with watch.observed(of(seeds)) as changes:
        for at in range(3000):
            (seeds / f"{at}.txt").write_text("x")
        (seeds / "last.txt").write_text("x")
        seen: set[str] = set()
        while "last.txt" not in seen:
            seen |= after(changes)
        assert len(seen) == 3001


def test_what_has_come_in_meanwhile_is_one_burst(seeds: Path) -> None:
    changes = watch.Changes(of(seeds))
    for at in range(3000):
        changes.on_any_event(FileCreatedEvent(str(seeds / f"{at}.txt")))
    assert len(after(changes)) == 3000


def test_reading_and_what_is_written_into_the_site_are_no_change(seeds: Path) -> None:
    with watch.observed(of(seeds)) as changes:
        (seeds / "one.jsonl").read_text()
        list(os.scandir(seeds / "deep"))
        (seeds.parent / "site" / "index.html").write_text("x")
        (seeds / "last.txt").write_text("x")
        assert after(changes) == {"last.txt"}


def test_where_the_system_has_no_more_watches_files_are_polled(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.Observer.start", none_left)
    with watch.observed(of(seeds)) as changes:
        (seeds / "new.txt").write_text("x")
        assert after(changes) == {"new.txt"}


def test_a_fault_is_told_unless_a_change_came_in_that_may_have_made_it(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    (seeds / "one.jsonl").unlink()
    nothing = Namespace(
        config=None, sources=[], output=None, executor=None, quiet=False, verbose=False
    )
    changes = watch.Changes(of(seeds))
    changes.on_any_event(FileCreatedEvent(str(seeds / "two.jsonl")))
    assert changes.waiting()
    watching.built(nothing, HERE, changes)
    assert capsys.readouterr().err == ""
    assert after(changes) == {"two.jsonl"}
    assert not changes.waiting()
    watching.built(nothing, HERE, changes)
    assert "no paper found" in capsys.readouterr().err


def test_what_was_odd_before_is_told_once(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    options = Namespace(
        config=None, sources=[], output=None, executor=None, quiet=False, verbose=False
    )
    changes = watch.Changes(of(seeds))
    paper = '{"title": "x", "abstract": "y"}\n'
    (seeds / "one.jsonl").unlink()
    (seeds / "two.jsonl").write_text(paper + "no paper\n")
    told = watching.built(options, HERE, changes)
    assert capsys.readouterr().err.count("two.jsonl:2: warning") == 1
    (seeds / "three.jsonl").write_text(paper + "nothing either\n")
    told = watching.built(options, HERE, changes, told)
    said = capsys.readouterr().err
    assert "three.jsonl:2: warning" in said
    assert "two.jsonl" not in said
    (seeds / "two.jsonl").write_text(paper)
    told = watching.built(options, HERE, changes, told)
    (seeds / "two.jsonl").write_text(paper + "no paper\n")
    watching.built(options, HERE, changes, told)
    assert "two.jsonl:2: warning" in capsys.readouterr().err


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


@contextmanager
def running_in(folder: Path) -> Iterator[Running]:
    # What is started in the background may ignore SIGINT, and so would all that it starts.
    program = (
        "import signal, sys; from sitegen.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.exit(main(['watch']))"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        running = Running(process)
        try:
            running.said("written in")
            yield running
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130


def write(folder: Path, title: str) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    line = json.dumps({"id": "one", "title": title, "abstract": "We do."})
    (folder / "seeds" / "papers.jsonl").write_text(line + "\n")


def test_a_page_that_is_open_shows_what_changed(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        tab = reader.open((tmp_path / "site").as_uri() + "/", "papers.html")
        expect(tab.get_by_role("link", name="First title")).to_be_visible()
        write(tmp_path, "Second title")
        running.said("written in")
        expect(tab.get_by_role("link", name="Second title")).to_be_visible()


def test_a_page_whose_paper_is_gone_stays_and_says_so(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        tab = reader.open((tmp_path / "site").as_uri() + "/", "papers/first-title.html")
        write(tmp_path, "Second title")
        running.said("written in")
        expect(tab.get_by_role("alert")).to_contain_text("no longer part of the library")
        expect(tab.get_by_role("heading", name="First title")).to_be_visible()
        write(tmp_path, "First title")
        running.said("written in")
        expect(tab.get_by_role("alert")).to_have_count(0)


def test_a_build_that_fails_is_told_and_the_next_good_save_recovers(tmp_path: Path) -> None:
    write(tmp_path, "First title")
    with running_in(tmp_path) as running:
        (tmp_path / "sitegen.toml").write_text("titel = 'x'")
        assert "sitegen.toml:1" in running.said("titel")
        running.said("last good site stays")
        assert "First title" in (tmp_path / "site" / "papers.html").read_text()
        (tmp_path / "sitegen.toml").write_text("title = 'Mine'")
        running.said("written in")
        assert "Mine" in (tmp_path / "site" / "papers.html").read_text()


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
