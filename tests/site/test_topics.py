"""A tag opens to its evidence, a topic's page is a briefing, the index is a hierarchy."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from briefed import DEFINED, TITLES
from browsing import NARROW, Reader

pytestmark = pytest.mark.browser

PATH = "papers/p0.html"
CODING = ".evidence-list > li:has(> a[href$='/coding.html'])"


@pytest.fixture(scope="module")
def library(briefed_site: Path) -> str:
    """The address of a library whose topics have all that a page can show of them."""
    return briefed_site.as_uri() + "/"


def press_until(tab: Tab, key: str, selector: str) -> None:
    """Press a key until what `selector` names has the focus."""
    for _ in range(60):
        if tab.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
        tab.keyboard.press(key)
    pytest.fail(f"{selector} is never reached")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_tag_opens_to_its_evidence_by_keyboard(
    reader: Reader, library: str, *, javascript: bool
) -> None:
    tab = reader.open(library, PATH, javascript=javascript)
    shown = tab.locator(f"{CODING} details")
    expect(shown.get_by_text("Said 4 times")).to_be_hidden()
    # Without scripts a page can't be asked for its focus: the way there is the same.
    if javascript:
        press_until(tab, "Tab", f"{CODING} summary")
    else:
        tab.locator(f"{CODING} summary").focus()
    tab.keyboard.press("Enter")
    expect(shown.get_by_text("Said 4 times")).to_be_visible()
    expect(shown).to_contain_text("Elsewhere a keyword of 30 in 100 papers that mention it")
    assert shown.locator("dt").all_inner_texts() == ["Sparse Coding", "SC"]
    assert shown.locator("dd").all_inner_texts() == [
        "title; abstract, sentence 1",
        "abstract, sentences 1 and 3",
    ]
    tab.keyboard.press("Enter")
    expect(shown.get_by_text("Said 4 times")).to_be_hidden()


def test_a_tags_evidence_has_a_name_that_says_whose(reader: Reader, library: str) -> None:
    tab = reader.open(library, PATH)
    summary = tab.locator(f"{CODING} summary")
    assert summary.text_content() == "Why Sparse Coding: In the title"
    expect(
        tab.locator(".evidence-list > li:has(> a[href$='/signals.html']) details")
    ).to_have_count(0)


def test_opened_evidence_stays_lit(reader: Reader, library: str) -> None:
    tab = reader.open(library, PATH, width=NARROW)
    lit = tab.locator("b.is-lit")
    summary = tab.locator(f"{CODING} summary")
    summary.click()
    tab.mouse.move(0, 0)
    summary.blur()
    expect(lit).to_have_text(["Sparse Coding", "Sparse coding", "SC", "SC"])
    summary.click()
    tab.mouse.move(0, 0)
    summary.blur()
    expect(lit).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_topics_page_is_a_briefing(reader: Reader, library: str, *, javascript: bool) -> None:
    tab = reader.open(library, "topics/coding.html", javascript=javascript)
    quoted = tab.locator(".introduction")
    expect(quoted.locator("blockquote")).to_have_text(DEFINED)
    expect(quoted.get_by_role("link")).to_have_attribute("href", "../papers/p0.html")
    expect(tab.get_by_role("link", name="Learning", exact=True)).to_be_visible()
    headings = tab.get_by_role("heading", level=2).all_inner_texts()
    assert headings == [
        "Most central", "Newest", "Occurs with", "Also written", "Papers by year", "All 9 papers",
    ]  # fmt: skip
    newest = tab.locator(".chosen .papers").nth(1).locator("h3")
    assert newest.all_inner_texts()[0] == TITLES[7]
    tab.goto("topics/learning.html")
    expect(tab.locator(".introduction")).to_have_text("Said by the owner.")
    expect(tab.locator(".near").first).to_have_text(re.compile("Sparse Coding"))


def test_papers_on_a_topics_page_name_their_other_topics(reader: Reader, library: str) -> None:
    tab = reader.open(library, "topics/coding.html")
    assert set(tab.locator(".papers ul a").all_inner_texts()) == {"Signals", "Lonely Learning"}
    tab.goto("topics/signals.html")
    assert set(tab.locator(".papers ul a").all_inner_texts()) == {
        "Sparse Coding", "Lonely Learning",
    }  # fmt: skip


def test_the_years_are_drawn_and_told(reader: Reader, library: str) -> None:
    tab = reader.open(library, "topics/coding.html")
    numbers = "2015: 3, 2016: 2, 2017: 2, 2018: 2"
    drawing = tab.get_by_role("img", name=f"Papers by year: {numbers}", exact=True)
    expect(drawing).to_be_visible()
    assert drawing.locator("path > title").all_text_contents() == numbers.split(", ")
    tab.emulate_media(forced_colors="active")
    assert tab.evaluate("getComputedStyle(document.querySelector('.years path')).fill") != ""


def visible(tab: Tab) -> list[str]:
    """Return the names in the index, as far as they are shown."""
    return tab.locator("main .index a:visible").all_inner_texts()


def test_the_index_shows_narrower_topics_twice_and_unlisted_ones_never(
    reader: Reader, library: str
) -> None:
    tab = reader.open(library, "topics.html", javascript=False)
    assert visible(tab) == ["Learning", "Sparse Coding", "Signals", "Sparse Coding"]
    expect(tab.locator(".within")).to_have_text("in Learning")
    expect(tab.locator("li li a")).to_have_text("Sparse Coding")


def test_a_match_in_the_index_stands_under_its_parent(reader: Reader, library: str) -> None:
    tab = reader.open(library, "topics.html")
    filter_ = tab.get_by_label("Filter")
    filter_.fill("coding sparse")
    assert visible(tab) == ["Learning", "Sparse Coding"]
    expect(tab.locator(".is-around > a")).to_have_text("Learning")
    expect(tab.locator("[data-index-count]")).to_have_text("1 found")
    filter_.fill("LEARN")
    assert visible(tab) == ["Learning"]
    expect(tab.locator(".is-around")).to_have_count(0)
    filter_.fill("SC")
    assert visible(tab) == ["Learning", "Sparse Coding"]
    filter_.fill("nowhere")
    assert visible(tab) == []
    expect(tab.locator("[data-index-count]")).to_have_text(
        "No topic has this name. Search all papers"
    )
    filter_.fill("")
    assert len(visible(tab)) == 4


def test_the_topic_of_one_paper_is_reached_from_it_alone(reader: Reader, library: str) -> None:
    tab = reader.open(library, PATH)
    tab.locator(".evidence-list").get_by_role("link", name="Lonely Learning").click()
    expect(tab.locator("h1")).to_have_text("Lonely Learning")
    for path in ("index.html", "topics.html", "search.html", "topics/learning.html"):
        tab.goto(path)
        listed = tab.locator(".index, .near").get_by_role("link", name="Lonely Learning")
        expect(listed).to_have_count(0)
