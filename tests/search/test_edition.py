"""`search.edition`: an index made from the last is that made of nothing, and shares its rest."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper
from sitegen import search
from sitegen.cache import Lines
from sitegen.model import Links, Paper, Tag, Topic
from sitegen.search import tables
from sitegen.search.edition import Given
from sitegen.search.memory import Kept, Memory
from sitegen.search.scripts import script

WORDS = ("graph", "Graphs", "graphing", "GPT-4", "C++", "the", "图神经", "zebra", "É", "𝑝q", "x")
SLUGS = ("graphs", "speech", "gone")


class Told(NamedTuple):
    """What one paper of a library is told to be."""

    title: str
    abstract: str
    topics: tuple[str, ...]
    doi: str | None
    author: str
    year: str | None


text = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
told = st.builds(
    Told,
    text,
    text,
    st.lists(st.sampled_from(SLUGS), unique=True).map(tuple),
    st.sampled_from((None, "10.1/a", "10.1/b", "10.48550/arXiv.2401.00001")),
    st.sampled_from(("Ada", "Bo")),
    st.sampled_from((None, "2024", "2025-01")),
)
names = st.fixed_dictionaries(
    {"graphs": st.sampled_from(("Graphs", "Graph Theory"))},
    optional={"speech": st.sampled_from(("Speech", "C++"))},
)
one_paper = st.tuples(st.sampled_from("abcdefgh"), told)


def _paper(ident: str, said: Told) -> Paper:
    """Return a paper as it is told to be; of some the address changes with the title."""
    slug = f"{ident}-{len(said.title)}" if ident < "c" else ident
    return replace(
        paper(ident, said.title or "Untitled", authors=(said.author,), links=Links(doi=said.doi)),
        abstract=said.abstract,
        slug=slug,
        published=said.year,
    )


def _kept(folder: Path) -> Kept:
    """Return where an index is noted."""
    return Lines(folder / "terms", "1"), Lines(folder / "scripts", "1")


def _fresh(given: Given) -> dict[str, bytes]:
    """Return the files of an index that is made of nothing."""
    tags = {ident: [Tag(slug) for slug in each] for ident, each in given.tags.items()}
    topics = {slug: Topic(slug, name, ()) for slug, name in given.names.items()}
    found = search.files([*given.papers.values()], tags, topics)
    return {path: script.encode() for path, script in found}


def _check(memory: Memory, given: Given) -> Mapping[str, bytes]:
    """Hold an index made from the last against one made of nothing, its order of files too."""
    made = search.indexed(given, memory, holds=True)
    assert [*made.items()] == [*_fresh(given).items()]
    return made


@pytest.fixture(params=["large", "small"])
def _sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let shards be as large as they are, or so small that few words make many."""
    if request.param == "small":
        monkeypatch.setattr("sitegen.search.cuts.brought.__defaults__", (60,))
        monkeypatch.setattr(tables, "_MANY", 3)
        monkeypatch.setattr(tables, "_PART", 40)


@pytest.mark.usefixtures("_sizes")
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(st.sampled_from("abcdefgh"), told, max_size=8),
    st.lists(st.tuples(st.lists(one_paper, max_size=2), st.booleans(), names), max_size=6),
)
def test_any_row_of_changes_gives_the_index_made_of_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    library: dict[str, Told],
    changes: list[tuple[list[tuple[str, Told]], bool, dict[str, str]]],
) -> None:
    memory, folder = Memory(), tmp_path_factory.mktemp("noted")
    papers = {ident: _paper(ident, said) for ident, said in library.items()}
    tags = {ident: said.topics for ident, said in library.items()}
    for edits, turned, named in [([], False, {}), *changes]:
        for ident, said in edits:
            if papers.get(ident) == _paper(ident, said):
                papers = {key: each for key, each in papers.items() if key != ident}
            else:
                papers = {**papers, ident: _paper(ident, said)}
            tags = {**tags, ident: said.topics}
        if turned:
            papers = dict(reversed(papers.items()))
        asked = Given(papers, tags, named)
        _check(search.recalled(_kept(folder)), asked)
        _check(memory, asked)
        if not turned:  # else it was not noted, and the next is made from an older one
            memory.note(_kept(folder))


def _library(papers: tuple[Paper, ...]) -> Given:
    """Return papers without topics."""
    return Given({paper.id: paper for paper in papers}, {}, {})


def test_an_edit_leaves_most_files_the_very_same(papers: tuple[Paper, ...]) -> None:
    memory = Memory()
    before = _check(memory, _library(papers))
    edited = replace(papers[5], abstract=papers[5].abstract.replace(" the ", " zebra ", 1))
    after = _check(memory, _library((*papers[:5], edited, *papers[6:])))
    others = [path for path, script in after.items() if before.get(path) is not script]
    assert search.TABLES in others
    assert len(others) < len(after) / 4
    assert all(before.get(path) != after[path] for path in others)
    again = _check(memory, _library((*papers[:5], edited, *papers[6:])))
    assert all(after[path] is script for path, script in again.items())


def test_a_paper_that_is_told_anew_and_equal_changes_nothing(papers: tuple[Paper, ...]) -> None:
    memory = Memory()
    before = _check(memory, _library(papers))
    told_anew = tuple(replace(each, sources=()) for each in papers)
    after = _check(memory, _library(told_anew))
    assert all(before[path] is script for path, script in after.items())


def test_an_edit_after_what_was_noted_makes_few_scripts(
    papers: tuple[Paper, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    _check(memory, _library(papers))
    memory.note(_kept(tmp_path))
    made: list[str] = []

    def noting(name: str, value: object) -> str:
        made.append(name)
        return script(name, value)

    monkeypatch.setattr("sitegen.search.edition.script", noting)
    edited = replace(papers[5], abstract=papers[5].abstract.replace(" the ", " zebra ", 1))
    given = _library((*papers[:5], edited, *papers[6:]))
    found = search.indexed(given, search.recalled(_kept(tmp_path)))
    assert 3 <= len(made) < len(found) / 4
    assert [*found.items()] == [*_fresh(given).items()]


def test_what_a_few_edits_changed_is_not_noted(papers: tuple[Paper, ...], tmp_path: Path) -> None:
    papers = papers[:60]
    _note(_library(papers), tmp_path)
    for many, due in ((0, False), (1, False), (8, False), (9, True), (30, True)):
        edited = [replace(each, links=Links(doi=f"10.1/{each.id}")) for each in papers[:many]]
        memory = search.recalled(_kept(tmp_path))
        _check(memory, _library((*edited, *papers[many:])))
        assert memory.due(_kept(tmp_path)) == due
    (tmp_path / "scripts").unlink()
    memory = search.recalled(_kept(tmp_path))
    _check(memory, _library(papers))
    assert memory.due(_kept(tmp_path))


def test_other_weights_are_noted(papers: tuple[Paper, ...], tmp_path: Path) -> None:
    _note(_library(papers[:60]), tmp_path)
    memory = search.recalled(_kept(tmp_path))
    longer = replace(papers[0], abstract=" ".join(each.abstract for each in papers[:60]))
    _check(memory, _library((longer, *papers[1:60])))
    assert memory.due(_kept(tmp_path))


def _told(folder: Path) -> dict[str, bytes]:
    """Return what is noted in a folder."""
    return {name: (folder / name).read_bytes() for name in ("terms", "scripts")}


def _note(given: Given, folder: Path) -> dict[str, bytes]:
    """Note an index, made from what is noted, and return what is noted then."""
    folder.mkdir(exist_ok=True)
    memory = search.recalled(_kept(folder))
    _check(memory, given)
    memory.note(_kept(folder))
    return _told(folder)


@pytest.mark.parametrize("name", ["terms", "scripts"])
@pytest.mark.parametrize("harm", [b"", b"sitegen 1\nx", b"\xff"])
def test_a_note_that_is_damaged_is_made_anew(
    papers: tuple[Paper, ...], tmp_path: Path, name: str, harm: bytes
) -> None:
    whole = _note(_library(papers[:20]), tmp_path)
    (tmp_path / name).write_bytes(harm)
    assert _note(_library(papers[:20]), tmp_path) == whole


def test_scripts_of_another_edition_are_not_taken_for_its_own(
    papers: tuple[Paper, ...], tmp_path: Path
) -> None:
    whole = _note(_library(papers[:20]), tmp_path)
    other = _note(_library(papers[1:21]), tmp_path / "other")
    (tmp_path / "scripts").write_bytes(other["scripts"])
    assert _note(_library(papers[:20]), tmp_path) == whole


def test_a_topic_that_is_not_known_is_left_out() -> None:
    found = paper("a", "On graphs")
    with_it, without = (
        search.indexed(Given({"a": found}, {"a": slugs}, {"graphs": "Graphs"}), Memory())
        for slugs in (("graphs", "gone"), ("graphs",))
    )
    assert with_it == without


def test_what_is_not_to_be_held_is_not(papers: tuple[Paper, ...]) -> None:
    memory = Memory()
    search.indexed(_library(papers), memory)
    assert not memory.lasts
    search.indexed(_library(papers), memory, holds=True)
    assert memory.lasts
