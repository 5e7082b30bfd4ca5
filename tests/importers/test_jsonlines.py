"""`importers.jsonlines`: fields, malformed lines, unknown fields."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exported import paper, read
from sitegen.errors import warning
from sitegen.importers import jsonlines
from sitegen.importers.lines import Line
from sitegen.model import Record, Source


def test_every_field_arrives() -> None:
    line = paper(
        id="x1", venue="ICML", url="https://a.b", pdf="https://a.b/p.pdf", code="https://g.h",
        doi="10.1/2", arxiv_id="2401.00001", authors=["Ada L", " "], keywords=["k"], year=2024,
    )  # fmt: skip
    ((record,), problems) = read(line)
    assert record == Record(
        "A Title", "It says.", Source("p.jsonl", 1), "x1", ("Ada L",), ("k",), "ICML", "2024",
        "https://a.b", "https://a.b/p.pdf", "https://g.h", "10.1/2", "2401.00001",
    )  # fmt: skip
    assert problems == []


def test_a_title_and_an_abstract_that_were_cells_of_a_table() -> None:
    ((record,), problems) = read(paper(title='"Maps, Again"', abstract='"We say ""so""."'))
    assert (record.title, record.abstract) == ("Maps, Again", 'We say "so".')
    assert problems == []
    (records, (problem,)) = read(paper(abstract='""'))
    assert not records
    assert problem.what == "'abstract' is empty"


def test_the_heading_of_an_abstract_is_no_part_of_it() -> None:
    ((record,), _) = read(paper(abstract='"Abstract. It says."'))
    assert record.abstract == "It says."


def test_utf_8_that_was_misread_is_read_again_in_every_field() -> None:
    wrong, right = "JosÃ©â\x80\x99s", "José’s"
    line = paper(title=wrong, abstract=wrong, venue=wrong, authors=[wrong], keywords=[wrong])
    ((record,), _) = read(line)
    assert (record.title, record.abstract, record.venue) == (right, right, right)
    assert (record.authors, record.keywords) == ((right,), (right,))
    ((listed,), _) = read(paper(authors="CandÃ¨s, E.; Caron, S.", keywords="naÃ¯ve; b"))
    assert (listed.authors, listed.keywords) == (("Candès, E.", "Caron, S."), ("naïve", "b"))


def test_lines_that_are_no_paper_are_reported_and_the_rest_is_read() -> None:
    lines = {
        "not json": "is not JSON: Expecting value, character 1",
        "[1]": "is not a JSON object",
        "{}": "has no 'title'",
        paper(title=3): "'title' is not a string",
        paper(title=" "): "'title' is empty",
        paper(abstract=" "): "'abstract' is empty",
        "NaN": "is not JSON: NaN",
        "[" * 100_000: "is nested too deeply",
        '{"title": NaN, "abstract": "x"}': "is not JSON: NaN",
        '{"title": ' + "1" * 5000 + "}": "is not JSON: Exceeds the limit",
    }
    records, problems = read(*lines, "", paper())
    assert [record.source.line for record in records] == [len(lines) + 2]
    for number, (problem, said) in enumerate(zip(problems, lines.values(), strict=True), 1):
        assert (problem.severity, problem.where) == ("warning", f"p.jsonl:{number}")
        assert problem.what.startswith(said)


def test_a_line_that_can_not_be_read_is_told_and_the_rest_is_read() -> None:
    lines = [Line(7, "", "byte 3 is not UTF-8"), Line(8, paper())]
    fault, record = jsonlines.records("p.jsonl", lines)
    assert fault == warning("p.jsonl:7", "byte 3 is not UTF-8", "the line is left out")
    assert isinstance(record, Record)


def test_a_malformed_optional_field_costs_the_field_alone() -> None:
    records, problems = read(paper(venue=["ICML"], authors="Ada", year="24", keywords=[1]))
    assert records[0].title == "A Title"
    assert [problem.what for problem in problems] == [
        "'venue' is not a string",
        "'authors' is not a list of strings",
        "'keywords' is not a list of strings",
        "neither 'published' nor 'year' is a date such as 2024-05-31 or 2024",
    ]


@pytest.mark.parametrize("key", ["authors", "keywords"])
def test_a_string_in_the_place_of_a_list_is_told_how_it_would_be_one(key: str) -> None:
    hint = "the field is left out; a string needs ; between them"
    assert [each.hint for each in read(paper(**{key: "Ada Lovelace, Alan Turing"}))[1]] == [hint]
    assert [each.hint for each in read(paper(**{key: [1]}))[1]] == ["the field is left out"]


@pytest.mark.parametrize("nothing", ["", None])
def test_an_optional_field_that_is_empty_is_no_fault(nothing: str | None) -> None:
    empty = dict.fromkeys(("venue", "authors", "keywords", "published", "id", "doi"), nothing)
    _, problems = read(paper(**empty))
    assert problems == []


def test_authors_and_keywords_are_read_as_other_exports_write_them() -> None:
    records, problems = read(
        paper(authors=[{"authorId": "1", "name": "Ada L"}], keywords="deep learning; NLP"),
        paper(authors="A. Vaswani; N. Shazeer"),
    )
    assert [(record.authors, record.keywords) for record in records] == [
        (("Ada L",), ("deep learning", "NLP")),
        (("A. Vaswani", "N. Shazeer"), ()),
    ]
    assert problems == []


def test_unknown_fields_are_ignored_and_counted() -> None:
    _, problems = read(paper(score=1), paper(score=2, extra=None))
    assert [(p.severity, p.where, p.what) for p in problems] == [
        ("note", "p.jsonl:2", "unknown field 'extra' was ignored once"),
        ("note", "p.jsonl:1", "unknown field 'score' was ignored 2 times"),
    ]


def test_a_field_that_is_misspelt_is_not_lost_without_a_word() -> None:
    _, problems = read(
        paper(author=["A B"], URL="https://a.org", arxivId="2401.00001", keyword="a", Year=2024),
        paper(year=2024, authors_parsed=[], publisher="ACM", n_author=1, _id="x"),
    )
    told = [(p.where, p.hint) for p in problems if p.severity == "warning"]
    assert told == [
        ("p.jsonl:1", "did you mean 'url'?"),
        ("p.jsonl:1", "did you mean 'arxiv_id'?"),
        ("p.jsonl:1", "did you mean 'authors'?"),
        ("p.jsonl:1", "did you mean 'keywords'?"),
    ]
    assert [p.severity for p in problems].count("note") == 5


def test_a_number_is_an_id() -> None:
    records, problems = read(paper(id=17), paper(id=True), paper(id=1.5))
    assert [record.id for record in records] == ["17", None, None]
    assert [problem.where for problem in problems] == ["p.jsonl:2", "p.jsonl:3"]


def test_an_array_is_not_one_paper_a_line() -> None:
    assert jsonlines.recognises(["", "[1]", paper()])
    assert not jsonlines.recognises(["", "[", paper() + ",", paper(), "]"])
    assert not jsonlines.recognises(["[" + paper() + ",", paper(), "]"])


@pytest.mark.parametrize(
    ("field", "missing"),
    [
        ("summary", "abstract"),
        ("Abstract", "abstract"),
        ("abstact", "abstract"),
        ("Title", "title"),
    ],
)
def test_a_field_that_explains_why_a_line_is_left_out_is_named(field: str, missing: str) -> None:
    entry = {"title": "A Title", "abstract": "It says.", "aim": "x"}
    entry[field] = entry.pop(missing)
    records, problems = read(json.dumps(entry))
    assert records == []
    assert [(problem.what, problem.hint) for problem in problems] == [
        (f"has no '{missing}'", f"the line is left out; it has '{field}'"),
        *((f"unknown field '{key}' was ignored once", "") for key in sorted((field, "aim"))),
    ]


def test_only_a_field_that_may_mean_the_same_is_hinted_at() -> None:
    _, problems = read(
        '{"title": "A", "score": "x"}',
        '{"title": "A", "summary": null}',
        '{"title": "A", "abstract": " ", "summary": "It says."}',
        '{"title": "A"}',
    )
    assert [problem.hint for problem in problems if problem.severity == "warning"] == [
        "the line is left out",
        "the line is left out",
        "the line is left out; it has 'summary'",
        "the line is left out",
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        *("N/A", "NA", "n/a.", "null", "NaN", "None", "-", "—", "..."),
        *("Abstract not available", "[No abstract available]", "Abstract: N/A"),
    ],
)
def test_an_abstract_that_stands_for_none_is_none(nothing: str) -> None:
    records, problems = read(paper(abstract=nothing))
    assert records == []
    assert [problem.what for problem in problems] == ["'abstract' is empty"]


@pytest.mark.parametrize(
    "abstract", ["None of us knows.", "No.", "Na⁺", "Abstracts: N/A is a value."]
)
def test_an_abstract_that_says_a_little_is_one(abstract: str) -> None:
    records, problems = read(paper(title="N/A", abstract=abstract))
    assert [(record.title, record.abstract) for record in records] == [("N/A", abstract)]
    assert problems == []


def test_a_field_given_twice_is_reported() -> None:
    records, problems = read('{"title": "A", "title": "B", "abstract": "It says."}')
    assert [record.title for record in records] == ["B"]
    assert [problem.what for problem in problems] == ["'title' stands more than once"]


def test_lone_surrogates_and_nul_do_not_survive() -> None:
    records, _ = read('{"title": "a\\ud800b\\u0000c", "abstract": "x\\ud800"}')
    assert (records[0].title, records[0].abstract) == ("abc", "x")


def test_a_comma_or_a_second_paper_behind_the_first_is_told_with_what_to_do() -> None:
    records, problems = read(paper() + ",", paper() + paper(), paper()[:-1])
    assert records == []
    hint = "the line is left out; a line holds one object and nothing behind it"
    assert [problem.hint for problem in problems] == [hint, hint, "the line is left out"]


@given(st.text(max_size=300))
def test_any_line_is_read_without_a_fault(line: str) -> None:
    records, problems = read(line)
    assert len(records) + len(problems) >= bool(line.strip())


def test_recognised_by_an_object() -> None:
    assert jsonlines.recognises(["", ' {"title": 1'])
    assert jsonlines.recognises(["broken", '{"title": "A"}'])
    assert not jsonlines.recognises(["{\\em Title}"])
    assert not jsonlines.recognises(["A Title"])
