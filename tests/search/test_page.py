"""The search page in a browser: keys, long lists, data that does not load."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from browsing import Reader

pytestmark = pytest.mark.browser


def _titles(tab: Tab) -> list[str]:
    return tab.locator("#results .paper-title").all_inner_texts()


def _focused(tab: Tab) -> str:
    text: str = tab.evaluate("document.activeElement.id || document.activeElement.textContent")
    return text


def test_arrows_lead_through_the_results_and_back(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=gaussian+processes")
    expect(tab.locator("#results li[data-paper-id]").nth(1)).to_be_visible()
    titles = _titles(tab)
    tab.locator("#q").focus()
    visited = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown", "Escape"):
        tab.keyboard.press(key)
        visited.append(_focused(tab))
    assert visited == [titles[0], titles[1], titles[0], "q", titles[0], "q"]


def test_words_found_are_marked_in_title_and_passage(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "search.html?q=gaussian+processes")
    first = tab.locator("#results li[data-paper-id]").first
    for part in (".paper-title mark", ".paper-gist mark"):
        marked = {text.lower() for text in first.locator(part).all_inner_texts()}
        assert marked & {"gaussian", "process", "processes"}
        assert marked <= {"gaussian", "process", "processes"}


def test_a_long_list_grows_on_demand(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=learning")
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(50)
    more = tab.locator("#search-more")
    more.click()
    expect(hits).to_have_count(100)
    assert _focused(tab) == _titles(tab)[50]
    while more.is_visible():
        more.click()
    expect(tab.locator("#results-status")).to_have_text(f"{hits.count()} papers.")


def test_a_misspelt_word_leads_on(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=xtransfomer")
    offer = tab.locator("#search-empty a")
    expect(tab.locator("#results-status")).to_have_text("No papers found.")
    offer.click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()


def test_data_that_does_not_load_is_said_and_tried_again(
    reader: Reader, seed_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(seed_site, tmp_path / "site")
    cards = site / "search" / "cards.js"
    away = cards.rename(tmp_path / "cards.js")
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = reader.open(site.as_uri() + "/", "search.html?q=graph")
    expect(tab.locator("#search-failed")).to_be_visible()
    away.rename(cards)
    tab.locator("#search-retry").click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    expect(tab.locator("#search-failed")).to_be_hidden()
