"""Citations as they are typed: a year means its papers, *et al.* and a blank nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site
from scripting import Node
from sitegen import search

Find = Callable[[str], Any]

LIBRARY = (
    paper("hers", "Graphs", authors=("Ada Lovelace", "Emmy Noether"), published="2025-03"),
    paper("earlier", "Graphs again", authors=("Ada Lovelace",), published="2024"),
    paper("says", "The contest of 2025", authors=("Ann Oak",), published="2021"),
    paper("same-year", "Rivers", authors=("Ann Elm",), published="2025"),
    paper("close", "Seen in 2035", abstract="Wei and others, et al."),
    paper("undated", "Lovelace on birds", abstract="Of 2026."),
)  # fmt: skip


@pytest.fixture(scope="module")
def find(node: Node) -> Find:
    """Return what a query finds among the papers."""
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False}
    return lambda query: node("find.cjs", {**given, "queries": [query]})["answers"][0]


@pytest.mark.parametrize(
    "cited",
    [
        "Noether 2025", "Noether 2025 ", "Noether (2025)", "Noether, 2025.", "2025 Noether",
        "Noether et al. 2025", "Lovelace et al., 2025, graphs", "Lovelace & Noether (2025).",
        "Lovelace Et Al (2025) graphs",
    ],
)  # fmt: skip
def test_a_citation_finds_its_paper(find: Find, cited: str) -> None:
    answer = find(cited)
    assert (answer["hits"][0], answer["complete"]) == ("hers", 1)
    assert (answer["missing"], answer["guessed"]) == ([], [])


@pytest.mark.parametrize("query", ["2025", "2025 ", "(2025)", "2025,"])
def test_a_year_alone_lists_its_papers_and_those_that_say_it(find: Find, query: str) -> None:
    answer = find(query)
    assert answer["hits"][0] == "says"
    assert set(answer["hits"]) == {"says", "hers", "same-year"}
    assert answer["complete"] == len(answer["hits"])


def test_papers_of_a_year_come_before_those_that_mention_it(node: Node) -> None:
    library = [paper(f"of-{at}", f"On rivers {at}", published="2019") for at in range(3)]
    library += [
        paper(f"in-{at}", f"On lakes {at}", abstract="Since 2019 it rains.", published="2023")
        for at in range(3)
    ]
    library.append(paper("named", "A survey of 2019", published="2020"))
    given = {"files": dict(search.files(library, {}, {})), "similar": False}
    for query in ("2019", "２０１９", "2019's"):
        (answer,) = node("find.cjs", {**given, "queries": [query]})["answers"]
        assert [ident.split("-")[0] for ident in answer["hits"]] == [
            "named", "of", "of", "of", "in", "in", "in",
        ]  # fmt: skip


def test_words_that_are_left_out_alone_find_nothing(node: Node) -> None:
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False}
    # With the year the numbers of all papers are known.
    queries = ["Lovelace 2025", "of", "the ", "-on", "title: for", '"in"']
    first, *others = node("find.cjs", {**given, "queries": queries})["answers"]
    assert first["hits"]
    assert [answer["all"] for answer in others] == [0] * 5


def test_a_name_that_nobody_has_is_what_is_left_out(find: Find) -> None:
    assert find("Rivers author: graphs ")["without"] == "Rivers"


def test_of_the_year_alone_no_paper_is_listed_where_others_have_more(find: Find) -> None:
    assert set(find("Lovelace 2025 ")["hits"]) == {"hers", "earlier", "undated", "says"}
    assert set(find("xyzzyq 2025 ")["hits"]) == {"says", "hers", "same-year"}
    assert find("xyzzyq 2025 ")["without"] == "2025"


def test_a_year_with_a_minus_leaves_its_papers_out(find: Find) -> None:
    assert set(find("Lovelace -2025")["hits"]) == {"earlier", "undated"}


@pytest.mark.parametrize("query", ['"2025"', "title:2025 "])
def test_in_quotes_or_in_a_field_a_year_is_a_word(find: Find, query: str) -> None:
    assert find(query)["hits"] == ["says"]


@pytest.mark.parametrize("query", ["2036", "2036 ", "Lovelace 2036", "Lovelace 20355 "])
def test_no_number_stands_for_another(find: Find, query: str) -> None:
    answer = find(query)
    assert answer["guessed"] == []
    assert answer["missing"] == [query.rsplit(maxsplit=1)[-1]]
    assert answer["nearest"] is None
    assert "close" not in answer["hits"]


def test_years_load_one_file_more_and_other_texts_none(node: Node) -> None:
    files = dict(search.files(LIBRARY, {}, {}))
    (name,) = re.findall(r'"columns":"(\w+)"', files["search/tables.js"])

    def columns(query: str, *, similar: bool = False) -> int:
        given = {"files": files, "similar": similar, "queries": [query]}
        fetched: list[str] = node("find.cjs", given)["fetched"]
        return fetched.count(f"search/{name}.js")

    counts = [columns(query) for query in ("graphs 2025", "-2025 graphs", "graphs 202", '"2025"')]
    assert counts == [1, 1, 0, 0]
    assert columns("In 2025 graphs were seen again.", similar=True) == 0


def test_et_al_is_a_word_where_no_name_is_before_it(find: Find) -> None:
    assert find("et al ")["hits"] == ["close"]
    assert find('"Wei and others, et al"')["hits"] == ["close"]
    assert find("Wei et al ")["complete"] == 1


def test_what_is_offered_takes_et_al_along(find: Find) -> None:
    assert find("Xyzzyq et al. graphs")["without"] == "graphs"


FIELDS = {
    "author: Lovelace": {"hers", "earlier"},
    "Author:  Lovelace ": {"hers", "earlier"},
    'author: "Ada Lovelace"': {"hers", "earlier"},
    "graphs -title:again": {"hers"},
    "author: title:lovelace ": {"undated"},
    "lovelace author: ": {"hers", "earlier", "undated"},
    "lovelace -author: ": {"hers", "earlier", "undated"},
}


@pytest.mark.parametrize("query", FIELDS)
def test_a_blank_behind_a_field_is_nothing(find: Find, query: str) -> None:
    assert set(find(query)["hits"]) == FIELDS[query]


@pytest.mark.parametrize("query", ["year: 2025", "graphs year:  2025", 'year: "2025"'])
def test_a_blank_before_a_year_is_nothing(find: Find, query: str) -> None:
    assert find(query)["years"] == {"any": [[2025, 2025]], "none": []}


def test_of_years_with_a_blank_some_digits_are_no_word(find: Find) -> None:
    whole, part, none, left = map(
        find, ("graphs", "graphs year: 20", "graphs year: ", "year: -xyz")
    )
    assert whole["hits"] == part["hits"] == none["hits"]
    assert left["years"] is None


def test_a_field_that_loses_its_word_takes_no_other(find: Find) -> None:
    assert find("graphs author: xyzzyq 2025 birds")["without"] == "graphs 2025 birds"


@pytest.mark.parametrize("text", ["title: {}", "-title: {}", "title:{}"])
def test_who_names_a_field_pastes_nothing(find: Find, text: str) -> None:
    assert not find(text.format("大規模言語モデルを用いた対話システムの感情推定"))["isPasted"]


@pytest.mark.browser
def test_a_citation_is_told_and_marked_as_it_is_found(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(LIBRARY), tmp_path_factory.mktemp("cited"))
    tab = reader.open(folder.as_uri() + "/", "search.html?q=Noether+et+al.+(2025)")
    expect(tab.locator("#results-status")).to_have_text("2 papers, 1 with all the words.")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first.locator("div mark")).to_have_text(["Noether", "2025"])
    tab.locator("#q").fill("2025")
    expect(tab.locator("#results-status")).to_have_text("3 papers.")
    expect(tab.locator("#results li > div mark")).to_have_text(["2025", "2025"])
    tab.goto("index.html")
    tab.locator("#q").fill("2025")
    expect(tab.get_by_role("option").filter(has_text="Rivers").locator("mark")).to_have_text(
        "2025"
    )
