"""The map of topics in the browser: every disc leads to its topic, by pointer and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from browsing import NARROW, Reader
from published import Page

pytestmark = pytest.mark.browser


def test_a_disc_leads_to_its_topic(reader: Reader, either_site: str) -> None:
    tab = reader.open(either_site, "map.html")
    node = tab.locator(".map a").nth(3)
    name, _, papers = str(node.locator("title").text_content()).rpartition(", ")
    node.locator("circle").click()
    expect(tab.locator("h1")).to_have_text(name)
    expect(tab.locator("main .holdings").first).to_contain_text(papers)


def test_the_index_leads_to_the_map_and_back(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "topics.html")
    tab.get_by_role("link", name="map").click()
    expect(tab.locator("h1")).to_have_text("Map of topics")
    tab.locator(".above a").click()
    expect(tab.locator("h1")).to_have_text("Topics")


def test_a_name_leads_to_its_topic_by_keyboard(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "map.html")
    node = tab.locator(".map a").first
    reach = node.locator("path")
    expect(reach).not_to_be_visible()
    tab.get_by_role("link", name="As a list").focus()
    tab.keyboard.press("Tab")
    expect(node).to_be_focused()
    expect(reach).to_have_css("visibility", "visible")
    name = str(node.locator("title").text_content()).rpartition(", ")[0]
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text(name)


def test_every_node_has_a_name_for_those_who_cannot_see_it(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "map.html")
    links = tab.get_by_role("group", name="Map of topics").get_by_role("link")
    expect(links.first).to_be_visible()
    names = [str(link.locator("title").text_content()) for link in links.all()]
    assert all(re.fullmatch(r".+, [\d,]+ papers?", name) for name in names)
    for name in names[:5]:
        expect(tab.get_by_role("link", name=name, exact=True)).to_have_count(1)


def test_the_list_holds_what_the_map_shows(seed_pages: tuple[Page, ...]) -> None:
    (page,) = [one for one in seed_pages if one.path == "map.html"]
    before, _, after = page.source.partition("</svg>")
    link = re.compile(r'<a (?:class="[^"]*" )?href="(topics/[^"]+)"')
    assert link.findall(before)
    assert set(link.findall(before)) == set(link.findall(after))


def test_names_can_be_read_wide_and_narrow(reader: Reader, from_disk: str) -> None:
    for width in (1440, NARROW):
        tab = reader.open(from_disk, "map.html", width=width)
        sizes = tab.evaluate(
            """() => [...document.querySelectorAll('.map text')].map((text) =>
                text.getAttribute('font-size') * text.getScreenCTM().a)"""
        )
        assert min(sizes) >= 11
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.evaluate(overflow) == 0


def test_where_the_map_is_wider_than_the_screen_its_middle_comes_first(
    reader: Reader, from_disk: str
) -> None:
    frame = reader.open(from_disk, "map.html", width=NARROW).locator(".map-frame")
    wide, seen = (frame.evaluate(f"frame => frame.{side}Width") for side in ("scroll", "client"))
    assert wide > 2 * seen
    assert abs(frame.evaluate("frame => frame.scrollLeft") - (wide - seen) / 2) <= 1


def test_no_name_covers_another_as_the_browser_draws_them(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "map.html")
    boxes = tab.evaluate(
        """() => [...document.querySelectorAll('.map text')].map((text) => {
            const box = text.getBBox();
            return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent];
        })"""
    )
    covered = [
        (a[4], b[4])
        for at, a in enumerate(boxes)
        for b in boxes[at + 1 :]
        # A line's box is a little higher than its letters.
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 3
    ]
    assert covered == []
