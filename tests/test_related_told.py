"""Related papers told by what differs: as found afresh, and what stayed is the same value."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from asking import Beside, begun, forget, found
from relatives import Library, edited, edits, longer, names, of_seeds, phrases, texts
from sitegen import prose, related
from sitegen.cache import Lines, again, memory
from sitegen.jobs import Jobs
from sitegen.model import Paper
from sitegen.related import conversation, keeping
from sitegen.related import library as related_library
from sitegen.related.conversation import Asking

# Knows nothing, and is not told to hold anything.
STRANGER = again.Last[Asking]()


@pytest.fixture(autouse=True)
def _nothing_held() -> Iterator[None]:
    forget()
    yield
    forget()


def afresh(library: Library) -> Mapping[str, object]:
    """Return the neighbours as a process does that knows nothing."""
    STRANGER.forget()
    with patch.object(related, "_last", STRANGER):
        return library.found(None)


def asked_in_vain(library: Library, path: Path, jobs: Jobs) -> None:
    """Begin a build that fails as it asks."""
    with patch.object(Beside, "beside", side_effect=KeyError), pytest.raises(KeyError):
        begun(library, path, jobs)


MISHAPS: Mapping[str, Callable[[Library, Path, Jobs], object]] = {
    "nobody waits": begun,
    "nobody answers": asked_in_vain,
    "another process": lambda *_: conversation.answering.cache_clear(),
    "another file": lambda *_: memory.forget(),
    "no file": lambda _, path, __: path.unlink(),
}
HOLDING_NOTHING: Mapping[str, Callable[[], None]] = {
    "not held": lambda: again.turn(holds=False),
    "forgotten": again.forget,
}
OTHERS: Mapping[str, Callable[[Library], Library]] = {
    "another order": lambda library: Library(
        dict([*library.papers.items()][::-1]), library.keyphrases
    ),
    "equal papers": lambda library: Library(
        {name: replace(paper) for name, paper in library.papers.items()}, library.keyphrases
    ),
}
events = st.sampled_from([*MISHAPS, *HOLDING_NOTHING, *OTHERS])


def changed(library: Library, event: str, path: Path, jobs: Jobs) -> Library:
    """Let something happen, and return the library after it."""
    if event in MISHAPS:
        MISHAPS[event](library, path, jobs)
    elif event in HOLDING_NOTHING:
        HOLDING_NOTHING[event]()
    else:
        return OTHERS[event](library)
    return library


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(names, st.tuples(texts, texts, phrases), min_size=4, max_size=17),
    st.lists(edits | events, min_size=1, max_size=8),
    st.sampled_from([1, 4, 512]),
    st.booleans(),
)
def test_after_any_changes_and_mishaps_neighbours_are_those_found_afresh(
    tmp_path_factory: pytest.TempPathFactory,
    start: Mapping[str, tuple[str, str, tuple[str, ...]]],
    changes: Sequence[tuple[str, str, str, tuple[str, ...]] | str],
    seldom: int,
    keeps: bool,  # noqa: FBT001 - drawn
) -> None:
    forget()
    path, jobs = tmp_path_factory.mktemp("library") / "kept", Beside(keeps=keeps)
    library = Library(
        {name: Paper(name, name, title, text) for name, (title, text, _) in start.items()},
        {name: said for name, (_, _, said) in start.items()},
    )
    before = found(library, path, jobs)
    with patch.object(keeping, "SELDOM", seldom), patch.object(related_library, "_MANY", 2):
        for change in changes:
            if isinstance(change, str):
                library = changed(library, change, path, jobs)
            else:
                library = edited(library, change)
            after = found(library, path, jobs)
            assert [*after.items()] == [*afresh(library).items()]
            if change not in HOLDING_NOTHING:
                stayed = [ident for ident in after if before.get(ident) == after[ident]]
                assert all(before[ident] is after[ident] for ident in stayed)
            before = after


def test_only_what_differs_is_told(tmp_path: Path) -> None:
    path, jobs = tmp_path / "kept", Beside(keeps=False)
    library = of_seeds(lambda paper: paper)
    found(library, path, jobs)
    assert not jobs.asked  # there was nobody to know anything
    found(library, path, jobs)
    found(of_seeds(longer), path, jobs)
    all_told, few_told = jobs.asked
    assert len(all_told.papers.items) == len(library.papers)
    assert len(few_told.papers.items) == 1
    assert jobs.sizes[1] < tuple(size / 4 for size in jobs.sizes[0])


def test_who_stays_is_told_all_before_the_first_change(tmp_path: Path) -> None:
    path, jobs = tmp_path / "kept", Beside()
    before = found(of_seeds(lambda paper: paper), path, jobs)
    after = found(of_seeds(longer), path, jobs)
    (few_told,) = jobs.asked
    assert len(few_told.papers.items) == 1
    assert few_told.known
    assert sum(before[ident] is after[ident] for ident in after) > len(after) / 2


def test_plain_forms_that_are_known_are_told_and_not_found_again(tmp_path: Path) -> None:
    library, jobs = of_seeds(lambda paper: paper), Beside()
    found(library, tmp_path / "kept", jobs)
    changed = of_seeds(
        lambda paper: replace(paper, abstract=paper.abstract + " It is $x^2$ fast.")
    )
    expected = afresh(changed)
    plain = [
        replace(each, abstract=prose.plain(each.abstract)) for each in changed.papers.values()
    ]
    with patch.object(prose, "plain", side_effect=AssertionError):
        near, _ = begun(changed, tmp_path / "kept", jobs, plain)()
    assert near == expected
    (question,) = jobs.asked
    assert len(question.plain) == 1


def test_where_nothing_changed_the_neighbours_are_the_very_same_value(tmp_path: Path) -> None:
    library = of_seeds(longer)
    jobs = Beside()
    before = found(library, tmp_path / "kept", jobs)
    assert found(library, tmp_path / "kept", jobs) is before
    assert not jobs.asked[-1].papers.items


def test_who_knows_nothing_more_is_asked_twice(tmp_path: Path) -> None:
    library, path, jobs = of_seeds(longer), tmp_path / "kept", Beside()
    size = len(library.papers)
    for _ in range(2):
        before = found(library, path, jobs)
    conversation.answering.cache_clear()
    assert found(library, path, jobs) == before
    assert [len(each.papers.items) for each in jobs.asked] == [0, 0, size]


def test_who_is_ready_has_read_what_is_kept_if_that_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, library = tmp_path / "kept", of_seeds(longer)
    asked: list[int] = []

    def called(
        _: Jobs, name: str, size: int, function: Callable[..., object], *given: object
    ) -> None:
        assert name == "related"
        asked.append(size)
        function(*given)

    monkeypatch.setattr(Jobs, "ready", called)
    related.ready(Lines(path, "1"), Jobs(2))
    assert not asked  # nothing is kept
    before = library.found(Lines(path, "1"))
    related.ready(Lines(path, "1"), Jobs(2))
    (size,) = asked
    assert len(library.papers) / 2 < size < len(library.papers) * 2
    path.write_bytes(b"sitegen 1\n")
    assert library.found(Lines(path, "1")) == before


def test_of_a_large_library_nothing_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, path, jobs = of_seeds(longer), tmp_path / "kept", Beside()
    size = len(library.papers)
    monkeypatch.setattr(again, "LARGEST", size - 1)
    for _ in range(3):
        found(library, path, jobs)
    assert [len(each.papers.items) for each in jobs.asked] == [size, size]
    assert not any(each.goes_on for each in jobs.asked)
    assert not conversation.answering.cache_info().currsize
