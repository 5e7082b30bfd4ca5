"""What comes out of a printer: dark ink on white, the text without the controls."""

import pytest
from playwright.sync_api import expect

from browsing import Reader

pytestmark = pytest.mark.browser


def test_a_paper_is_printed_black_on_white_whatever_the_screen_shows(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "papers.html")
    tab.locator("#scheme").select_option("dark")
    tab.locator("main .papers h2 a").first.click()
    expect(tab.locator("html")).to_have_attribute("data-scheme", "dark")
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert dark != "rgb(255, 255, 255)"
    ink = tab.evaluate("getComputedStyle(document.body).color")
    assert max(map(int, ink.removeprefix("rgb(").removesuffix(")").split(", "))) < 64
    assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") == "13.3333px"
    expect(tab.locator(".abstract")).to_be_visible()
    expect(tab.locator("form[role=search]")).to_be_hidden()
    expect(tab.locator("body > footer")).to_be_hidden()


def test_a_printed_abstract_comes_before_what_topics_say_of_it(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(
        from_disk, "papers/what-s-the-magic-word-a-control-theory-of-llm-prompting.html"
    )
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 680, "height": 1000})
    title, abstract, topics = (
        tab.locator(one).bounding_box() for one in ("h1", ".abstract", "aside[aria-label=Topics]")
    )
    assert title
    assert abstract
    assert topics
    assert title["y"] < abstract["y"]
    assert abstract["y"] + abstract["height"] < topics["y"]


def test_a_printed_search_has_no_empty_line_of_tools(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=language")
    tools = tab.locator(".found-tools")
    expect(tools).to_be_visible()
    tab.emulate_media(media="print")
    expect(tools).to_be_hidden()
    tab.emulate_media(media="screen")
    tab.locator(".facets .chip").first.click()
    expect(tab.locator("#facets-chosen")).to_be_visible()
    tab.emulate_media(media="print")
    expect(tools).to_be_visible()
