"""`importers.foreign`: other formats are known for what they are, and no dump is taken for one."""

from pathlib import Path

import pytest

from sitegen.importers import dump, foreign, importer_for

SEEDS = Path(__file__).parents[2] / "seeds"
ABSTRACT = "We study sparse things at length and report what was found. " * 7
FILES = {
    "BibTeX": ["% Zotero", "@article{a,", "  title = {A},", f"  abstract = {{{ABSTRACT}}},"],
    "RIS": ["Provider: Elsevier", "TY  - JOUR", "AU  - Lovelace, Ada", f"AB  - {ABSTRACT}"],
    "PubMed’s format": ["", "PMID- 12345", "TI  - A", f"AB  - {ABSTRACT}"],
    "Web of Science’s plain text": ["FN Clarivate Analytics Web of Science", "PT J", ABSTRACT],
    "EndNote’s format": ["%0 Journal Article", "%T A", f"%X {ABSTRACT}"],
    "XML": ['<?xml version="1.0"?>', "<title>A</title>", ABSTRACT],
    "HTML, not like the page’s text": ["<!-- saved -->", "<html>", "Daily Papers", "A", ABSTRACT],
    "a table, such as CSV": ["PT\tAU\tTI\tAB\tPY", "J", f"Lovelace\tA\t{ABSTRACT}"],
    "named fields, as listings of arXiv and YAML have them": [
        "Computer Science > Machine Learning",
        "[1] arXiv:2505.08803 [pdf, html, other]",
        "Title: A",
        "Subjects: Machine Learning (cs.LG)",
        ABSTRACT,
    ],
    "the page of one paper": [
        "Papers",
        "A",
        "Authors:",
        "Ada Lovelace",
        ",",
        "Abstract",
        ABSTRACT,
    ],
    "Markdown": ["Reading notes", "## A", "", ABSTRACT],
}


@pytest.mark.parametrize("name", FILES)
def test_no_line_of_another_format_becomes_a_title(name: str) -> None:
    kind = foreign.known(FILES[name])
    assert kind
    assert kind.name == name
    assert importer_for(FILES[name]) is None


@pytest.mark.parametrize(
    "line", ["---", "title: A", "- title: A", "Title", '"Key","Title","Abstract Note"']
)
def test_fields_are_known_however_they_are_written(line: str) -> None:
    assert foreign.known([line, "A", ABSTRACT])
    assert importer_for([line, "A", ABSTRACT]) is None


def test_what_a_dump_says_is_nothing_foreign() -> None:
    said = ["#1 Paper of the day", "Entitled: a study", "[1] A", "@ada (Ada)"]
    assert [foreign.known([line, ABSTRACT]) for line in said] == [None] * 4
    for path in SEEDS.glob("*.txt"):
        assert foreign.known(path.read_text("utf-8").splitlines()[:60]) is None


def test_the_banner_of_the_page_counts_more_than_what_a_heading_looks_like() -> None:
    assert dump.recognises(["Daily Papers", "## A", ABSTRACT])
