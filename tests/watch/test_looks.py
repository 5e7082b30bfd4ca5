"""`watch`: what no event tells of is found by looking, and nothing is left open."""

import shutil
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import DirDeletedEvent

from sitegen import watch
from watched import after, looking, of


@pytest.mark.usefixtures("looking_often")
def test_where_the_system_has_no_more_watches_files_are_looked_at(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.Observer.start", none_left)
    with watch.observed(looking(seeds)) as changes:
        (seeds / "new.txt").write_text("x")
        assert after(changes) == {"new.txt"}


def held() -> set[Any]:
    """Return the threads and the open files of this process."""
    return {*threading.enumerate(), *(path.name for path in Path("/proc/self/fd").iterdir())}


@pytest.mark.usefixtures("looking_often")
@pytest.mark.skipif(sys.platform != "linux", reason="no other system has these limits")
@pytest.mark.parametrize("ends", ["_create_inotify_fd", "add_callback"])
def test_where_the_system_has_no_more_watches_nothing_is_left_open(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(28, "inotify limit reached")

    monkeypatch.setattr(f"watchdog.observers.inotify_c.InotifyFD.{ends}", none_left)
    before = held()
    with watch.observed(looking(seeds)) as changes:
        (seeds / "new.txt").write_text("x")
        assert after(changes) == {"new.txt"}
    assert held() <= before


def swapped(place: Path, other: Path) -> None:
    """Put another folder in the place of one."""
    place.rename(place.with_name("old"))
    other.rename(place)


def led(link: Path, target: str) -> None:
    """Let a link lead to another target from one moment to the next."""
    link.with_name(".new").symlink_to(target)
    link.with_name(".new").replace(link)


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """Two folders with a file each, and links to the first of them."""
    for name in ("a", "b"):
        (tmp_path / "data" / f"..{name}" / "deep").mkdir(parents=True)
        for file in ("one.jsonl", "deep/two.jsonl", ".three.jsonl"):
            (tmp_path / "data" / f"..{name}" / file).write_text("{}\n")
    links = {"..data": "..a", "one.jsonl": "..data/one.jsonl", "three.jsonl": "..a/.three.jsonl"}
    for link, target in links.items():
        (tmp_path / "data" / link).symlink_to(target)
    (tmp_path / "hard.jsonl").hardlink_to(tmp_path / "data" / "..a" / ".three.jsonl")
    return tmp_path / "data"


def all_swapped(data: Path) -> None:
    """Put a copy in the place of all there is."""
    shutil.copytree(data, data.with_name("new"), symlinks=True)
    swapped(data, data.with_name("new"))


@pytest.mark.usefixtures("looking_often")
@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("one.jsonl", lambda data: led(data / "..data", "..b")),
        ("", lambda data: led(data / "..data", "..b")),
        ("..data/deep", lambda data: led(data / "..data", "..b")),
        ("..data/deep/two.jsonl", lambda data: led(data / "..data", "..b")),
        ("", lambda data: (data / "..a" / ".three.jsonl").write_text("{}")),
        ("three.jsonl", lambda data: (data / "..a" / ".three.jsonl").write_text("{}")),
        ("", lambda data: data.with_name("hard.jsonl").write_text("{}")),
        ("", all_swapped),
        ("one.jsonl", all_swapped),
        ("..a/deep/two.jsonl", all_swapped),
        ("..a/deep/two.jsonl", lambda data: swapped(data / "..a", data / "..b")),
    ],
)
def test_what_no_event_tells_of_is_found(
    releases: Path, source: str, change: Callable[[Path], object]
) -> None:
    look = partial(watch.watched, [releases / source], [], [])
    with watch.observed(look) as changes:
        change(releases)
        assert changes.burst()


@pytest.mark.parametrize("told", [True, False])
def test_a_folder_in_the_place_of_another_is_observed_anew(seeds: Path, *, told: bool) -> None:
    changes = watch.Changes(looking(seeds))
    if told:  # the system may take the new folder for the old
        changes.on_any_event(DirDeletedEvent(str(seeds)))
    else:
        (seeds.parent / "new").mkdir()
        swapped(seeds, seeds.parent / "new")
    assert not changes.hold()


@pytest.mark.usefixtures("looking_often")
def test_what_is_found_is_waited_for_until_it_rests(seeds: Path) -> None:
    parts = [b"b", b"bu", b"bur", b"burs", b"burst"]
    looks: list[int] = []

    def look() -> watch.Watched:
        if looks and parts:  # the first tells what there was
            (seeds / "one.jsonl").write_bytes(parts.pop(0))
        looks.append(1)
        return of(seeds)

    changes = watch.Changes(look)
    assert after(changes) == {"one.jsonl"}
    assert (seeds / "one.jsonl").read_bytes() == b"burst"


@pytest.mark.usefixtures("looking_often")
def test_what_rests_is_no_change_however_often_it_is_looked_at(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []

    def look() -> watch.Watched:
        looks.append(1)
        if len(looks) == 50:
            (seeds / "last.txt").write_text("x")
        (seeds / "one.jsonl").read_bytes()
        (seeds / ".git").mkdir(exist_ok=True)
        (seeds.parent / "site" / f"{len(looks)}.html").write_text("x")
        (seeds / ".git" / f"{len(looks)}").write_text("x")
        return of(seeds)

    monkeypatch.setattr(watch, "_started", lambda _: None)
    with watch.observed(look) as changes:
        assert after(changes) == {"last.txt"}
