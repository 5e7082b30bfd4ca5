"""What a reader does: browse, search, come back; from disk and from a server below a path."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from browsing import Reader

pytestmark = pytest.mark.browser


def papers_on(phrase: str, site: Path) -> set[str]:
    """Return the ids of the papers whose title or abstract holds `phrase`, in any case."""
    lines = (site / "data" / "papers.jsonl").read_text("utf-8").split("\n")
    papers = [json.loads(line) for line in lines if line]
    texts = {paper["id"]: f"{paper['title']}\n{paper['abstract']}" for paper in papers}
    return {ident for ident, text in texts.items() if phrase in text.lower()}


def heading(tab: Tab) -> str:
    """Return the page's own heading."""
    return tab.locator("h1").inner_text()


def follow(tab: Tab, selector: str) -> str:
    """Follow the first link that matches, and return its text."""
    link = tab.locator(selector).first
    text = link.inner_text()
    link.click()
    tab.wait_for_load_state()
    return text


def test_from_home_to_a_topic_a_paper_and_a_related_paper(
    reader: Reader, either_site: str
) -> None:
    tab = reader.open(either_site)
    assert follow(tab, "main a[href*='topics/']") == heading(tab)
    assert follow(tab, "main a[href*='papers/']") == heading(tab)
    first = heading(tab)
    assert follow(tab, ".related .papers h3 a") == heading(tab) != first
    follow(tab, "header a[href$='index.html']")
    assert tab.url == f"{either_site}index.html"


def test_from_the_list_of_all_papers_to_one(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site)
    follow(tab, "header nav a[href$='papers.html']")
    assert follow(tab, "main a[href*='papers/']") == heading(tab)


def test_a_search_finds_papers_on_its_subject_first(
    reader: Reader, either_site: str, seed_site: Path
) -> None:
    tab = reader.open(either_site)
    tab.locator("#q").fill("sparse autoencoders")
    tab.locator("#q").press("Enter")
    expect(tab).to_have_url(f"{either_site}search.html?q=sparse+autoencoders")
    on_subject = papers_on("sparse autoencoder", seed_site)
    assert len(on_subject) > 2
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits.nth(len(on_subject) - 1)).to_be_visible()
    expect(tab.locator("#results-status")).to_have_text(re.compile(r"\d"))
    ids = [str(hit.get_attribute("data-paper-id")) for hit in hits.all()]
    assert set(ids[: len(on_subject)]) == on_subject
    assert follow(tab, "#results li[data-paper-id] a") == heading(tab)
    assert tab.locator("article[data-paper-id]").get_attribute("data-paper-id") == ids[0]
    tab.go_back()
    expect(tab.locator("#q")).to_have_value("sparse autoencoders")
    expect(hits.first).to_have_attribute("data-paper-id", ids[0])


def test_typing_updates_results_and_address_in_place(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "search.html")
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(0)
    tab.locator("#q").press_sequentially("gaussian process")
    expect(hits.first).to_contain_text("Gaussian", ignore_case=True)
    expect(tab).to_have_url(f"{either_site}search.html?q=gaussian+process")
    tab.locator("#q").fill("")
    expect(hits).to_have_count(0)
    expect(tab).to_have_url(f"{either_site}search.html")


def test_a_search_for_nothing_known_says_so(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "search.html?q=qqqqzzzz")
    expect(tab.locator("#results-status")).not_to_be_empty()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(0)


def test_a_slash_leads_to_the_search_box_unless_switched_off(
    reader: Reader, either_site: str
) -> None:
    tab = reader.open(either_site)
    expect(tab.locator("#q")).not_to_be_focused()
    tab.keyboard.press("/")
    expect(tab.locator("#q")).to_be_focused()
    expect(tab.locator("#q")).to_have_value("")
    tab.get_by_label("goes to search").uncheck()
    tab.reload()
    tab.keyboard.press("/")
    expect(tab.locator("#q")).not_to_be_focused()


def test_the_chosen_colours_hold_on_the_next_page(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site)
    background = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(background)
    tab.get_by_label("Colours").select_option("dark")
    dark = tab.evaluate(background)
    assert dark != light
    follow(tab, "main a[href*='papers/']")
    assert tab.evaluate(background) == dark
    expect(tab.get_by_label("Colours")).to_have_value("dark")


def test_a_search_page_loads_nothing_of_the_index_before_it_is_asked(
    reader: Reader, either_site: str
) -> None:
    tab = reader.open(either_site, "search.html")
    assert not [url for url in reader.requests if "/search/" in url]
    tab.locator("#q").focus()
    tab.locator("#q").fill("language")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    assert [url for url in reader.requests if "/search/" in url]
