"""`watch`: which changes count."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread, Timer
from typing import ClassVar

import pytest
from watchdog.events import FileClosedEvent, FileCreatedEvent, FileModifiedEvent

from sitegen import watch
from watched import after, looking, of


def test_what_counts(seeds: Path) -> None:
    what, top = of(seeds), seeds.parent
    counted = ["seeds/a.txt", "seeds/deep/b.txt", "sitegen.toml"]
    others = ["other.toml", "seeds/.a.swp", "seeds/.git/x", "site/index.html", "seedsx/a"]
    assert [name for name in [*counted, *others] if what.counts(top / name)] == counted


def test_what_is_hidden_from_one_folder_may_count_in_another(tmp_path: Path) -> None:
    # Whichever of them is asked first.
    hidden = [tmp_path / f".{at}" for at in range(20)]
    for folder in hidden:
        folder.mkdir()
    what = watch.watched([tmp_path, *hidden], [], [])
    assert all(what.counts(folder / "page.html") for folder in hidden)
    assert not what.counts(tmp_path / ".git" / "page.html")


def test_a_folder_is_watched_for_a_file_that_is_not_there_yet(seeds: Path) -> None:
    with watch.observed(looking(seeds)) as changes:
        (seeds.parent / "other.txt").write_text("x")
        (seeds.parent / "sitegen.toml").write_text("")
        assert after(changes) == {"sitegen.toml"}


def test_an_editors_atomic_save_is_one_change(seeds: Path) -> None:
    with watch.observed(looking(seeds)) as changes:
        (seeds / ".one.jsonl.new").write_text("{}\n")
        (seeds / ".one.jsonl.new").replace(seeds / "one.jsonl")
        assert after(changes) == {"one.jsonl"}


def test_none_of_thousands_of_changes_is_lost(seeds: Path) -> None:
    with watch.observed(looking(seeds)) as changes:
        for at in range(3000):
            (seeds / f"{at}.txt").write_text("x")
        (seeds / "last.txt").write_text("x")
        seen: set[str] = set()
        while "last.txt" not in seen:
            seen |= after(changes)
        assert len(seen) == 3001


def test_what_has_come_in_meanwhile_is_one_burst(seeds: Path) -> None:
    changes = watch.Changes(looking(seeds))
    for at in range(3000):
        changes.on_any_event(FileCreatedEvent(str(seeds / f"{at}.txt")))
    assert len(after(changes)) == 3000


def test_reading_and_what_is_written_into_the_site_are_no_change(seeds: Path) -> None:
    with watch.observed(looking(seeds)) as changes:
        (seeds / "one.jsonl").read_text()
        list(os.scandir(seeds / "deep"))
        (seeds.parent / "site" / "index.html").write_text("x")
        (seeds / "last.txt").write_text("x")
        assert after(changes) == {"last.txt"}


def test_the_system_is_not_asked_to_tell_of_what_is_read(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(watch.Changes, "on_opened", lambda _, event: told.append(event.src_path))
    monkeypatch.setattr(
        watch.Changes, "on_closed_no_write", lambda _, event: told.append(event.src_path)
    )
    with watch.observed(looking(seeds)) as changes:
        (seeds / "one.jsonl").read_text()
        (seeds / "last.txt").write_text("x")
        assert after(changes) == {"last.txt"}
    assert not told


def test_of_what_is_missing_the_first_folder_is_waited_for(tmp_path: Path) -> None:
    source = tmp_path / "a" / "b" / "seeds"
    what = watch.watched([source], [], [])
    assert what.files == {tmp_path.resolve() / "a"}
    with watch.observed(lambda: what) as changes:
        source.mkdir(parents=True)
        assert "a" in after(changes)
    assert watch.watched([source], [], []).folders == {source.resolve()}


@pytest.mark.parametrize("as_source", [True, False])
def test_what_a_link_leads_to_counts(tmp_path: Path, *, as_source: bool) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "one.toml", tmp_path / "sitegen.toml"
    target.write_text("x")
    link.symlink_to(target)
    given = ([link], []) if as_source else ([], [link])
    with watch.observed(partial(watch.watched, *given, [])) as changes:
        target.write_text("y")
        assert after(changes) == {"one.toml"}


def test_nothing_is_waited_for_with_more_than_patience(seeds: Path) -> None:
    with watch.observed(looking(seeds)) as changes:
        assert changes.burst(0.1) == frozenset()
        (seeds / "one.jsonl").write_text("x")
        assert changes.burst(60) == {seeds / "one.jsonl"}


def test_links_that_lead_in_a_circle_are_waited_for(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with watch.observed(
        partial(watch.watched, [loop], [loop / "sitegen.toml"], [loop])
    ) as changes:
        loop.unlink()
        assert after(changes) == {"loop"}


def test_a_file_that_is_written_to_is_waited_for(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_WRITING", 60)
    monkeypatch.setattr(watch, "_LONGEST_WRITING", 60)
    changes = watch.Changes(looking(seeds), closes=True)
    writing, written = str(seeds / "one.jsonl"), str(seeds / "two.jsonl")
    changes.on_any_event(FileModifiedEvent(writing))
    events = FileModifiedEvent(written), FileClosedEvent(written), FileClosedEvent(writing)
    # Long after a burst would be over.
    slowly = Timer(10 * watch.SETTLED, lambda: [*map(changes.on_any_event, events)])
    slowly.start()
    assert after(changes) == {"one.jsonl", "two.jsonl"}
    assert not changes.waiting()
    slowly.join()


class Impatient(SimpleQueue[Path]):
    """Notes how long it is waited for, and lets nobody wait."""

    waits: ClassVar[list[float]] = []

    def get(self, block: bool = True, timeout: float | None = None) -> Path:  # noqa: FBT001, FBT002
        """Return what is there."""
        self.waits.append(timeout or 0)
        return super().get(block, 0)


def test_a_file_that_nobody_closes_is_waited_for_once(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "SimpleQueue", Impatient)
    changes = watch.Changes(looking(seeds), closes=True)
    changes.on_any_event(FileModifiedEvent(str(seeds / "one.jsonl")))
    assert after(changes) == {"one.jsonl"}
    assert Impatient.waits[-1] > 10 * watch.SETTLED
    assert changes.settled() == frozenset()
    assert Impatient.waits[-1] <= watch.SETTLED


@pytest.mark.skipif(sys.platform != "linux", reason="no other system tells")
def test_this_system_tells_when_a_file_is_closed(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_WRITING", 60)
    monkeypatch.setattr(watch, "_LONGEST_WRITING", 60)

    def slowly() -> None:
        with (seeds / "one.jsonl").open("w") as file:
            file.write("begun, ")
            file.flush()
            time.sleep(10 * watch.SETTLED)
            file.write("done")

    with watch.observed(looking(seeds)) as changes:
        writing = Thread(target=slowly)
        writing.start()
        assert after(changes) == {"one.jsonl"}
        assert (seeds / "one.jsonl").read_text() == "begun, done"
        writing.join()
