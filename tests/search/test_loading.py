"""The search page while its files come: what is shown first, what waits, what does not come."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import Reader, held

pytestmark = pytest.mark.browser


def test_results_stay_where_more_of_them_do_not_load(reader: Reader, served_site: str) -> None:
    tab = reader.open(served_site, "search.html?q=learning")
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(20)
    more = tab.locator("#search-more")
    reader.expect("ERR_FAILED")
    tab.route("**/search/**", lambda route: route.abort())
    more.click()
    expect(tab.locator("#results-status")).to_have_text("More could not be loaded. Try again.")
    expect(hits).to_have_count(20)
    tab.unroute("**/search/**")
    more.click()
    expect(hits).to_have_count(40)


def test_what_is_said_of_a_search_that_fails_is_no_wider_than_text(
    reader: Reader, served_site: str
) -> None:
    tab = reader.open(served_site, "index.html")
    reader.expect("ERR_FAILED")
    tab.route("**/search/**", lambda route: route.abort())
    tab.goto("search.html?q=learning")
    failed = tab.locator("#search-failed")
    expect(failed).to_be_visible()
    room, search = failed.bounding_box(), tab.locator("form[role=search]").bounding_box()
    assert room
    assert search
    assert room["width"] == search["width"]


def test_a_slow_search_that_was_overtaken_says_nothing(reader: Reader, served_site: str) -> None:
    tab = reader.open(served_site, "search.html?q=graph")
    expect(tab.locator("#results-status")).to_have_text(re.compile(r"\d+ papers"))
    waiting = held(tab, "**/search/*.js")
    tab.locator("#q").fill("wasserstein")
    while not waiting:
        tab.wait_for_timeout(20)
    tab.locator("#q").fill("")
    expect(tab.locator("#search-start")).to_be_visible()
    tab.wait_for_timeout(500)
    expect(tab.locator("#results-status")).to_have_text("")
    for route in waiting:
        route.continue_()


def test_whoever_asked_by_the_address_is_told_of_a_search_whose_scripts_are_slow(
    reader: Reader, served_site: str
) -> None:
    tab = reader.open(served_site, "index.html")
    waiting = held(tab, "**/static/results.js")
    tab.goto("search.html?q=learning", wait_until="commit")
    status = tab.locator("#results-status")
    word = """() => {
        const status = document.querySelector('#results-status');
        const { content, visibility } = status ? getComputedStyle(status, '::before') : {};
        return content === '"Searching …"' && visibility === 'visible';
    }"""
    tab.wait_for_function(word)
    # It may only now be known that it is asked for.
    while not waiting:
        tab.wait_for_timeout(20)
    waiting[0].continue_()
    expect(status).to_have_text(re.compile(r"\d+ papers"))
    assert not tab.evaluate(word)


def test_the_first_results_do_not_wait_for_the_others(reader: Reader, served_site: str) -> None:
    tab = reader.open(served_site, "search.html")
    waiting = held(tab, "**/search/cards/*.js")
    hits = tab.locator("#results li[data-paper-id]")
    tab.goto("search.html?q=learning", wait_until="commit")
    for shown in (4, 20):
        # What comes next is asked for when this is there: so what was asked for before the results
        # are counted belongs to those that are not.
        while (count := len(waiting), hits.count())[1] < shown:
            for route in [waiting.pop(0) for _ in range(count)]:
                route.continue_()
            tab.wait_for_timeout(20)
        expect(hits).to_have_count(shown)


def test_the_tables_come_while_the_other_scripts_do(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    tab.locator("#q").fill("gaussian")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    assert asked.index("tables.js") < asked.index("results.js")


def test_the_count_waits_for_a_pause_in_typing(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html")
    # No pause ends by itself: however long a key takes, it is none.
    tab.evaluate(
        """() => {
            window.said = [];
            window.pauses = new Map();
            const [start, end] = [setTimeout, clearTimeout];
            window.setTimeout = (call, wait) => {
                if (wait !== 400) return start(call, wait);
                pauses.set(-pauses.size - 1, call);
                return -pauses.size;
            };
            window.clearTimeout = (id) => id < 0 ? pauses.delete(id) : end(id);
            const status = document.getElementById('results-status');
            new MutationObserver(() => window.said.push(status.textContent))
              .observe(status, {childList: true});
        }"""
    )
    tab.locator("#q").press_sequentially("neural networks")
    # The last letters are searched for when no more have come for a while.
    tab.evaluate("new Promise((done) => setTimeout(done, 100))")
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    assert [text for text in tab.evaluate("said") if "paper" in text] == []
    assert tab.evaluate("pauses.size") == 1
    tab.evaluate("pauses.forEach((end) => end())")
    expect(tab.locator("#results-status")).to_have_text(re.compile(r"\d+ papers"))
    assert len([text for text in tab.evaluate("said") if "paper" in text]) == 1


def test_data_that_does_not_load_is_said_and_tried_again(
    reader: Reader, seed_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(seed_site, tmp_path / "site")
    cards = site / "search" / "cards"
    away = cards.rename(tmp_path / "cards")
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = reader.open(site.as_uri() + "/", "search.html?q=graph")
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(tab.locator("#results-order")).to_be_hidden()
    away.rename(cards)
    tab.locator("#search-retry").click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    expect(tab.locator("#results-order")).to_be_visible()
    expect(tab.get_by_role("alert")).to_have_count(0)
    expect(tab.locator("#q")).to_be_focused()


@pytest.mark.parametrize("name", ["search", "box", "results"])
def test_a_script_that_does_not_load_is_said_and_tried_again(
    reader: Reader, seed_site: Path, tmp_path: Path, name: str
) -> None:
    site = shutil.copytree(seed_site, tmp_path / "site")
    script = site / "static" / f"{name}.js"
    away = script.rename(tmp_path / script.name)
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = reader.open(site.as_uri() + "/", "search.html?q=graph")
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")
    away.rename(script)
    tab.locator("#search-retry").click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()
    expect(tab.get_by_role("alert")).to_have_count(0)
    expect(tab.locator("#q")).to_be_focused()
