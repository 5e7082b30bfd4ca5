"""The small list under the box of every page's header."""

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from browsing import Reader

pytestmark = pytest.mark.browser


def _typed(reader: Reader, site: str, text: str) -> Tab:
    """Open a page of the site and type into its box."""
    tab = reader.open(site, "topics.html")
    tab.locator("#q").press_sequentially(text)
    return tab


def test_nothing_of_the_search_is_loaded_before_the_box_has_the_focus(
    reader: Reader, either_site: str
) -> None:
    tab = reader.open(either_site)
    parts = ("/search/", "/search.js", "/box.js", "/results.js")
    assert not [url for url in reader.requests if any(part in url for part in parts)]
    tab.locator("#q").press_sequentially("gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    assert [url for url in reader.requests if "/search/" in url]
    assert not [url for url in reader.requests if "/results.js" in url]


def test_papers_are_listed_while_typing_with_their_words_marked(
    reader: Reader, either_site: str
) -> None:
    tab = _typed(reader, either_site, "gaussian proc")
    first = tab.locator("#q-options [role=option]").first
    expect(first).to_contain_text("gaussian", ignore_case=True)
    expect(first.locator("mark").first).to_be_visible()
    expect(tab.locator("#q-options [role=option]").last).to_contain_text("papers")


def test_an_arrow_and_enter_open_a_paper(reader: Reader, either_site: str) -> None:
    tab = _typed(reader, either_site, "gaussian process")
    options = tab.locator("#q-options [role=option]")
    expect(options.last).to_have_attribute("href", re.compile(r"q=gaussian\+process$"))
    box = tab.locator("#q")
    for _ in range(2):
        box.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
    title = options.nth(1).locator(".option-title").inner_text()
    box.press("Enter")
    expect(tab.locator("h1")).to_have_text(title)


def test_enter_alone_leads_to_the_search_page(reader: Reader, either_site: str) -> None:
    tab = _typed(reader, either_site, "gaussian process")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").press("Enter")
    expect(tab).to_have_url(f"{either_site}search.html?q=gaussian+process")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()


def test_the_last_option_leads_to_all_papers(reader: Reader, either_site: str) -> None:
    tab = _typed(reader, either_site, "gaussian process")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    last = tab.locator("#q-options [role=option]").last
    # What was found for the first letters may be there before.
    expect(last).to_have_attribute("href", re.compile(r"q=gaussian\+process$"))
    last.click()
    expect(tab).to_have_url(f"{either_site}search.html?q=gaussian+process")


def test_a_search_that_does_not_load_says_so_and_leads_to_its_page(
    reader: Reader, served_site: str
) -> None:
    tab = reader.open(served_site, "topics.html")
    reader.expect("ERR_FAILED")
    tab.route("**/search/**", lambda route: route.abort())
    tab.locator("#q").press_sequentially("gaussian")
    option = tab.locator("#q-options [role=option]")
    expect(option).to_have_text("The search could not be loaded here: try on its page")
    expect(option).to_have_attribute("href", re.compile(r"search\.html\?q=gaussian$"))
    tab.unroute("**/search/**")
    option.click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()


def test_papers_that_were_not_checked_for_a_phrase_are_not_counted_as_all(
    reader: Reader, from_disk: str
) -> None:
    tab = _typed(reader, from_disk, '"gaussian process"')
    last = tab.locator("#q-options [role=option]").last
    expect(last).to_have_text(re.compile(r"^All \d+ papers$"))
    tab.locator("#q").fill('"state of the art"')
    expect(last).to_have_text("All papers, and more to check")


def test_escape_closes_the_list_before_it_empties_the_box(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    box = tab.locator("#q")
    box.press("Escape")
    expect(tab.locator("#q-options")).to_be_hidden()
    expect(box).to_have_value("gaussian")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("main").click(position={"x": 2, "y": 2})
    expect(tab.locator("#q-options")).to_be_hidden()


def test_a_word_hardly_begun_is_not_said_to_find_nothing(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").fill("gaussian qz")
    last = tab.locator("#q-options [role=option]").last
    expect(last).to_have_attribute("href", re.compile(r"q=gaussian\+qz$"))
    tab.locator("#q").fill("qz")
    expect(tab.locator("#q-options")).to_be_hidden()
    tab.locator("#q").fill("qzqzqz")
    expect(last).to_have_text("Nothing found: what else to try")


def test_a_list_closed_before_it_came_stays_closed(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").press_sequentially(" pro")
    tab.locator("#q").press("Escape")
    tab.wait_for_timeout(500)
    expect(tab.locator("#q-options")).to_be_hidden()


def test_a_list_that_was_closed_is_not_told_of(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").press("Escape")
    tab.wait_for_timeout(900)
    expect(tab.locator("form [role=status]")).to_be_empty()


def test_enter_is_about_what_was_typed_last(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").press("ArrowDown")
    tab.locator("#q").press_sequentially(" x")
    tab.locator("#q").press("Enter")
    expect(tab).to_have_url(f"{from_disk}search.html?q=gaussian+x")


def test_the_count_is_told_once_typing_pauses(reader: Reader, from_disk: str) -> None:
    tab = _typed(reader, from_disk, "gaussian process")
    expect(tab.locator("form [role=status]")).to_contain_text("papers")


def test_recent_searches_are_offered_in_an_empty_box_and_cleared(
    reader: Reader, served_site: str
) -> None:
    tab = _typed(reader, served_site, "gaussian process")
    tab.locator("#q").press("Enter")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    tab.goto("papers.html")
    tab.locator("#q").focus()
    options = tab.locator("#q-options [role=option]")
    expect(options).to_have_text(["gaussian process", "Clear recent searches"])
    tab.locator("#q").press("ArrowUp")
    tab.locator("#q").press("Enter")
    expect(tab.locator("#q-options")).to_be_hidden()
    assert (
        tab.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':searches'))") == []
    )
