"""A page that was open while its site was updated shows no wrong papers."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect

from browsing import Reader
from making import paper, publish, site
from serving import served
from sitegen.search import tables
from sitegen.search.scripts import FORMAT

pytestmark = pytest.mark.browser

OLD = ("graphs", "kernels", "robots", "speech", "proteins", "markets")
NEW = ("comets", "volcanoes", "glaciers", "rivers", "deserts", "oceans")


def _publish(subjects: tuple[str, ...], folder: Path) -> Path:
    """Write a site of one paper on each subject, in place of what was there.

    A file that both sites have is never missing: the open page may still ask for its icon.
    """
    papers = [paper(f"on-{subject}", f"On {subject}", published="2024-05") for subject in subjects]
    fresh = publish(site(papers), folder.with_name("fresh"))
    new = {path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file()}
    old = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    for path in new:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).replace(folder / path)
    for path in old - new:
        (folder / path).unlink()
    return folder


def _opened(reader: Reader, folder: Path) -> Tab:
    """Open the search page of a site and let it read its tables, and nothing else."""
    tab = reader.open(folder.as_uri() + "/", "search.html")
    with tab.expect_request_finished(lambda request: request.url.endswith("/search/tables.js")):
        tab.locator("#q").focus()
    return tab


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of papers on the old subjects."""
    return _publish(OLD, tmp_path / "site")


def test_a_paper_of_the_new_site_is_found_by_the_open_page(reader: Reader, folder: Path) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    _publish((*OLD, *NEW), folder)
    tab.locator("#q").fill("kernels")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_have_attribute("data-paper-id", "on-kernels")
    tab.locator("#q").fill("volcanoes")
    expect(first).to_have_attribute("data-paper-id", "on-volcanoes")
    expect(tab.locator("#search-failed")).to_be_hidden()


def test_a_part_of_the_tables_that_is_gone_means_a_newer_site(
    reader: Reader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    monkeypatch.setattr(tables, "_MANY", 0)
    _publish(OLD, folder)
    tab = _opened(reader, folder)
    _publish(NEW, folder)
    tab.locator("#q").fill("volcanoes")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_have_attribute("data-paper-id", "on-volcanoes")
    expect(tab.locator("#search-failed")).to_be_hidden()


def test_a_paper_that_has_nothing_of_the_query_is_never_shown(
    reader: Reader, folder: Path
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    cards = {path: path.read_bytes() for path in (folder / "search" / "cards").glob("*.js")}
    for path, text in cards.items():
        path.write_bytes(text.replace(b"kernels", b"comets!"))
    tab.locator("#q").fill("kernels")
    expect(tab.locator("#search-failed")).to_be_visible()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(0)
    for path, text in cards.items():
        path.write_bytes(text)
    tab.locator("#search-retry").click()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(1)


def _of_format(number: int, folder: Path) -> None:
    """Make the search's files of a site, and their reader, of a format."""
    for path in (folder / "search").rglob("*.js"):
        path.write_text(re.sub(r",\d+\);$", f",{number});", path.read_text("utf-8")), "utf-8")
    reader = folder / "static" / "search.js"
    text = reader.read_text("utf-8")
    reader.write_text(re.sub(r"FORMAT = \d+", f"FORMAT = {number}", text), "utf-8")


def test_files_of_another_format_are_not_read_and_the_page_can_be_reloaded(
    reader: Reader, folder: Path
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    old = (folder / "static" / "search.js").read_bytes()
    _publish((*OLD, *NEW), folder)
    _of_format(99, folder)
    (folder / "static" / "search.js").write_bytes(old)
    tab.locator("#q").fill("kernels")
    expect(tab.locator("#search-old")).to_be_visible()
    expect(tab.locator("#search-failed")).to_be_hidden()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(0)
    _of_format(99, folder)
    tab.locator("#q").fill("volcanoes")
    expect(tab).to_have_url(re.compile(r"\?q=volcanoes$"))
    with tab.expect_request(re.compile(r"/static/search\.js\?\d+$")):
        tab.locator("#search-reload").click()
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_have_attribute("data-paper-id", "on-volcanoes")
    expect(tab.locator("#search-old")).to_be_hidden()


def test_tables_that_the_browser_kept_of_another_format_are_read_anew(
    reader: Reader, folder: Path
) -> None:
    tab = reader.open(folder.as_uri() + "/", "search.html")
    kept = (folder / "search" / "tables.js").read_text("utf-8").replace(f",{FORMAT});", ",0);")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=kept, content_type="text/javascript")

    tab.route(re.compile(r"/search/tables\.js$"), answer)
    tab.goto("search.html?q=kernels")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_have_attribute("data-paper-id", "on-kernels")
    assert asked


def test_a_site_that_is_gone_says_so(reader: Reader, folder: Path) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    shutil.rmtree(folder / "search")
    tab.locator("#q").fill("robots")
    expect(tab.locator("#search-failed")).to_be_visible()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(0)


_IMPATIENT = (
    "const wait = setTimeout;"
    " setTimeout = (act, pause, ...given) => wait(act, pause === 3000 ? 0 : pause, ...given);"
    " null"
)
_LATER = "const now = Date.now; Date.now = () => now() + 60_000"


def test_old_tables_are_not_taken_at_their_word_that_there_is_nothing(
    reader: Reader, folder: Path
) -> None:
    tab = _opened(reader, folder)
    tab.locator("#q").fill("volcanoes")
    expect(tab.locator("#results-status")).to_have_text("No papers found.")
    _publish((*OLD, *NEW), folder)
    tab.evaluate(_LATER)
    tab.locator("#q").fill("glaciers")
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(1)


def _searched(tab: Tab, query: str, number: int) -> None:
    """Search for `query` and see so many papers."""
    tab.locator("#q").focus()
    # Before its scripts are there, the form would load the page anew.
    while not tab.evaluate("Boolean(globalThis.sitegen?.view?.running)"):
        tab.wait_for_timeout(20)
    tab.locator("#q").fill(query)
    tab.locator("#q").press("Enter")
    expect(tab.locator("#results-status")).to_have_text(re.compile(rf"^{number} papers"))
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(number)


@pytest.mark.parametrize("query", ["abstract", "year:2024"])
def test_what_a_page_has_in_memory_is_looked_for_in_the_new_site(
    reader: Reader, folder: Path, query: str
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    _searched(tab, query, len(OLD))
    _publish(("robots", *NEW), folder)
    tab.evaluate(_LATER)
    _searched(tab, query, len(NEW) + 1)
    links = tab.locator("#results h2 a").all()
    assert all((folder / str(link.get_attribute("href"))).is_file() for link in links)


def test_a_site_that_answers_late_is_shown_when_it_has(reader: Reader, folder: Path) -> None:
    tab = _opened(reader, folder)
    _searched(tab, "year:2024", len(OLD))
    _publish(("robots", *NEW), folder)
    tab.evaluate(_LATER)
    tab.evaluate(_IMPATIENT)
    tab.locator("#q").fill("year:2024")
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(len(NEW) + 1)


def test_a_page_of_a_server_looks_past_what_the_browser_kept(reader: Reader, folder: Path) -> None:
    reader.expect("404")
    with served(folder) as address:
        tab = reader.open(address, "search.html")
        _searched(tab, "abstract", len(OLD))
        _publish(("robots", *NEW), folder)
        tab.evaluate(_LATER)
        _searched(tab, "abstract", len(NEW) + 1)
        # The server stays until nothing more is asked of it.
        asked = 0
        while asked < len(reader.requests):
            asked = len(reader.requests)
            tab.wait_for_timeout(500)


def test_a_search_that_overtakes_another_is_of_the_new_site_too(
    reader: Reader, folder: Path
) -> None:
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        held.append(route)
        if len(held) > 1:
            route.continue_()

    with served(folder) as address:
        tab = reader.open(address, "search.html?q=abstract")
        status = tab.locator("#results-status")
        expect(status).to_have_text(re.compile(rf"^{len(OLD)} papers"))
        tab.route(re.compile(r"/search/tables\.js\?"), hold_first)
        _publish((*OLD, *NEW), folder)
        tab.evaluate(_LATER)
        tab.locator("#q").fill("abstracts")
        while not held:
            tab.wait_for_timeout(20)
        tab.locator("#q").fill("abstract")
        tab.wait_for_timeout(500)
        assert len(held) == 1
        held[0].continue_()
        expect(status).to_have_text(re.compile(rf"^{len(OLD + NEW)} papers"))
        tab.wait_for_timeout(500)


def test_a_page_that_is_seen_again_shows_what_is_there_now(reader: Reader, folder: Path) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    _searched(tab, "abstract", len(OLD))
    _publish(("robots", *NEW), folder)
    tab.evaluate(_LATER)
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(len(NEW) + 1)


def test_whether_the_site_is_newer_is_not_asked_for_each_query(
    reader: Reader, folder: Path
) -> None:
    # By its address: whoever presses Enter before the scripts are there loads the page once more.
    tab = reader.open(folder.as_uri() + "/", "search.html?q=abstract")
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(len(OLD))
    # The clock stands: however long this takes, it takes no time.
    tab.evaluate("const now = Date.now(); Date.now = () => now")
    _searched(tab, "year:2024", len(OLD))
    asked = len(reader.requests)
    _searched(tab, "abstract", len(OLD))
    _searched(tab, "year:2024", len(OLD))
    assert not [url for url in reader.requests[asked:] if "/search/tables.js" in url]


def test_a_page_whose_site_cannot_be_asked_goes_on_with_what_it_has(
    reader: Reader, folder: Path
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    tab = _opened(reader, folder)
    _searched(tab, "year:2024", len(OLD))
    (folder / "search" / "tables.js").unlink()
    tab.evaluate(_LATER)
    _searched(tab, "abstract", len(OLD))
    _searched(tab, "year:2024", len(OLD))
