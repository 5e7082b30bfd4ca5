"""The search page when its reader leaves the box, takes filters off or asks for nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site

pytestmark = pytest.mark.browser

_TYPE_AND_LEAVE = """([leave, ...texts]) => {
  const box = document.getElementById('q');
  box.focus();
  for (const text of texts) {
    box.value = text;
    box.dispatchEvent(new Event('input'));
  }
  if (leave) box.dispatchEvent(new KeyboardEvent('keydown', { key: leave, bubbles: true }));
  else box.blur();
  return document.activeElement.closest('#results') !== null;
}"""


def test_what_was_typed_last_counts_though_the_box_is_left_at_once(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=learning")
    status = tab.locator("#results-status")
    expect(status).to_contain_text("paper")
    count = status.inner_text()
    tab.goto("search.html?q=gaussian")
    expect(status).to_contain_text("paper")
    assert status.inner_text() != count
    tab.evaluate(_TYPE_AND_LEAVE, ["", "gaussian l", "learning"])
    expect(status).to_have_text(count)
    expect(tab).to_have_url(f"{from_disk}search.html?q=learning")


def test_who_is_among_results_that_others_replace_is_not_lost(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=gaussian")
    expect(tab.locator("#results-status")).to_contain_text("paper")
    assert tab.evaluate(_TYPE_AND_LEAVE, ["ArrowDown", "gaussian d", "diffusion"])
    expect(tab).to_have_url(f"{from_disk}search.html?q=diffusion")
    expect(tab.locator("#results mark").first).to_have_text(re.compile("diffusion", re.IGNORECASE))
    assert tab.evaluate("document.activeElement !== document.body")


def test_an_address_that_asks_for_blanks_shows_how_to_ask(reader: Reader, from_disk: str) -> None:
    for text in ("+", "%20+"):
        tab = reader.open(from_disk, f"search.html?q={text}")
        assert tab.evaluate("document.documentElement.dataset.asked") is None
        expect(tab.locator("#search-start")).to_be_visible()
    tab = reader.open(from_disk, "search.html?q=+%20gaussian")
    expect(tab.locator("#results h2").first).to_be_visible()


def test_what_no_paper_has_is_said_in_short(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html")
    status = tab.locator("#results-status")
    tab.locator("#q").fill("gaussian " + "qz" * 2500)
    expect(status).to_contain_text(re.compile("No paper has “(qz){30}…”"))
    tab.locator("#q").fill("gaussian," + ",".join(f"qz{at}vxj" for at in range(100)))
    expect(status).to_contain_text("“qz4vxj” or 95 other words.")
    assert len(status.inner_text()) < 300


def _of_a_venue(folder: Path) -> str:
    """Return the address of a site whose papers have one venue."""
    papers = [paper(f"p{at}", f"Graphs {at}", venue="ACL") for at in range(3)]
    return publish(site(papers), folder).as_uri() + "/"


@pytest.mark.parametrize("asked", ["venue=Nowhere", "author=Nobody", "year=1900&order=year"])
def test_where_filters_are_all_that_was_asked_there_are_all_papers(
    reader: Reader, tmp_path: Path, asked: str
) -> None:
    address = _of_a_venue(tmp_path)
    tab = reader.open(address, f"search.html?{asked}")
    tab.get_by_role("link", name="without the filters").click()
    expect(tab).to_have_url(f"{address}papers.html")


def test_who_takes_the_last_filter_off_by_key_is_led_back_to_the_box(
    reader: Reader, tmp_path: Path
) -> None:
    tab = reader.open(_of_a_venue(tmp_path), "search.html?venue=ACL")
    tab.locator("#facets").get_by_role("button", name=re.compile("^ACL")).press("Enter")
    expect(tab.locator("#search-start")).to_be_visible()
    expect(tab.locator("#q")).to_be_focused()
