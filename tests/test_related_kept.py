"""Related papers that are kept: what is found with them equals what is found without."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from making import seeds
from relatives import Library, edited, edits, longer, names, of_seeds, phrases, texts
from sitegen.cache import Lines
from sitegen.model import Paper
from sitegen.related import keeping, nearest, postings, shares, terms, ties, vectors
from tagged import economics, titled

SMALL = (
    (nearest, "NEIGHBOURS", 2),
    (nearest, "COMPARED", 3),
    (shares, "PROBES", 3),
    (postings, "INDEXED", 4),
    (postings, "LONGEST", 3),
    (vectors, "LONGEST_VECTOR", 8),
    (ties, "TELLING", 4),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(names, st.tuples(texts, texts, phrases), min_size=4, max_size=17),
    st.lists(edits, min_size=1, max_size=6),
    st.booleans(),
)
def test_after_any_edits_neighbours_are_those_found_afresh(
    tmp_path_factory: pytest.TempPathFactory,
    start: Mapping[str, tuple[str, str, tuple[str, ...]]],
    changes: Sequence[tuple[str, str, str, tuple[str, ...]]],
    small: bool,  # noqa: FBT001 - drawn
) -> None:
    folder = tmp_path_factory.mktemp("library")
    library = Library(
        {name: Paper(name, name, title, text) for name, (title, text, _) in start.items()},
        {name: said for name, (_, _, said) in start.items()},
    )
    with ExitStack() as limits:
        for module, name, value in SMALL if small else ():
            limits.enter_context(patch.object(module, name, value))
        assert library.found(Lines(folder / "kept", "1")) == library.found(None)
        for edit in changes:
            library = edited(library, edit)
            assert library.found(Lines(folder / "kept", "1")) == library.found(None)
            (folder / "afresh").unlink(missing_ok=True)
            library.found(Lines(folder / "afresh", "1"))
            assert kept(folder / "kept") == kept(folder / "afresh")


def kept(path: Path) -> tuple[list[bytes], dict[int, dict[str, int]]]:
    """Return what is kept of papers, and of the forms of words, which stand in any order."""
    lines = Lines(path, "1").read()
    state = keeping.read(Lines(path, "1")).state
    assert state is not None
    counts = {number: json.loads(counts) for number, counts in state.counts.items()}
    # The third line and the twelfth tell of forms.
    return [*lines[:2], *lines[3:11], *lines[12:]], counts


def _one(*_: object) -> int:
    """Return how many a function works on that takes one."""
    return 1


def _papers(_all: object, papers: Sequence[int], *_: object) -> int:
    """Return how many papers a function works on."""
    return len(papers)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Count how many papers are read, weighed, compared with others, and tied to them."""
    counts = dict.fromkeys(["read", "vectors", "found", "named"], 0)
    for owner, name, size in (
        (terms.Reader, "read", _one),
        (vectors, "vectors", _papers),
        (nearest, "found", _papers),
        (ties, "named", _one),
    ):
        monkeypatch.setattr(owner, name, counting(getattr(owner, name), size, name, counts))
    return counts


def counting(
    function: Callable[..., object], size: Callable[..., int], name: str, counts: dict[str, int]
) -> Callable[..., object]:
    """Return a function that counts the papers that it is called for."""

    def counted(*args: object) -> object:
        counts[name] += size(*args)
        return function(*args)

    return counted


def test_one_edit_works_on_few_papers(tmp_path: Path, work: dict[str, int]) -> None:
    of_seeds(lambda paper: paper).found(Lines(tmp_path / "kept", "1"))
    size = len(seeds())
    assert min(work[name] for name in ("read", "vectors", "found")) == size < work["named"]
    work.update(dict.fromkeys(work, 0))
    of_seeds(longer).found(Lines(tmp_path / "kept", "1"))
    assert work["read"] == 1
    assert 1 <= work["vectors"] <= size / 8
    assert 1 <= work["found"] <= size / 4
    assert 1 <= work["named"] <= size / 2


def test_where_nothing_has_changed_nothing_is_done(tmp_path: Path, work: dict[str, int]) -> None:
    library = of_seeds(longer)
    found = library.found(Lines(tmp_path / "kept", "1"))
    written = (tmp_path / "kept").stat().st_mtime_ns
    work.update(dict.fromkeys(work, 0))
    assert library.found(Lines(tmp_path / "kept", "1")) == found
    assert not any(work.values())
    assert (tmp_path / "kept").stat().st_mtime_ns == written


def test_the_file_is_written_when_it_is_some_papers_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SELDOM", 16)
    path, library = tmp_path / "kept", of_seeds(longer)
    library.found(Lines(path, "1"))
    written = path.stat().st_mtime_ns
    papers = dict(library.papers)
    for name in [*papers][: len(papers) // 16 // 2]:
        assert path.stat().st_mtime_ns == written
        papers[name] = longer(papers[name])
        library = Library({**papers}, library.keyphrases)
        assert library.found(Lines(path, "1")) == library.found(None)
    assert path.stat().st_mtime_ns == written
    fewer = Library(dict([*papers.items()][:-1]), library.keyphrases)
    fewer.found(Lines(path, "1"))
    assert path.stat().st_mtime_ns > written


def test_a_paper_of_another_library_takes_nothing_along(tmp_path: Path) -> None:
    papers = {paper.id: paper for paper in economics()}
    Library(papers, {}).found(Lines(tmp_path / "kept", "1"))
    large = (tmp_path / "kept").stat().st_size
    few = dict([*papers.items()][: len(papers) - 4])
    library = Library(few, {})
    assert library.found(Lines(tmp_path / "kept", "1")) == library.found(None)
    assert (tmp_path / "kept").stat().st_size < large


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-40],
        lambda data: data.replace(b"tax", b"tex", 1),
        lambda data: data.replace(b"sitegen 1", b"sitegen 2", 1),
        lambda _: b"sitegen\xff",
        lambda _: b"",
    ],
)
def test_a_damaged_or_foreign_file_changes_nothing(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "kept"
    library = Library({paper.id: paper for paper in economics()}, {})
    library.found(Lines(path, "1"))
    whole = path.read_bytes()
    path.write_bytes(harm(whole))
    other = Library({**library.papers, "z": titled("Tax Havens", "We tax taxes.")}, {})
    lines = Lines(path, "1")
    assert other.found(lines) == other.found(None)
    assert len(lines.problems) == (0 if b"sitegen 2" in harm(whole) else 1)
    assert other.found(Lines(path, "1")) == other.found(None)
