"""axe-core finds nothing on any type of page, light and dark, wide and narrow."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from browsing import NARROW, WIDE, Reader, Scheme
from making import paper, publish, site
from published import Page

pytestmark = pytest.mark.browser

Visit = Callable[..., Tab]
AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# Every rule but the experimental ones, and the one of WCAG 2.2 that axe leaves off. It must not
# load style sheets itself: from disk that is refused.
_RUN = """() => axe.run(document, {preload: false, rules: {'target-size': {enabled: true}}})
    .then((result) => result.violations.map((found) => ({
      rule: found.id, help: found.help, where: found.nodes.map((node) => node.html).slice(0, 3),
    })))"""


@pytest.fixture(scope="module")
def rich(seed_pages: tuple[Page, ...]) -> dict[str, str]:
    """Folder to the page in it that holds the most different elements."""
    variety = {page.path: len({one.name for one in page.elements}) for page in seed_pages}
    return {
        folder: max((path for path in variety if path.startswith(folder)), key=variety.__getitem__)
        for folder in ("papers/", "topics/")
    }


@pytest.fixture
def visit(reader: Reader, from_disk: str) -> Visit:
    """Opens a page of the site from disk."""
    return partial(reader.open, from_disk)


def violations(tab: Tab) -> list[str]:
    """Return what axe finds on a page; the page's policy does not bind what a test evaluates."""
    tab.evaluate(AXE.read_text("utf-8"))
    return [json.dumps(found, ensure_ascii=False) for found in tab.evaluate(_RUN)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "papers.html",
        "topics.html",
        "map.html",
        "search.html",
        "404.html",
        "papers/",
        "topics/",
    ],
)
def test_nothing_is_found_on_a_page(
    visit: Visit, rich: dict[str, str], path: str, scheme: Scheme, width: int
) -> None:
    tab = visit(rich.get(path, path), scheme=scheme, width=width)
    assert violations(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_on_a_part_of_a_long_list(
    reader: Reader, hostile_site: Path, scheme: Scheme
) -> None:
    part = min(path.name for path in hostile_site.glob("papers-*.html"))
    tab = reader.open(hostile_site.as_uri() + "/", part, scheme=scheme)
    assert violations(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["sparse autoencoders", "qqqqzzzz"], ids=["found", "nothing"])
def test_nothing_is_found_on_an_answered_search(visit: Visit, query: str, scheme: Scheme) -> None:
    tab = visit(f"search.html?q={query}", scheme=scheme)
    expect(tab.locator("#results-status")).not_to_be_empty()
    assert violations(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_on_marked_names(reader: Reader, tmp_path: Path, scheme: Scheme) -> None:
    one = paper("a", authors=("Ada Lovelace",), venue="Notes", published="1843")
    folder = publish(site([one]), tmp_path)
    tab = reader.open(f"{folder.as_uri()}/", "search.html?q=lovelace+notes+1843", scheme=scheme)
    expect(tab.locator(".papers div mark").first).to_be_visible()
    assert violations(tab) == []
    tab.goto("index.html")
    tab.locator("#q").press_sequentially("lovelace")
    expect(tab.locator(".option-about mark")).to_be_visible()
    assert violations(tab) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_on_open_filters(visit: Visit, scheme: Scheme, width: int) -> None:
    tab = visit("search.html?q=learning", scheme=scheme, width=width)
    toggle = tab.locator("#facets-toggle")
    expect(tab.locator("#facets button")).not_to_have_count(0)
    if toggle.is_visible():
        toggle.click()
    tab.locator("#facets button[aria-pressed]").first.click()
    expect(tab.locator("#facets-chosen button")).to_have_count(1)
    assert violations(tab) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_on_the_list_under_the_box(
    visit: Visit, scheme: Scheme, width: int
) -> None:
    tab = visit("papers.html", scheme=scheme, width=width)
    tab.locator("#q").press_sequentially("gaussian process")
    expect(tab.locator("#q-options [role=option]").first).to_be_visible()
    tab.locator("#q").press("ArrowDown")
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["topics.html", "topics/coding.html", "papers/p0.html"])
def test_nothing_is_found_where_topics_have_much_to_show(
    reader: Reader, briefed_site: Path, path: str, scheme: Scheme, width: int
) -> None:
    tab = reader.open(briefed_site.as_uri() + "/", path, scheme=scheme, width=width)
    for summary in tab.locator(".evidence-list summary").all():
        summary.click()
    assert violations(tab) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["topics.html", "topics-0-9.html", "topics-su--sz.html"])
def test_nothing_is_found_on_an_index_in_parts(
    reader: Reader, lettered_site: Path, path: str, scheme: Scheme, width: int
) -> None:
    tab = reader.open(lettered_site.as_uri() + "/", path, scheme=scheme, width=width)
    assert violations(tab) == []
    tab.get_by_label("Filter").fill("models")
    expect(tab.locator("[data-found-topics] li")).to_have_count(3)
    assert violations(tab) == []


def test_a_fault_would_be_found(visit: Visit) -> None:
    tab = visit("index.html")
    tab.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any('"image-alt"' in found for found in violations(tab))
