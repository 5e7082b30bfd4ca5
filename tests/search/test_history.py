"""What the search page remembers: its address and title, the way back, recent searches."""

import re

import pytest
from playwright.sync_api import expect

from browsing import Reader, held

pytestmark = pytest.mark.browser


def test_a_list_that_grew_is_as_long_when_its_reader_comes_back(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=learning")
    hits = tab.locator("#results li[data-paper-id]")
    tab.locator("#search-more").click()
    expect(hits).to_have_count(40)
    tab.locator("#results h2 a").nth(35).click()
    expect(tab.locator("article.with-margin")).to_be_visible()
    tab.go_back()
    expect(hits).to_have_count(40)
    expect(tab.locator("#results h2 a").nth(35)).to_be_in_viewport()


def test_back_leads_to_the_search_before(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "search.html")
    box = tab.locator("#q")
    box.press_sequentially("gaussian process")
    expect(tab).to_have_url(f"{either_site}search.html?q=gaussian+process")
    box.press("Enter")
    box.fill("reinforcement")
    box.press("Enter")
    expect(tab).to_have_url(f"{either_site}search.html?q=reinforcement")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_contain_text("reinforcement", ignore_case=True)
    tab.go_back()
    expect(box).to_have_value("gaussian process")
    expect(first).to_contain_text("gaussian", ignore_case=True)
    tab.go_back()
    expect(tab).to_have_url(f"{either_site}search.html")
    expect(tab.locator("#search-start")).to_be_visible()


def test_a_search_that_led_to_a_paper_was_meant(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=gaussian+process")
    box, first = tab.locator("#q"), tab.locator("#results h2 a").first
    expect(first).to_be_visible()
    box.fill("reinforcement")
    expect(tab).to_have_url(f"{from_disk}search.html?q=reinforcement")
    first.click()
    expect(tab.locator("article.with-margin")).to_be_visible()
    tab.go_back()
    expect(box).to_have_value("reinforcement")
    tab.go_back()
    expect(box).to_have_value("gaussian process")


def test_a_paper_opened_from_the_small_list_keeps_its_search(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "index.html")
    box = tab.locator("#q")
    box.press_sequentially("graph neur")
    last = tab.locator("#q-options a").last
    # What was found for the first letters may be there before.
    expect(last).to_have_attribute("href", re.compile(r"q=graph\+neur$"))
    box.press("ArrowDown")
    box.press("Enter")
    expect(tab.locator("article.with-margin")).to_be_visible()
    tab.goto(f"{from_disk}search.html")
    # Where there are searches to show, they are there before the box has the focus.
    expect(tab.locator("#search-recent a")).to_have_text(["graph neur"])


def test_an_address_is_no_longer_than_servers_take(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "index.html")
    tab.locator("#q").fill("机器" * 4000)
    expect(tab.locator("#q")).to_have_attribute("role", "combobox")
    tab.locator("#q").press("Enter")
    expect(tab.locator("#results-status")).to_be_visible()
    assert 5900 < len(tab.url.partition("?")[2]) <= 6000


def test_the_title_names_the_search(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html")
    bare = tab.title()
    tab.locator("#q").fill("graph")
    expect(tab).to_have_title(f"graph – {bare}")
    tab.locator("#q").press("Enter")
    tab.locator("#q").fill("time series")
    tab.locator("#q").press("Enter")
    expect(tab).to_have_title(f"time series – {bare}")
    tab.go_back()
    expect(tab).to_have_title(f"graph – {bare}")
    tab.reload()
    expect(tab).to_have_title(f"graph – {bare}")
    tab.go_back()
    expect(tab).to_have_title(bare)


def test_the_address_follows_a_search_that_was_gone_back_to_by_typing(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=graph")
    tab.locator("#q").fill("time series")
    expect(tab).to_have_url(f"{from_disk}search.html?q=time+series")
    tab.locator("#q").fill("graph")
    tab.locator("#q").press("Enter")
    expect(tab).to_have_url(f"{from_disk}search.html?q=graph")


@pytest.mark.parametrize("between", ["%0A", "%0D%0A", "%E2%80%A8", "%09"])
def test_lines_of_an_address_are_no_one_word(reader: Reader, from_disk: str, between: str) -> None:
    tab = reader.open(from_disk, f"search.html?q=neural{between}networks")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    expect(tab.locator("#q")).to_have_value("neural networks")


def test_what_is_typed_while_the_page_loads_is_no_recent_search_yet(
    reader: Reader, served_site: str
) -> None:
    tab = reader.open(served_site, "index.html")
    waiting = held(tab, "**/static/results.js")
    tab.goto(f"{served_site}search.html")
    tab.locator("#q").focus()
    tab.locator("#q").press_sequentially("gau")
    while not waiting:
        tab.wait_for_timeout(50)
    waiting[0].continue_()
    tab.locator("#q").press_sequentially("ssian")
    expect(tab).to_have_url(f"{served_site}search.html?q=gaussian")
    tab.locator("#q").fill("")
    expect(tab.locator("#search-start")).to_be_visible()
    expect(tab.locator("#search-recent")).to_be_hidden()


def test_recent_searches_are_kept_and_can_be_cleared(reader: Reader, served_site: str) -> None:
    tab = reader.open(served_site, "search.html?q=gaussian+process")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    tab.goto("search.html")
    tab.locator("#q").focus()
    recent = tab.locator("#search-recent")
    expect(recent.get_by_role("link")).to_have_text(["gaussian process"])
    tab.get_by_role("button", name="Clear recent searches").click()
    expect(recent).to_be_hidden()
    assert (
        tab.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':searches'))") == []
    )
