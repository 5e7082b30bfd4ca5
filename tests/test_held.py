"""What a command that builds again and again holds in memory never changes what it builds."""

import json
import multiprocessing
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changing import CHANGES, Library, forget, nothing_held
from sitegen import build, jobs
from sitegen.cache import FOLDER, memory
from sitegen.config import load
from sitegen.errors import UsageError
from sitegen.jobs import HERE, Jobs
from sitegen.progress import Silence

HELD = {"rankings", "mentions", "texts", "leads", "terms", "neighbours"}
KEPT = HELD | {"scripts"}
"""What is read with another file is held with it."""


def check(library: Library, work: Jobs = HERE) -> None:
    """Hold the site of a process that knows the last one against that of one that knows none."""
    kept = library.built("site", work, watched=True)
    stranger = library.folder.with_name("stranger")
    shutil.rmtree(stranger, ignore_errors=True)
    for place in [place for place in memory.held() if place[0].is_relative_to(stranger)]:
        del memory.held()[place]
    unknown = shutil.ignore_patterns("site", FOLDER)
    shutil.copytree(library.folder, stranger, ignore=unknown)
    library.folder, folder = stranger, library.folder
    with nothing_held():
        assert kept == library.built("site", watched=True)
    library.folder = folder


def held() -> set[str]:
    """Return what is held, by the names of the files."""
    return {path.name for path, _ in memory.held()}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    memory.forget()
    forget()
    return Library(tmp_path / "library")


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=6))
def test_any_changes_give_what_a_process_that_knows_nothing_gives(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    forget()
    library = Library(tmp_path_factory.mktemp("held") / "library")
    check(library)
    for name in names:
        CHANGES[name](library)
        check(library)


def test_processes_that_stay_give_the_same(library: Library) -> None:
    names = sorted(CHANGES)
    with jobs.opened(2, stays=True) as work:
        for name in (*names[::2], *names[1::2]):
            check(library, work)
            CHANGES[name](library)
        check(library, work)


def test_only_who_builds_again_goes_on_from_what_is_held(library: Library) -> None:
    library.built("site", watched=True)
    assert held() == HELD
    mine = library.folder / "mine", "sitegen 1"
    memory.held()[mine] = memory.Held(None, 0, [])
    CHANGES["abstract"](library)
    library.built("site", watched=True)
    assert mine in memory.held()
    library.built("site")
    assert mine not in memory.held()


def test_one_process_alone_holds_everything(library: Library) -> None:
    with jobs.opened(1, stays=True) as work:
        library.built("site", work, watched=True)
        assert not work.stays(4)
        assert held() == HELD


def test_what_is_held_is_not_read_again(library: Library) -> None:
    library.built("site", watched=True)
    for name in HELD:
        (library.folder / FOLDER / name).write_bytes(b"sitegen\xff")
    CHANGES["abstract"](library)
    config = load(library.folder / "sitegen.toml")
    done = build.build(config, library.folder, Silence(), watched=True)
    assert not done.problems
    memory.forget()
    check(library)


def test_what_is_large_is_not_held(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 400)
    library.built("site", watched=True)
    sizes = {name: (library.folder / FOLDER / name).stat().st_size for name in HELD}
    assert held() == {name for name, size in sizes.items() if size <= 400}
    assert set() < held() < HELD
    CHANGES["abstract"](library)
    check(library)


def test_files_that_are_gone_are_written_again(library: Library) -> None:
    library.built("site", watched=True)
    shutil.rmtree(library.folder / FOLDER)
    CHANGES["abstract"](library)
    check(library)
    assert {path.name for path in (library.folder / FOLDER).iterdir()} == KEPT


def test_where_nothing_can_be_kept_nothing_is_held(library: Library) -> None:
    (library.folder / FOLDER).write_text("a file")
    library.built("site", watched=True)
    assert not held()
    CHANGES["abstract"](library)
    check(library)


def test_what_fails_between_leaves_no_process_behind(library: Library) -> None:
    with jobs.opened(2, stays=True) as work:
        check(library, work)
        papers = (library.folder / "site" / "data" / "papers.jsonl").read_text("utf-8")
        one = json.loads(papers.split("\n")[0])
        for at in range(4):
            # Only with the papers in sight it shows that both rules are on one.
            add, remove = '{add = ["Graphs"]}', '{remove = ["graphs"]}'
            rules = f'[papers]\n"{one["id"]}" = {add}\n"{one["slug"]}" = {remove}\n# {at}\n'
            (library.folder / "topics.toml").write_text(rules, "utf-8")
            with pytest.raises(UsageError):
                library.built("site", work, watched=True)
        assert len(multiprocessing.active_children()) == 2
        (library.folder / "topics.toml").unlink()
        check(library, work)


@pytest.mark.parametrize("name", sorted(HELD))
def test_what_is_held_and_nonsense_is_thrown_away_with_a_word(library: Library, name: str) -> None:
    library.built("site", watched=True)
    (place,) = [place for place in memory.held() if place[0].name == name]
    memory.held()[place] = memory.Held(["nonsense"], 9, [])
    CHANGES["title"](library)
    config = load(library.folder / "sitegen.toml")
    done = build.build(config, library.folder, Silence(), watched=True)
    assert any("is made anew" in problem.what for problem in done.problems)
    check(library)
