"""`papers`: what is one paper, what its id and slug are, what its records leave to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from making import record
from sitegen import papers, prose, text
from sitegen.model import Record, Source


def test_one_source_writes_mathematics_as_tex_another_as_it_reads() -> None:
    told = [record(r"On $\alpha$ and na\"{\i}ve rules", r"It has $\ell_2$ norms.", "a.txt:1")]
    told.append(record("On α and naïve rules", prose.plain(told[0].abstract), "b.txt:1"))
    merged, _ = papers.merge(told)
    assert [len(paper.sources) for paper in merged] == [2]
    assert papers.merge([*told, told[0]])[0] == merged


def test_where_a_paper_was_read_does_not_decide_what_is_told_of_it() -> None:
    fields = (
        {"authors": ("Ada",), "venue": "ICML"},
        {"authors": ("Ada", "Emmy"), "published": "2024"},
    )
    titles = ("A title", "A Title")
    found = []
    for places in (("a.txt:1", "b.txt:1"), ("b.txt:9", "a.txt:3")):
        given = zip(titles, places, fields, strict=True)
        (paper,), _ = papers.merge(
            replace(record(title, "It says.", at), **told) for title, at, told in given
        )
        found.append(replace(paper, sources=()))
    assert found[0] == found[1]
    assert (found[0].authors, found[0].venue, found[0].published) == (
        ("Ada", "Emmy"),
        "ICML",
        "2024",
    )


def test_the_same_title_and_abstract_is_one_paper_with_both_places() -> None:
    twice = [record("A Title", "It says.", "b.txt:7"), record("a  title", "It SAYS", "a.txt:3")]
    merged, problems = papers.merge(twice)
    assert [paper.sources for paper in merged] == [(Source("a.txt", 3), Source("b.txt", 7))]
    assert merged[0].title == "A Title"
    assert problems == []


def test_papers_and_the_places_of_each_are_in_order() -> None:
    places = ["b.txt:7", "a.txt:30", "c.txt:1", "a.txt:4", "b.txt:6"]
    told = [record("Same", "It says.", at) for at in places]
    told += [replace(record(title), id=ident) for title, ident in (("b", "x"), ("A", "y"))]
    merged, _ = papers.merge(told)
    assert [paper.title for paper in merged] == ["A", "b", "Same"]
    assert [str(place) for place in merged[2].sources] == [
        "a.txt:4", "a.txt:30", "b.txt:6", "b.txt:7", "c.txt:1",
    ]  # fmt: skip


def test_the_path_of_a_paper_is_that_of_its_title_as_it_reads() -> None:
    (merged,), _ = papers.merge([record(r"On $\alpha$ and na\"{\i}ve rules")])
    assert merged.slug == "on-α-and-naive-rules"


def test_the_id_of_a_paper_that_was_given_none_stays_what_it_was() -> None:
    (merged,), _ = papers.merge([record("A Title", "It says.")])
    assert merged.id == "74864b836f5e"


@pytest.mark.parametrize("part", ["title", "abstract"])
def test_a_text_that_reorders_what_is_around_it_is_told(part: str) -> None:
    texts = {"title": "A", "abstract": "B", part: "a\u202eb"}
    _, (problem,) = papers.merge([record(**texts)])
    assert (problem.where, "reorder" in problem.what) == ("a.txt:1", True)


def test_the_same_title_with_another_abstract_makes_variants() -> None:
    merged, problems = papers.merge([record("A", "One."), record("A", "Two.", "a.txt:9")])
    first, second = merged
    assert (first.variants, second.variants) == ((second.id,), (first.id,))
    assert [problem.where for problem in problems] == ["a.txt:9"]
    assert {paper.slug for paper in merged} == {
        "a",
        f"a-{text.digest(max(first.id, second.id), 4)}",
    }


def test_a_list_of_people_that_repeats_itself_is_taken_once() -> None:
    lists = (("A", "B", "A", "B"), ("A", "A"), ("A", "B", "A"), ("A",), ())
    records = [replace(record(str(at)), authors=people) for at, people in enumerate(lists)]
    merged = {paper.title: paper.authors for paper in papers.merge(records)[0]}
    assert [merged[str(at)] for at in range(5)] == [
        ("A", "B"),
        ("A",),
        ("A", "B", "A"),
        ("A",),
        (),
    ]


def test_the_same_id_with_other_content_keeps_both() -> None:
    one, two = (replace(record(title), id="x") for title in ("A", "B"))
    merged, problems = papers.merge([one, two])
    assert len({paper.id for paper in merged}) == 2
    assert "x" in {paper.id for paper in merged}
    assert [problem.severity for problem in problems] == ["warning"]
    assert papers.merge([two, one])[0] == merged


def test_merged_records_keep_the_smallest_id_and_fill_each_other_up() -> None:
    one = replace(record("A", at="a.txt:1"), id="x2", venue="ICML", keywords=("Sparsity",))
    two = replace(record("A", at="b.txt:1"), id="x1", authors=("Ada L",), venue="NeurIPS")
    (paper,) = papers.merge([two, one])[0]
    # The record with the most people comes first.
    assert (paper.id, paper.venue, paper.authors) == ("x1", "NeurIPS", ("Ada L",))
    assert paper.keywords == ("Sparsity",)


def test_a_renamed_id_never_takes_one_that_was_given() -> None:
    first, second = sorted(
        (replace(record(title), id="x") for title in ("A", "B")),
        key=lambda one: papers.content_id(one.title, one.abstract),
    )
    clash = f"x-{papers.content_id(second.title, second.abstract)}"
    third = replace(record("C"), id=clash)
    merged, _ = papers.merge([first, second, third])
    assert len({paper.id for paper in merged}) == 3


def test_a_title_that_reads_as_nothing_is_reported() -> None:
    merged, problems = papers.merge([record(r"{\em }"), record("A")])
    assert [paper.title for paper in merged] == ["A"]
    assert [problem.what for problem in problems] == [r"the title reads as nothing: {\em }"]


def test_names_that_are_written_in_html_are_read() -> None:
    told = replace(
        record("A"), authors=("Jos&eacute; M.", "A &amp; B <i>Lab</i>"), venue="R&amp;D"
    )
    (paper,), _ = papers.merge([told])
    assert (paper.authors, paper.venue) == (("José M.", "A & B Lab"), "R&D")


def test_names_that_are_written_in_tex_are_read() -> None:
    told = replace(
        record("A"),
        authors=(r"Schr{\"o}dinger, Erwin", r"{\AA}ngstr{\"o}m, A.", "O_1 *B*", "\\", "{The Lab}"),
        venue=r"Proc.\ of the North {A}merican Chapter at Gda{\'n}sk \& Co",
    )
    (paper,), _ = papers.merge([told])
    assert paper.authors == ("Erwin Schrödinger", "A. Ångström", "O_1 *B*", "\\", "The Lab")
    assert paper.venue == "Proc. of the North American Chapter at Gdańsk & Co"


def test_texts_without_a_word_are_not_thrown_together() -> None:
    assert len(papers.merge([record("!!!", "…"), record("???", "—")])[0]) == 2


RECORDS = st.lists(
    st.builds(
        Record,
        title=st.sampled_from(["A", "a!", "B", "CON", "图", "!!"]),
        abstract=st.sampled_from(["One.", "one", "Two."]),
        source=st.builds(Source, st.sampled_from(["a", "b"]), st.integers(1, 9)),
        id=st.sampled_from([None, "x", "y"]),
        venue=st.sampled_from([None, "V", "W"]),
    ),
    max_size=8,
    unique_by=lambda one: one.source,
)


@given(RECORDS, st.randoms())
def test_order_decides_nothing_and_nothing_is_lost(records: list[Record], chance: object) -> None:
    merged, problems = papers.merge(records)
    shuffled = list(records)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert papers.merge(shuffled)[0] == merged
    assert {s for paper in merged for s in paper.sources} == {one.source for one in records}
    assert len({paper.id for paper in merged}) == len(merged)
    assert len({paper.slug.casefold() for paper in merged}) == len(merged)
    assert all(problem.where for problem in problems)


def test_a_hashed_slug_never_takes_a_title_of_its_own() -> None:
    hashed = f"a-{text.digest('y', 4)}"
    given_slugs = text.slugs({"x": "A", "y": "A", "z": hashed})
    assert given_slugs["x"] == "a"
    assert given_slugs["z"] == hashed
    assert len(set(given_slugs.values())) == 3
