"""`cache.snapshot`: the next process goes on from what the last one held, and from no more."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changing import CHANGES, TITLES, Library, forget, read_for_topics
from publishing import tree
from sitegen import artifacts, engine
from sitegen.artifacts import Artifact
from sitegen.cache import FOLDER, again, folder, memory, snapshot
from sitegen.cache.snapshot import Snapshot


@pytest.fixture
def library(tmp_path: Path) -> Library:
    memory.forget()
    forget()
    found = Library(tmp_path / "library")
    found.built("site")
    return found


def test_what_is_in_the_file_is_held(library: Library) -> None:
    again.forget()
    memory.forget()
    assert again.nothing()
    Snapshot(library.folder / FOLDER, engine.digest()).recall()
    assert not again.nothing()
    assert {path.name for path, _ in memory.held()} >= {"rankings", "texts", "mentions", "terms"}


def test_what_was_held_is_not_found_out_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_for_topics(monkeypatch)
    monkeypatch.setattr(snapshot, "_WEAR", 0)
    for path in (library.folder / FOLDER).iterdir():
        if path.name in {"rankings", "texts", "leads", "mentions"}:
            path.write_bytes(b"sitegen\xff")  # nobody reads them
    before = library.snapshot.read_bytes()
    CHANGES["abstract"](library)
    assert library.told() == []
    assert read == [TITLES[0]]
    assert library.snapshot.read_bytes() == before


def test_the_file_is_made_anew_where_the_library_has_moved_on(library: Library) -> None:
    before = library.snapshot.read_bytes()
    CHANGES["title of the library"](library)
    library.built("site")
    assert library.snapshot.read_bytes() != before


@pytest.mark.parametrize(("others", "worn"), [(0, False), (5, False), (6, True), (50, True)])
def test_a_file_is_worn_by_papers_that_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: int, *, worn: bool
) -> None:
    monkeypatch.setattr(again, "told", dict)
    papers = [*range(1000)]
    then = Snapshot(tmp_path, "1")
    assert then.is_worn("settings", papers)
    then.take("settings", papers)
    then.recall()
    assert then.is_worn("other settings", papers)
    assert then.is_worn("settings", [*range(5000, 5000 + others), *papers[others:]]) is worn
    assert then.is_worn("settings", papers[others:]) is worn
    assert then.is_worn("settings", [*papers, *range(5000, 5000 + others)]) is worn


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=6))
def test_however_old_the_file_is_the_site_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    forget()
    library = Library(tmp_path_factory.mktemp("old") / "library")
    library.built("site")
    old = library.snapshot.read_bytes()
    for name in names:
        CHANGES[name](library)
        library.snapshot.write_bytes(old)
        library.check()


def test_a_process_of_another_hash_seed_goes_on(library: Library) -> None:
    def run(seed: str, site: str) -> dict[str, bytes]:
        command = [sys.executable, "-m", "sitegen", "build", "-q", "-o", site]
        kept = dict(os.environ, PYTHONHASHSEED=seed)
        subprocess.run(command, check=True, cwd=library.folder, env=kept)
        return tree(library.folder / site)

    run("1", "site")
    old = library.snapshot.read_bytes()
    for seed, name in enumerate(("abstract", "title", "added", "removed")):
        CHANGES[name](library)
        library.snapshot.write_bytes(old)
        kept = run(str(seed + 2), "site")
        shutil.rmtree(library.folder / FOLDER)
        assert kept == run("9", f"clean-{name}")


@pytest.mark.parametrize("at", [0.02, 0.3, 0.7, 0.999])
def test_a_damaged_file_is_told_and_made_anew(library: Library, at: float) -> None:
    content = bytearray(library.snapshot.read_bytes())
    content[int(at * len(content))] ^= 4
    library.snapshot.write_bytes(content)
    CHANGES["title"](library)
    told = library.told()
    assert [what for what in told if "made anew" in what]
    assert library.told() == []
    library.check()


def test_half_a_file_is_told_and_made_anew(library: Library) -> None:
    content = library.snapshot.read_bytes()
    library.snapshot.write_bytes(content[: len(content) // 2])
    CHANGES["title"](library)
    assert library.told() == ["is damaged: it is made anew"]
    library.check()


def test_what_memory_does_not_suffice_for_is_left(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    before = library.snapshot.read_bytes()
    monkeypatch.setattr(snapshot, "write", full)
    CHANGES["title of the library"](library)
    assert library.told() == ["can't be written: there is not enough memory"]
    assert library.snapshot.read_bytes() == before
    assert not library.snapshot.with_suffix(".part").exists()
    library.check()


def test_a_large_library_leaves_none_until_it_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_WHOLE", 3)
    library = Library(tmp_path / "library")
    library.built("site")
    assert not library.snapshot.exists()
    CHANGES["abstract"](library)
    library.built("site")
    assert library.snapshot.exists()
    library.check()


def test_of_too_large_a_library_nothing_is_held_nor_left(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LARGEST", 3)
    held: list[bool] = []
    real = artifacts.artifacts

    def watched(*given: Any) -> list[Artifact]:  # noqa: ANN401  # as they come
        held.append(not again.nothing())
        return real(*given)

    monkeypatch.setattr(artifacts, "artifacts", watched)
    CHANGES["abstract"](library)
    library.built("site")
    assert held == [False]
    assert not library.snapshot.exists()
    library.check()


@pytest.mark.parametrize("begun", [False, True])
def test_who_stays_leaves_nothing_of_too_large_a_library(
    library: Library, monkeypatch: pytest.MonkeyPatch, *, begun: bool
) -> None:
    if begun:
        library.built("site", watched=True)
    monkeypatch.setattr(again, "LARGEST", 3)
    CHANGES["abstract"](library)
    library.built("site", watched=True)
    assert not library.snapshot.exists()
    library.check()


def test_who_stays_goes_on_from_the_file_and_leaves_it(library: Library) -> None:
    before = library.snapshot.read_bytes()
    library.built("site", watched=True)
    assert not again.nothing()
    for name in ("abstract", "title"):
        CHANGES[name](library)
        library.built("site", watched=True)
    assert library.snapshot.read_bytes() == before
    again.forget()
    memory.forget()
    library.check()
