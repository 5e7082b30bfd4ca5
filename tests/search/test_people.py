"""People beyond those that a result shows, and beyond those that filters offer."""

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site

pytestmark = pytest.mark.browser


def test_an_author_whom_no_filter_offers_is_looked_for_by_name(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    papers = [paper(f"p{at}", f"Graph {at}", authors=("Ada Lovelace",)) for at in range(3)]
    papers.append(paper("one", "Graph network", authors=("Grace Hopper", "Lovelace Ada")))
    folder = publish(site(papers), tmp_path_factory.mktemp("named"))
    tab = reader.open(folder.as_uri() + "/", "search.html?q=graph&author=Grace+Hopper")
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(1)
    expect(tab.locator("#facets-chosen")).to_contain_text("Grace Hopper")
    expect(tab.locator("#q")).to_have_value("graph")
    tab.locator("#q").fill('"graph network')  # its end is yet to be typed
    expect(tab.locator("#results-status")).to_contain_text("1 paper with the phrases")
    tab.locator("#q").fill("graph netwo")
    expect(tab.locator("#results-status")).to_contain_text("1 paper with the phrase. ")
    expect(tab.locator("#results h2 mark")).to_have_text(["Graph", "network"])


def test_an_author_of_no_paper_can_be_left_out(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site([paper("one", "Graph network")]), tmp_path_factory.mktemp("nobody"))
    tab = reader.open(folder.as_uri() + "/", "search.html?q=graph&author=Nobody")
    tab.get_by_role("link", name="without the filters").click()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(1)
    expect(tab.locator("#facets-chosen")).to_be_hidden()


def test_people_who_are_not_shown_are_marked_where_they_are_left_out(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = (*(f"Person {name}" for name in ("Ash", "Birch", "Cedar", "Elm", "Fir")), "Ann Oak")
    papers = [paper("many", authors=people), paper("one", authors=("Ann Oak",))]
    folder = publish(site(papers), tmp_path_factory.mktemp("beyond"))
    tab = reader.open(folder.as_uri() + "/", "search.html?q=oak")
    by = tab.locator("#results li > div")
    expect(by).to_have_count(2)
    marked = {text for one in by.all() for text in one.locator("mark").all_inner_texts()}
    assert marked == {"Oak", "and 2\u00a0more"}
