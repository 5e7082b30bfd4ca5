"""`papers.difference`: after any changes the papers are those that the records alone make."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from making import record
from sitegen import papers
from sitegen.cache import again
from sitegen.model import Record

# Clashes of each kind: ids given twice, titles and abstracts shared, what an id is a digest of.
IDS = [None, "a", "b", "c", papers.content_id("Graphs", "It says."), "a-" + "0" * 12]
TITLES = ["Graphs", "graphs!", "Sparse Graphs", "A $", "\u202eTurned", "Trees", "Lakes"]
ABSTRACTS = ["It says.", "It SAYS", "It says more.", "We do.", "\u202eturned"]


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    again.turn(holds=False)
    again.forget()


def told(ident: str | None, title: str, abstract: str, line: int) -> Record:
    return replace(record(title, abstract, f"a.txt:{line + 1}"), id=ident)


RECORDS = st.builds(
    told,
    st.sampled_from(IDS),
    st.sampled_from(TITLES),
    st.sampled_from(ABSTRACTS),
    st.integers(0, 9),
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(
            ["abstract", "title", "id", "authors", "line", "added", "removed", "again", "all"]
        ),
        st.integers(0, 99),
        RECORDS,
    ),
    min_size=1,
    max_size=8,
)


def changed(records: list[Record], kind: str, at: int, other: Record) -> list[Record]:
    """Return records after a change; those that stay are the same values."""
    place = at % len(records)
    old, found = records[place], [*records]
    if kind == "added":
        return [*found[:place], other, *found[place:]]
    if kind == "removed" and len(found) > 1:
        return [*found[:place], *found[place + 1 :]]
    if kind == "again":
        return [*map(replace, found[:place]), other, *map(replace, found[place + 1 :])]
    if kind == "all":
        return [replace(each) for each in reversed(found)]
    fields = {"authors": ("Ada", "Emmy")[at % 2 :], "line": None}
    if kind == "line":
        found[place] = replace(old, source=other.source)
    elif kind in fields:
        found[place] = replace(old, **{kind: fields[kind]})
    elif kind != "removed":
        found[place] = replace(old, **{kind: getattr(other, kind)})
    return found


@given(st.lists(RECORDS, min_size=1, max_size=9), CHANGES)
def test_after_builds_in_a_row_the_papers_are_those_of_a_stranger(
    records: list[Record], changes: list[tuple[str, int, Record]]
) -> None:
    again.forget()
    states = [records]
    for change in changes:
        states.append(changed(states[-1], *change))
    found = []
    for state in states:
        again.turn(holds=True)
        found.append(papers.merge(state))
    again.turn(holds=False)
    assert found == [papers.merge(state) for state in states]


def test_only_the_paper_of_an_edited_record_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [told(f"p{at}", f"Title {at}", "It says.", at) for at in range(9)]
    again.turn(holds=True)
    before, _ = papers.merge(records)
    records[4] = told("p4", "Title 4", "It says more.", 4)
    again.turn(holds=True)
    monkeypatch.setattr(papers, "_afresh", lambda _: pytest.fail("all papers are made anew"))
    after, _ = papers.merge(records)
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1
    assert after[4].abstract == "It says more."


@pytest.mark.parametrize("named", [False, True])
def test_papers_of_a_file_that_was_read_again_stay_the_very_same_but_the_edited(
    *, named: bool
) -> None:
    found = []
    for says in "It says.", "It says more.":
        again.turn(holds=True)
        texts = ["It says."] * 4 + [says] + ["It says."] * 4
        read = [
            told(f"p{at}" if named else None, f"Title {at}", each, at)
            for at, each in enumerate(texts)
        ]
        found.append(papers.merge(read)[0])
    pairs = zip(*found, strict=True)
    assert [one is other for one, other in pairs] == [True] * 4 + [False] + [True] * 4
    assert found[1][4].abstract == "It says more."
