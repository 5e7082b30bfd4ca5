"""What narrows a search: chips with counts, in the address, and removable."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from browsing import NARROW, Reader
from making import paper, publish, site
from serving import served

pytestmark = pytest.mark.browser

VENUES = ("ICML", "ACL", "CVPR")
AUTHORS = ("Ada Lovelace", "Emmy Noether")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 40 papers on graphs, of four years, three venues and two authors."""
    papers = [
        paper(
            f"p{number:02}",
            f"Graphs of kind {number}",
            venue=VENUES[number % 3],
            published=str(2018 + number % 4),
            authors=(AUTHORS[number % 2], "Somebody Else"),
        )
        for number in range(40)
    ]
    return publish(site(papers), tmp_path_factory.mktemp("faceted"))


@pytest.fixture(scope="module", params=["from disk", "served"])
def address(request: pytest.FixtureRequest, library: Path) -> Iterator[str]:
    """The library's address, from disk and on a server."""
    if request.param == "from disk":
        yield library.as_uri() + "/"
        return
    with served(library) as found:
        yield found


def _chip(tab: Tab, value: str) -> Locator:
    """Return the chip of a value beside the results."""
    return tab.locator("#facets").get_by_role("button", name=re.compile(rf"^{value} \d"))


def _count(tab: Tab, count: int) -> None:
    """Assert how many papers are told, and shown as far as the list goes."""
    expect(tab.locator("#results-status")).to_have_text(re.compile(rf"^{count} papers?\b"))
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(min(count, 20))


def test_a_filter_narrows_counts_again_and_is_in_the_address(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs")
    _count(tab, 40)
    expect(_chip(tab, "ICML")).to_have_text("ICML 14 papers")
    _chip(tab, "ICML").click()
    _count(tab, 14)
    expect(tab).to_have_url(f"{address}search.html?q=graphs&venue=ICML")
    expect(_chip(tab, "ICML")).to_have_attribute("aria-pressed", "true")
    expect(_chip(tab, "ICML")).to_be_focused()
    expect(_chip(tab, "ACL")).to_have_text("ACL 13 papers")
    expect(_chip(tab, "Ada Lovelace")).to_have_text("Ada Lovelace 7 papers")


def test_years_add_up_and_authors_narrow(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs&year=2018&year=2019")
    _count(tab, 20)
    _chip(tab, "Ada Lovelace").click()
    _count(tab, 10)
    _chip(tab, "Somebody Else").click()
    _count(tab, 10)


def test_back_takes_a_filter_off_and_forward_sets_it(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs")
    _chip(tab, "2019").click()
    _count(tab, 10)
    tab.go_back()
    _count(tab, 40)
    expect(tab.locator("#facets-chosen")).to_be_hidden()
    tab.go_forward()
    _count(tab, 10)


def test_chosen_filters_are_removed_one_by_one_or_all(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs&venue=ACL&year=2020&author=Ada+Lovelace")
    chosen = tab.locator("#facets-chosen")
    expect(chosen.get_by_role("button")).to_have_count(4)
    chosen.get_by_role("button", name="Remove ACL").click()
    expect(tab).to_have_url(f"{address}search.html?q=graphs&year=2020&author=Ada+Lovelace")
    _count(tab, 10)
    chosen.get_by_role("button", name="Remove all filters").click()
    _count(tab, 40)
    expect(tab).to_have_url(f"{address}search.html?q=graphs")


def test_what_years_alone_keep_out_is_offered_alone(reader: Reader, address: str) -> None:
    tab = reader.open(address, 'search.html?q="graphs+of"+year:1999')
    expect(tab.locator("#search-empty p")).to_have_text(["Papers of any year."])
    tab.locator("#search-empty a").click()
    _count(tab, 40)
    tab.locator("#q").fill("graphs year:1999")
    expect(tab.locator("#search-empty p")).to_have_text(["40 papers of any year."])


def test_newest_first_finds_the_best_of_what_is_narrowed(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    papers = [paper(f"p{at}", f"Graph {at}", venue="ACL", published="2020") for at in range(3)]
    papers.append(paper("both", "Graph network", venue="ICML", published="2021"))
    folder = publish(site(papers), tmp_path_factory.mktemp("ordered"))
    tab = reader.open(folder.as_uri() + "/", "search.html?q=graph+network&venue=ACL")
    _count(tab, 3)
    tab.locator("#results-order").select_option("year")
    _count(tab, 3)
    expect(tab).to_have_url(re.compile("order=year"))


def test_what_newest_first_leaves_out_is_said(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs+kind&order=year")
    expect(tab.locator("#results-status")).to_contain_text(" with all the words, newest first.")
    tab.locator("#q").fill("graphs zebra")
    expect(tab.locator("#results-status")).to_contain_text(" with the most words of the query")


def test_filters_alone_are_a_search(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?year=2021")
    _count(tab, 10)
    tab.goto("search.html?q=year:2019..2020")
    _count(tab, 20)
    tab.goto("search.html?q=year:2019+year:2021")
    _count(tab, 20)
    tab.goto("search.html?q=graphs+-year:2019..2020")
    _count(tab, 20)
    tab.goto("search.html?q=-graphs")
    expect(tab.locator("#results-status")).to_have_text("No papers found.")


def test_results_can_be_ordered_by_year(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs")
    _count(tab, 40)
    tab.get_by_label("Order").select_option("Newest first")
    expect(tab).to_have_url(f"{address}search.html?q=graphs&order=year")
    first = tab.locator("#results li[data-paper-id]").first
    expect(first).to_contain_text("2021")
    expect(tab.locator("#results-status")).to_have_text("40 papers, newest first.")
    shown = tab.locator("#results li > div").all_inner_texts()
    years = [int(text[-4:]) for text in shown]
    assert years == sorted(years, reverse=True)
    tab.reload()
    expect(tab.get_by_label("Order")).to_have_value("year")
    expect(first).to_contain_text("2021")


def test_filters_that_leave_nothing_can_be_left_out(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs&venue=Nowhere")
    expect(tab.locator("#results-status")).to_have_text("No papers found.")
    tab.get_by_role("link", name="without the filters").click()
    _count(tab, 40)


def test_years_that_leave_nothing_can_be_left_out(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs+year:1990")
    expect(tab.locator("#search-empty")).to_have_text("40 papers of any year.")
    tab.get_by_role("link", name="of any year").click()
    _count(tab, 40)
    tab.goto(f"{address}search.html?q=graphs+year:2018..2019&venue=Nowhere")
    expect(tab.locator("#search-empty")).to_have_text("20 papers without the filters.")
    tab.goto(f"{address}search.html?q=year:1990")
    expect(tab.locator("#search-empty")).to_have_text("No paper here is of these years.")
    tab.goto(f"{address}search.html?q=graphs+-year:2000..2030")
    tab.get_by_role("link", name="of any year").click()
    _count(tab, 40)


def test_a_phrase_to_leave_out_is_told_as_one(reader: Reader, address: str) -> None:
    tab = reader.open(address, 'search.html?q=graphs+-"kind+7"')
    expect(tab.locator("#results-status")).to_contain_text("papers without the phrase.")


def test_filters_are_loaded_after_the_first_results(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs")
    expect(_chip(tab, "ICML")).to_be_visible()
    loaded = [url.split("/search/")[1] for url in reader.requests if "/search/" in url]
    last = max(number for number, name in enumerate(loaded) if name.startswith("cards/"))
    assert last < len(loaded) - 1
    assert not loaded[-1].startswith("cards/")


def test_on_a_phone_filters_are_behind_a_button(reader: Reader, address: str) -> None:
    tab = reader.open(address, "search.html?q=graphs", width=NARROW)
    toggle = tab.get_by_role("button", name="Filters")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(_chip(tab, "ICML")).to_be_hidden()
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    _chip(tab, "ICML").press("Enter")
    _count(tab, 14)
    expect(_chip(tab, "ICML")).to_be_focused()


def _without_columns(library: Path, folder: Path) -> tuple[Path, Path]:
    """Return a copy of the library without its columns, and where these should be."""
    copy = shutil.copytree(library, folder / "site")
    (name,) = re.findall(r'"columns":"(\w+)"', (copy / "search" / "tables.js").read_text("utf-8"))
    columns = copy / "search" / f"{name}.js"
    columns.rename(folder / columns.name)
    return folder / columns.name, columns


def test_filters_that_do_not_load_are_said_and_tried_again(
    reader: Reader, library: Path, tmp_path: Path
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    away, place = _without_columns(library, tmp_path)
    tab = reader.open(f"{place.parents[1].as_uri()}/", "search.html?q=graphs")
    _count(tab, 40)
    panel = tab.locator("#facets")
    expect(panel).to_contain_text("The filters could not be loaded.")
    panel.get_by_role("button", name="Try again").click()
    expect(panel.get_by_role("button", name="Try again")).to_be_focused()
    away.rename(place)
    panel.get_by_role("button", name="Try again").click()
    expect(_chip(tab, "2018")).to_be_visible()
    expect(panel).not_to_contain_text("could not be loaded")
    _count(tab, 40)


def test_what_narrows_a_search_that_failed_can_be_taken_back(
    reader: Reader, library: Path, tmp_path: Path
) -> None:
    reader.expect("ERR_FILE_NOT_FOUND")
    _, place = _without_columns(library, tmp_path)
    tab = reader.open(f"{place.parents[1].as_uri()}/", "search.html?q=graphs&year=2018&order=year")
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")
    tab.locator("#facets-chosen").get_by_role("button", name="2018").click()
    tab.locator("#results-order").select_option("")
    _count(tab, 40)
