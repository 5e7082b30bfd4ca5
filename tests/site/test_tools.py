"""What scripts add to lists and papers: filter, order, density, evidence, citation."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import NARROW, Reader
from making import paper, publish, site

pytestmark = pytest.mark.browser


def test_a_list_is_filtered_in_place(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "papers.html")
    shown = tab.locator("main .papers > li:visible")
    expect(shown).to_have_count(229)
    tab.get_by_label("Filter").fill("sparse autoencoder")
    expect(tab.locator("[data-list-count]")).to_contain_text(" of 229")
    assert 0 < shown.count() < 30
    assert all("sparse" in text.lower() for text in shown.all_inner_texts())


def test_a_list_is_ordered_in_place(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "topics/large-language-model.html")
    titles = tab.locator(".list-tools + .papers :is(h2, h3)")
    before = titles.all_inner_texts()
    tab.get_by_label("Order").select_option("title")
    after = titles.all_inner_texts()
    assert after != before
    assert after[0].lower() == min(after, key=str.lower).lower()
    assert sorted(after) == sorted(before)


def test_a_list_that_is_come_back_to_is_ordered_as_its_tools_say(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "topics/large-language-model.html")
    titles = tab.locator(".list-tools + .papers :is(h2, h3)")
    tab.get_by_label("Order").select_option("title")
    ordered = titles.all_inner_texts()
    titles.first.locator("a").click()
    expect(tab.locator("article.with-margin")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_label("Order")).to_have_value("title")
    expect(titles).to_have_text(ordered)


def test_a_list_that_is_come_back_to_is_filtered_as_it_was(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "papers.html")
    shown = tab.locator("main .papers > li:visible")
    tab.get_by_label("Filter").fill("sparse autoencoder")
    filtered = shown.locator("h2").all_inner_texts()
    shown.locator("h2 a").first.click()
    expect(tab.locator("article.with-margin")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_label("Filter")).to_have_value("sparse autoencoder")
    expect(shown.locator("h2")).to_have_text(filtered)


def test_the_index_that_is_come_back_to_is_narrowed_as_it_was(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "topics.html")
    tab.get_by_label("Filter").fill("causal")
    narrowed = tab.locator("main .index a:visible").all_inner_texts()
    tab.locator("main .index a:visible").first.click()
    expect(tab.locator("h1")).not_to_have_text("Topics")
    tab.go_back()
    expect(tab.get_by_label("Filter")).to_have_value("causal")
    expect(tab.locator("main .index a:visible")).to_have_text(narrowed)


@pytest.mark.parametrize("width", [360, 1200])
def test_a_filter_does_not_move_what_it_filters(
    reader: Reader, from_disk: str, width: int
) -> None:
    tab = reader.open(from_disk, "papers.html")
    tab.set_viewport_size({"width": width, "height": 800})
    top = "document.querySelector('main .papers').getBoundingClientRect().top"
    before = tab.evaluate(top)
    tab.get_by_label("Filter").fill("a")
    expect(tab.locator("[data-list-count]")).to_contain_text(" of 229")
    assert tab.evaluate(top) == before


@pytest.mark.parametrize(("width", "lines"), [(1440, 1), (1024, 1), (NARROW, 2)])
def test_the_tools_of_a_list_leave_no_line_empty(
    reader: Reader, tmp_path: Path, width: int, lines: int
) -> None:
    library = [paper(f"p{at}", published=f"202{at}") for at in range(8)]
    address = publish(site(library), tmp_path).as_uri() + "/"
    tab = reader.open(address, "papers.html", width=width)
    tools = [one.bounding_box() for one in tab.locator(".list-tools > *").all()]
    middles = [at["y"] + at["height"] / 2 for at in tools if at]
    assert len(middles) == 4
    assert sum(below - one > 10 for one, below in pairwise(middles)) == lines - 1


def test_the_lines_at_a_filter_end_where_those_of_the_letters_do(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "topics.html")
    tools, letter = (
        tab.locator(one).first.bounding_box()
        for one in (".list-tools", ".letter:not(:first-of-type)")
    )
    assert tools
    assert letter
    assert tools["width"] == letter["width"]


def test_a_filter_that_leaves_nothing_leads_to_the_search(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "papers.html")
    tab.get_by_label("Filter").fill("gaussian xyzzyq")
    expect(tab.locator("[data-list-count]")).to_contain_text("None of these 229.")
    tab.get_by_role("link", name="Search all papers").click()
    expect(tab.locator("#q")).to_have_value("gaussian xyzzyq")


def test_the_key_that_was_switched_off_is_not_offered(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "index.html")
    hint = tab.locator("[data-shortcut-hint]")
    expect(hint).to_be_visible()
    tab.locator("#shortcuts-toggle").uncheck()
    expect(hint).to_be_hidden()
    tab.reload()
    expect(hint).to_be_hidden()
    tab.locator("#shortcuts-toggle").check()
    expect(hint).to_be_visible()


def test_no_key_is_offered_to_a_finger(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "index.html", width=NARROW)
    expect(tab.locator("[data-shortcut-hint]")).to_be_visible()
    touch = tab.context.new_cdp_session(tab)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    expect(tab.locator("[data-shortcut-hint]")).to_be_hidden()
    expect(tab.locator("#shortcuts-toggle")).to_be_visible()
    tab.goto("search.html")
    expect(tab.locator(".asking dl")).to_be_visible()
    expect(tab.locator(".asking kbd").first).to_be_hidden()


def test_lines_stand_between_the_papers_that_a_filter_leaves(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "papers.html")
    tab.get_by_label("Filter").fill("causal")
    expect(tab.locator("[data-list-count]")).to_contain_text(" of 229")
    lines = "each => each.map(one => getComputedStyle(one).borderTopWidth)"
    above = tab.locator("main .papers > li:visible").evaluate_all(lines)
    assert above == ["0px", *["1px"] * (len(above) - 1)]


def test_a_list_is_ordered_by_full_dates_and_undated_papers_come_last(
    reader: Reader, tmp_path: Path
) -> None:
    dates = ["2023", "2024-05-31", None, "2024-05-02", "2024", "2024-11", "2022-12-31", None]
    library = [paper(f"p{at}", f"{date}", published=date) for at, date in enumerate(dates)]
    tab = reader.open(publish(site(library), tmp_path).as_uri() + "/", "papers.html")
    titles = tab.locator(".papers h2")
    ordered = ["2024-11", "2024-05-31", "2024-05-02", "2024", "2023", "2022-12-31"]
    tab.get_by_label("Order").select_option("newest")
    assert titles.all_inner_texts() == [*ordered, "None", "None"]
    tab.get_by_label("Order").select_option("oldest")
    assert titles.all_inner_texts() == [*reversed(ordered), "None", "None"]


def test_density_is_remembered(reader: Reader, served_site: str) -> None:
    tab = reader.open(served_site, "papers.html")
    gist = tab.locator("main .papers p").first
    expect(gist).to_be_visible()
    tab.get_by_label("Titles only").check()
    expect(gist).to_be_hidden()
    tab.reload()
    expect(gist).to_be_hidden()


def test_the_index_of_topics_is_narrowed(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "topics.html")
    tab.get_by_label("Filter").fill("causal")
    # A broader topic stays for those under it.
    entries = tab.locator("main .index li:visible").all()
    assert entries
    for entry in entries:
        told = f"{entry.inner_text()} {entry.get_attribute('data-also')}"
        assert "causal" in told.lower()


def test_pointing_at_a_topic_lights_its_evidence(reader: Reader, from_disk: str) -> None:
    path = "papers/transcoders-find-interpretable-llm-feature-circuits.html"
    tab = reader.open(from_disk, path)
    lit = tab.locator("b.is-lit")
    expect(lit).to_have_count(0)
    tab.locator(".evidence-list a[href$='/sparse-autoencoder.html']").focus()
    assert {text.lower() for text in lit.all_inner_texts()} <= {"sparse autoencoders", "saes"}
    assert lit.count() > 0
    tab.locator(".evidence-list a[href$='/sparse-autoencoder.html']").blur()
    expect(lit).to_have_count(0)


def test_a_citation_is_copied_and_says_so(reader: Reader, served_site: str) -> None:
    path = "papers/transcoders-find-interpretable-llm-feature-circuits.html"
    tab = reader.open(served_site, path)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Copy BibTeX").click()
    expect(tab.locator("[data-copy] + [role=status]")).to_have_text("Copied.")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{")
    assert "Transcoders" in copied
