"""`indexing`: the process that makes the index is told what differs, and all where it is lost."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace

from making import paper
from sitegen import indexing, jobs, search
from sitegen.cache import Lines, again, memory
from sitegen.config import Search
from sitegen.indexing import Kept, Question
from sitegen.jobs import Jobs
from sitegen.model import Paper, Tag, Tagging, Topic

B = TypeVar("B")

PAPERS = tuple(paper(ident, f"Title of {ident}") for ident in "abcdefgh")
TOPIC = Topic("graphs", "Graphs", ())
TAGGING = Tagging((TOPIC,), {each.id: (Tag("graphs"),) for each in PAPERS}, {})
EDITED = (replace(PAPERS[0], abstract="Zebras are graphs."), *PAPERS[1:])


class Noting(Jobs):
    """Does all in this process, and remembers what was asked of another.

    Attributes:
        asked: Names of functions with what they were given first.
    """

    def __init__(self) -> None:
        super().__init__(1)
        self.asked: list[tuple[str, object]] = []

    def stays(self, size: int) -> bool:
        """Tell that it does."""
        return size > 0

    def beside(
        self, name: str, size: int, function: Callable[..., B], *given: object
    ) -> Callable[[], B]:
        """Return what does it."""
        assert (name, size) == ("search", len(PAPERS))
        self.asked.append((function.__name__, given[0]))
        return partial(function, *given)

    def told(self) -> list[list[str]]:
        """Return the ids of the papers that each question told of."""
        return [[*each.papers.items] for _, each in self.asked if isinstance(each, Question)]


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be remembered from test to test, and one edit be enough to be noted."""
    monkeypatch.setattr("sitegen.search.memory._FEW", 0)
    memory.forget()
    again.forget()
    yield
    again.turn(holds=False)
    again.forget()
    memory.forget()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the times that are told when they are asked for, the last for ever; nothing lasts."""
    times = [0.0]
    monkeypatch.setattr(
        "sitegen.search.memory.monotonic", lambda: times.pop(0) if len(times) > 1 else times[0]
    )
    return times


def _kept(folder: Path, *, holds: bool = True) -> Kept:
    """Return where an index is noted."""
    return (
        Lines(folder / "terms", "1", holds=holds),
        Lines(folder / "scripts", "1", holds=holds),
    )


def _indexed(
    papers: Sequence[Paper], folder: Path, work: Jobs, *, holds: bool = True
) -> dict[str, bytes]:
    """Return the index of some papers, held against one that is made of nothing."""
    again.turn(holds=holds)
    kept = _kept(folder, holds=holds)
    files, problems = indexing.begun(papers, TAGGING, Search(), kept, work)()
    assert problems == []
    fresh = search.files(papers, TAGGING.tags, {TOPIC.slug: TOPIC})
    assert files == [(path, script.encode()) for path, script in fresh]
    return dict(files)


def test_only_what_differs_is_told_and_what_stayed_is_the_very_same(tmp_path: Path) -> None:
    work = Noting()
    before = _indexed(PAPERS, tmp_path, work)
    after = _indexed(EDITED, tmp_path, work)
    assert work.told() == [[each.id for each in PAPERS], ["a"]]
    assert before != after
    assert all(
        before[path] is script for path, script in after.items() if before.get(path) == script
    )


def test_who_lost_what_it_was_told_is_told_all(tmp_path: Path) -> None:
    work = Noting()
    _indexed(PAPERS, tmp_path, work)
    memory.forget()
    _indexed(EDITED, tmp_path, work)
    _indexed(PAPERS, tmp_path, work)
    everybody = [each.id for each in PAPERS]
    assert work.told() == [everybody, ["a"], everybody, ["a"]]


def test_an_answer_that_nobody_waited_for_is_not_missed(tmp_path: Path) -> None:
    work = Noting()
    _indexed(PAPERS, tmp_path, work)
    kept = _kept(tmp_path)
    for ended in (False, True):  # the other process has done it, or not
        again.turn(holds=True)
        indexing.begun(EDITED, TAGGING, Search(), kept, work)
        if ended:
            function, given = work.asked[-1]
            assert function == "answered"
            assert isinstance(given, Question)
            indexing.answered(given, kept)
        _indexed(PAPERS, tmp_path, work)


def test_where_nothing_is_held_all_is_told_each_time(tmp_path: Path) -> None:
    work = Noting()
    for papers in (PAPERS, EDITED):
        _indexed(papers, tmp_path, work, holds=False)
    assert [*map(len, work.told())] == [len(PAPERS)] * 2
    assert not memory.held()


def test_of_a_large_library_all_is_told_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LARGEST", 3)
    monkeypatch.setattr("sitegen.search.memory.LARGEST", 3)
    work = Noting()
    for papers in (PAPERS, EDITED):
        _indexed(papers, tmp_path, work)
    assert [*map(len, work.told())] == [len(PAPERS)] * 2


def test_what_is_known_is_noted_when_the_answer_was_given(tmp_path: Path) -> None:
    work = Noting()
    _indexed(PAPERS, tmp_path, work)
    first = (tmp_path / "terms").read_bytes()
    assert [name for name, _ in work.asked] == ["answered"]
    _indexed(EDITED, tmp_path, work)
    assert [name for name, _ in work.asked] == ["answered", "answered", "noted"]
    assert (tmp_path / "terms").read_bytes() == first
    indexing.noted(_kept(tmp_path))
    assert (tmp_path / "terms").read_bytes() != first


def test_what_is_known_is_noted_for_a_small_part_of_the_time(
    tmp_path: Path, clock: list[float]
) -> None:
    work = Noting()
    clock[:] = [0, 1]  # it takes a second
    _indexed(PAPERS, tmp_path, work)
    for now, owes in ((2, 0), (20, 0), (21, 1)):
        clock[:] = [now]
        _indexed(EDITED, tmp_path, work)
        assert [name for name, _ in work.asked].count("noted") == owes
    (tmp_path / "scripts").unlink()
    clock[:] = [0]
    _indexed(EDITED, tmp_path, work)
    assert [name for name, _ in work.asked].count("noted") == 2


def test_what_could_not_be_noted_later_is_noted_at_once_and_told(tmp_path: Path) -> None:
    work = Noting()
    folder = tmp_path / "kept"
    _indexed(PAPERS, folder, work)
    shutil.rmtree(folder)
    folder.write_text("a file")
    _indexed(EDITED, folder, work)
    kept = _kept(folder)
    indexing.noted(kept)
    assert not memory.held()
    again.turn(holds=True)
    _, problems = indexing.begun(PAPERS, TAGGING, Search(), kept, work)()
    assert any("can't be written" in problem.what for problem in problems)


def test_a_process_that_stays_notes_what_it_knows_before_it_is_asked_for_more(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kept"
    with jobs.opened(2, stays=True) as work:
        _indexed(PAPERS, folder, work)
        shutil.rmtree(folder)
        _indexed(EDITED, folder, work)
        assert work.beside("search", len(PAPERS), int)() == 0
    known = search.recalled(_kept(folder, holds=False))._edition.known  # noqa: SLF001
    assert sum(b"Zebras" in each for each in known.entries.values()) == 1
