"""A long index of topics: its filter looks through all parts, which are reached without it."""

import posixpath
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

import lettered
from browsing import NARROW, Reader
from published import page

pytestmark = pytest.mark.browser

PAGES = ["topics.html", "topics-m.html", "topics-su--sz.html"]
DATA = "search/topics.js"


@pytest.fixture
def library(lettered_site: Path) -> str:
    """The address of a library whose index of topics is in parts, from disk."""
    return lettered_site.as_uri() + "/"


def found(tab: Tab) -> list[str]:
    """Return what the filter found, each entry as one line, once it has."""
    expect(tab.locator("main [role=status]")).to_contain_text("found")
    return [
        " ".join(text.split()) for text in tab.locator("[data-found-topics] li").all_inner_texts()
    ]


@pytest.mark.parametrize("path", PAGES)
def test_the_filter_finds_topics_of_every_part(reader: Reader, library: str, path: str) -> None:
    tab = reader.open(library, path)
    tab.get_by_label("Filter").fill("MODELS")
    assert found(tab) == ["Models 3", "Set Models 3 in Models", "Zero Models 3 in Models"]
    expect(tab.locator("[data-found-instead]")).to_be_hidden()
    tab.get_by_label("Filter").fill("")
    expect(tab.locator("[data-found-instead]")).to_be_visible()
    expect(tab.locator("[data-found-topics]")).to_be_hidden()
    expect(tab.locator("main [role=status]")).to_be_empty()
    tab.get_by_label("Filter").fill("zero")
    tab.get_by_role("link", name="Zero Models").click()
    expect(tab.locator("h1")).to_have_text("Zero Models")


def test_a_name_as_typed_comes_first_and_other_names_are_found(
    reader: Reader, library: str
) -> None:
    tab = reader.open(library, "topics-a.html")
    tab.get_by_label("Filter").fill("e and")
    assert found(tab) == ["É and so on 2"]
    tab.get_by_label("Filter").fill("se")
    expect(tab.locator("[data-found-topics] li").first).to_contain_text("3D Views")
    assert found(tab)[1] == "Set Models 3 in Models"
    tab.get_by_label("Filter").fill("elan spatial")
    expect(tab.locator("main [role=status]")).to_have_text("1 found")
    tab.get_by_label("Filter").fill("nowhere")
    expect(tab.locator("main [role=status]")).to_have_text(
        "No topic has this name. Search all papers"
    )
    tab.get_by_label("Filter").fill("t")
    expect(tab.locator("main [role=status]")).to_have_text(
        f"{lettered.SETS + 2} found, the first 100 shown"
    )
    expect(tab.locator("[data-found-topics] li")).to_have_count(100)


def test_the_topics_are_loaded_when_the_filter_gets_the_focus(
    reader: Reader, library: str
) -> None:
    tab = reader.open(library, "topics.html")
    assert library + DATA not in reader.requests
    with tab.expect_event("requestfinished", lambda request: request.url == library + DATA):
        tab.get_by_label("Filter").focus()
    tab.get_by_label("Filter").fill("models")
    assert len(found(tab)) == 3
    assert reader.requests.count(library + DATA) == 1


def test_topics_that_do_not_load_are_said_and_asked_for_again(
    reader: Reader, lettered_site: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(lettered_site / "static", broken / "static")
    shutil.copy(lettered_site / "topics-b.html", broken)
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = reader.open(broken.as_uri() + "/", "topics-b.html")
    tab.get_by_label("Filter").fill("models")
    expect(tab.locator("main [role=status]")).to_contain_text("could not be loaded")
    expect(tab.locator("[data-found-instead]")).to_be_visible()
    shutil.copytree(lettered_site / "search", broken / "search")
    tab.get_by_label("Filter").fill("model")
    assert len(found(tab)) == 3


def test_every_part_is_reached_without_javascript(reader: Reader, library: str) -> None:
    tab = reader.open(library, "topics.html", javascript=False, width=NARROW)
    expect(tab.get_by_label("Filter")).to_be_hidden()
    tab.get_by_label("Topics by letter").get_by_role("link", name="S", exact=True).click()
    expect(tab.locator("h1")).to_have_text("Topics: Sa–Sd")
    tab.get_by_label("Topics that begin with S").get_by_role("link", name="Su–Sz").click()
    expect(tab.get_by_role("link", name="Sut 006")).to_be_visible()
    expect(tab.locator("[aria-current=page]", has_text="Su–Sz")).to_be_visible()
    tab.get_by_label("Topics by letter").get_by_role("link", name="M", exact=True).click()
    expect(tab.locator("h1")).to_have_text("Topics: M")
    expect(tab.locator("main .index li li a")).to_have_text(["Set Models", "Zero Models"])


@pytest.mark.parametrize("path", PAGES)
def test_an_index_in_parts_fits_a_phone(reader: Reader, library: str, path: str) -> None:
    tab = reader.open(library, path, width=NARROW)
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_links_of_an_index_in_parts_name_files(lettered_site: Path) -> None:
    pages = [page(path, lettered_site) for path in lettered_site.glob("topics*.html")]
    assert len(pages) > 10
    references = [one for each in pages for one in each.references if not one.outward]
    linked = [posixpath.normpath(one.parts.path) for one in references if one.parts.path]
    assert [path for path in linked if not (lettered_site / path).is_file()] == []
