"""`search.revision`: an index that was brought up to date is the one made anew."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper
from sitegen import search
from sitegen.cache import Lines
from sitegen.model import Paper
from sitegen.search import ledger
from sitegen.search.documents import FIELDS, Document
from sitegen.search.edition import Given
from sitegen.search.inversion import index
from sitegen.search.patches import patched
from sitegen.search.postings import Index, Posting
from sitegen.search.terms import written
from sitegen.search.weights import weights

WORDS = (
    "graph",
    "Graphs",
    "graphing",
    "in-context",
    "GPT-4",
    "C++",
    "the",
    "图神经",
    "zebra",
    "É",
    "x",
    "$x$",
    r"\emph{graph}",
)
"""Words that share terms or plain forms, stop words, and other scripts."""

Library = Mapping[str, tuple[str, str]]

text = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
steps = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(text, text), max_size=8),
    min_size=2,
    max_size=5,
)


def _papers(library: Library) -> list[Paper]:
    """Return papers with titles and abstracts, by their ids."""
    return [
        replace(paper(ident, title or "Untitled"), abstract=abstract, slug=ident)
        for ident, (title, abstract) in library.items()
    ]


def _files(papers: list[Paper], kept: Path | None) -> dict[str, str]:
    """Return the files of a search index, made from what is kept of the last, if anything is."""
    if kept is None:
        return dict(search.files(papers, {}, {}))
    lines = Lines(kept, "1"), Lines(kept.with_name("scripts"), "1")
    known = search.recalled(lines)
    made = search.indexed(Given({paper.id: paper for paper in papers}, {}, {}), known)
    known.note(lines)
    return {path: script.decode() for path, script in made.items()}


@settings(max_examples=60)
@given(steps)
def test_any_row_of_changes_gives_the_index_made_anew(libraries: list[Library]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "terms"
        for library in libraries:
            papers = _papers(library)
            assert _files(papers, kept) == _files(papers, None)


def test_forms_that_are_only_said_together_are_kept_so(tmp_path: Path) -> None:
    library = {"a": ("One", "zebra zebras"), "b": ("Two", "graph")}
    said = {"a": ("One", "zebra zebras"), "b": ("Two", "graph zebra")}
    for step in (library, {**library, "b": ("Two", "graphs")}, said, library, said):
        papers = _papers(step)
        assert _files(papers, tmp_path / "terms") == _files(papers, None)


def _posting(documents: list[str]) -> Posting:
    """Return the posting of a word that documents say in several forms, patched once."""
    told = [Document("", "", "", "", each) for each in documents]
    found = index([*enumerate(told)]).postings.get("graph", Posting())
    return patched(found, {0}, Posting())


@given(st.lists(text, min_size=1, max_size=6))
def test_a_posting_is_read_as_it_was_noted(documents: list[str]) -> None:
    posting = _posting(documents)
    if posting.forms:
        weighed = weights([100] * len(FIELDS), 10)
        line = ledger.line(written("graph", posting, weighed), posting)
        read = ledger.posting(line)
        assert (read.forms, read.wordings) == (posting.forms, posting.wordings)
        assert [*map(list, read.places)] == [*map(list, posting.places)]
        assert ledger.term(line) == written("graph", posting, weighed)


def _edited(papers: tuple[Paper, ...]) -> list[Paper]:
    """Return papers of which one says a word more, one a word less, and one is no more."""
    found = [*papers]
    found[3] = replace(found[3], abstract=f"{found[3].abstract} Zebras!")
    found[9] = replace(found[9], abstract=found[9].abstract.replace(" the ", " ", 1))
    del found[20]
    return found


def test_an_edited_library_is_that_made_anew(papers: tuple[Paper, ...], tmp_path: Path) -> None:
    _files([*papers], tmp_path / "terms")
    edited = _edited(papers)
    assert _files(edited, tmp_path / "terms") == _files(edited, None)
    assert _files(edited, tmp_path / "terms") == _files(edited, None)


def test_a_library_that_outgrows_its_figures_is_weighed_anew(
    papers: tuple[Paper, ...], tmp_path: Path
) -> None:
    _files([*papers[:100]], tmp_path / "terms")
    assert _files([*papers[:120]], tmp_path / "terms") == _files([*papers[:120]], None)


def test_only_what_changed_is_counted(
    papers: tuple[Paper, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _files([*papers], tmp_path / "terms")
    counted: list[Document] = []

    def noting(documents: Iterable[tuple[int, Document]]) -> Index:
        each = list(documents)
        counted.extend(document for _, document in each)
        return index(each)

    monkeypatch.setattr("sitegen.search.inversion.index", noting)
    _files([*papers], tmp_path / "terms")
    assert counted == []
    edited = [replace(papers[0], abstract="Zebras."), *papers[1:]]
    _files(edited, tmp_path / "terms")
    assert [each.abstract for each in counted] == ["Zebras.", papers[0].abstract]
