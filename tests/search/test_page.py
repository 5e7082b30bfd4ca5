"""The search page in a browser: keys, marks, long lists, offers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from browsing import Reader, held
from making import paper, publish, site
from sitegen.model import Tag, Topic

pytestmark = pytest.mark.browser


def _titles(tab: Tab) -> list[str]:
    return tab.locator("#results h2").all_inner_texts()


_HOLD_PAUSES = """() => {
  const wait = setTimeout;
  window.held = [];
  window.setTimeout = (act, ms) => (ms === 400 ? held.push(act) : wait(act, ms));
}"""
"""Pauses in typing last until what was held is run."""


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


def test_a_result_that_is_pressed_while_the_typing_pauses_is_opened(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html")
    tab.evaluate(_HOLD_PAUSES)
    tab.locator("#q").fill("gaussian")  # at once: each letter has results of its own
    first = tab.locator("#results h2 a").first
    expect(first).to_be_visible()
    box = first.bounding_box()
    assert box
    tab.mouse.move(box["x"] + 20, box["y"] + 8)
    tab.mouse.down()
    tab.evaluate("held.splice(0).forEach((act) => act())")
    tab.wait_for_timeout(100)  # for what would come of it
    expect(tab.locator("#results-status")).to_be_empty()
    tab.mouse.up()
    expect(tab.locator("article.with-margin")).to_be_visible()


def test_results_stay_where_they_are_when_their_count_comes(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html")
    tab.locator("#q").fill("gaussian")
    top = "document.getElementById('results').getBoundingClientRect().top"
    expect(tab.locator("#results h2").first).to_be_visible()
    before = tab.evaluate(top)
    expect(tab.locator("#results-status")).to_contain_text("papers")
    assert tab.evaluate(top) == before


def test_an_address_that_asks_shows_no_page_that_does_not(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "index.html")
    waiting = held(tab, "**/static/results.js")
    tab.goto("search.html?q=gaussian", wait_until="commit")
    expect(tab.locator("h1")).to_have_text("Search")
    while not waiting:
        tab.wait_for_timeout(20)
    shown = "getComputedStyle(document.getElementById('search-start')).visibility"
    assert tab.evaluate(shown) == "hidden"
    waiting[0].continue_()
    expect(tab.locator("#results h2").first).to_be_visible()
    assert tab.evaluate("document.documentElement.dataset.asked") is None
    tab.locator("#q").fill("")
    expect(tab.locator("#search-start")).to_be_visible()


def test_an_option_is_seen_where_the_system_chooses_the_colours(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "papers.html")
    tab.emulate_media(forced_colors="active")
    tab.locator("#q").fill("gaussian")
    expect(tab.locator(".option").first).to_be_visible()
    tab.locator("#q").press("ArrowDown")
    chosen = tab.locator(".option[aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert chosen.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"


def test_words_found_are_marked_in_title_and_passage(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "search.html?q=gaussian+processes")
    first = tab.locator("#results li[data-paper-id]").first
    for part in ("h2 mark", "p mark"):
        expect(first.locator(part).first).to_be_visible()
        marked = {text.lower() for text in first.locator(part).all_inner_texts()}
        assert marked & {"gaussian", "process", "processes"}
        assert marked <= {"gaussian", "process", "processes"}


def test_a_long_list_grows_on_demand(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=learning")
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(20)
    more = tab.locator("#search-more")
    more.click()
    expect(hits).to_have_count(40)
    expect(tab.locator("#results h2 a").nth(20)).to_be_focused()
    while more.is_visible():
        before = hits.count()
        more.click()
        expect(hits.nth(before)).to_be_visible()
    expect(tab.locator("#results-status")).to_have_text(f"{hits.count()} papers.")


def test_a_misspelt_word_leads_on(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=reinforcemmentt")
    offer = tab.locator("#search-empty a").first
    expect(tab.locator("#results-status")).to_have_text("No papers found.")
    offer.click()
    expect(tab.locator("#results li[data-paper-id]").first).to_be_visible()


def test_where_no_paper_has_all_the_words_the_rarest_is_left_out(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=gaussian+process+xyzzyq")
    expect(tab.locator("#results-status")).to_contain_text("none with all the words")
    tab.locator("#search-empty").get_by_role("link", name="gaussian process", exact=True).click()
    expect(tab).to_have_url(f"{from_disk}search.html?q=gaussian+process")
    expect(tab.locator("#results-status")).to_contain_text("with all the words")


def test_a_pasted_abstract_finds_its_paper(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=gaussian+processes")
    result = tab.locator("#results li[data-paper-id]").nth(2)
    ident = result.get_attribute("data-paper-id")
    result.locator("h2 a").click()
    abstract = tab.locator(".abstract").inner_text()
    tab.goto("search.html")
    tab.locator("#q").fill(abstract)
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_have_attribute("data-paper-id", str(ident))
    expect(tab.locator("#results-status")).to_contain_text("like this text")


def test_a_phrase_is_looked_for_in_the_papers_themselves(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, 'search.html?q="gaussian process"')
    expect(tab.locator("#results-status")).to_have_text(
        re.compile(r"^\d+ papers? with the phrase. Checked: ")
    )
    for passage in tab.locator("#results li[data-paper-id]").all():
        assert "gaussian" in passage.inner_text().lower()
    tab.goto('search.html?q="process gaussian the"')
    expect(tab.locator("#search-empty a").first).to_be_visible()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(0)


def test_a_phrase_that_one_paper_may_have_is_spoken_of_as_such(
    reader: Reader, tmp_path: Path
) -> None:
    library = [paper("p1", abstract="Neural graph."), paper("p2", abstract="Neural network.")]
    folder = publish(site(library), tmp_path)
    tab = reader.open(f"{folder.as_uri()}/", 'search.html?q="neural graph"')
    status = tab.locator("#results-status")
    checked = "Checked: the one that has its words."
    expect(status).to_have_text(f"1 paper with the phrase. {checked}")
    tab.locator("#q").fill('"graph neural"')
    expect(status).to_have_text(f"No papers with the phrase. {checked}")


def test_more_papers_can_be_checked_for_a_phrase(reader: Reader, tmp_path: Path) -> None:
    said = ("Graph neural networks.", "Networks of a neural graph.")
    library = [paper(f"p{at:02}", abstract=said[at % 3 > 0]) for at in range(75)]
    folder = publish(site(library), tmp_path)
    tab = reader.open(f"{folder.as_uri()}/", 'search.html?q="graph neural"')
    hits = tab.locator("#results li[data-paper-id]")
    status = tab.locator("#results-status")
    expect(status).to_have_text(re.compile("Checked: the best 60 of the 75 that have its words"))
    expect(hits).to_have_count(20)
    more = tab.locator("#search-more")
    expect(more).to_have_text("Check more papers for the phrase")
    more.click()
    expect(status).to_have_text("25 papers with the phrase. Checked: all 75 that have its words.")
    expect(hits).to_have_count(25)
    expect(more).to_be_hidden()


def test_a_phrase_with_a_slip_leads_to_the_phrase(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, 'search.html?q="neural netwroks"')
    status = tab.locator("#results-status")
    expect(status).to_have_text("No papers found. No paper has “netwroks”.")
    offers = tab.locator("#search-empty")
    expect(offers).not_to_contain_text("in this order")
    assert offers.get_by_role("link").all_inner_texts() == [
        '"neural networks"', "neural netwroks", '"neural"',
    ]  # fmt: skip
    offers.get_by_role("link").first.click()
    expect(status).to_contain_text("with the phrase")


def test_nothing_typed_is_an_error(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html")
    for text in (
        '"',
        '"" -',
        "title:",
        "year:20..",
        "-graph",
        "__proto__",
        "the of",
        "(" * 300,
        "\\ % & + ?",
    ):
        tab.locator("#q").fill(text)
        tab.locator("#q").press("Enter")
        expect(tab.locator("#results-status")).not_to_have_text("")
        expect(tab.locator("#search-failed")).to_be_hidden()


def test_a_paper_is_found_by_a_topic_that_no_list_has_room_for(
    reader: Reader, tmp_path: Path
) -> None:
    names = ["Ants", "Bees", "Cats", "Dogs", "Eels", "Ferns"]
    topics = [Topic(name.lower(), name, ("a", "b")) for name in names]
    tags = tuple(Tag(topic.slug) for topic in topics)
    library = site([paper("a"), paper("b")], topics=topics, tags={"a": tags, "b": tags})
    folder = publish(library, tmp_path)
    for query in ("ferns", "topic:%22ferns%22", "topic:fern"):
        tab = reader.open(f"{folder.as_uri()}/", f"search.html?q={query}")
        expect(tab.locator("#results-status")).to_have_text(re.compile("^2 papers"))
        shown = tab.locator("#results li ul").first.locator("a")
        expect(shown).to_have_text([*names[:4], "Ferns"])
