"""Pages can be read: without JavaScript, on a phone, from a wrong address."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import NARROW, Reader
from making import paper, publish, site
from published import Page
from sitegen.config import Config

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sample(seed_pages: tuple[Page, ...]) -> list[Page]:
    """Every page of its own kind, and of the many papers and topics some from each stretch."""
    one_of_many = [page for page in seed_pages if "/" in page.path]
    return [page for page in seed_pages if "/" not in page.path] + one_of_many[::8]


def test_pages_fit_a_phone(reader: Reader, from_disk: str, sample: list[Page]) -> None:
    tab = reader.open(from_disk, width=NARROW)
    wide = []
    for page in sample:
        tab.goto(page.path)
        if tab.evaluate("document.documentElement.scrollWidth") > NARROW:
            wide.append(page.path)
    assert wide == []


def test_the_dot_between_topics_takes_no_line_of_its_own(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, width=320)
    first = tab.locator(".papers ul:has(li + li) li:first-child").first
    first.locator("a").evaluate("one => { one.textContent = 'Retrieval Augmented '.repeat(4); }")
    with_dot = first.bounding_box()
    first.evaluate("one => one.parentElement.append(one)")
    without = tab.locator("li", has_text="Retrieval Augmented Retrieval").last.bounding_box()
    assert with_dot
    assert without
    assert with_dot["height"] == without["height"] > 50


def test_nor_does_the_sign_that_a_passage_is_cut(reader: Reader, from_disk: str) -> None:
    tab = reader.open(from_disk, "search.html?q=learning")
    passages = tab.locator("#results li > p")
    expect(passages.first).to_be_visible()
    cut = [text[-2:] for text in passages.all_inner_texts() if text.endswith("…")]
    assert set(cut) == {"\u00a0…"}


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_the_way_to_the_next_part_is_as_wide_as_the_list_and_as_high_as_a_finger_needs(
    reader: Reader, tmp_path: Path, width: int
) -> None:
    library = [paper(f"p{at}", published=f"{2020 + at % 2}") for at in range(400)]
    address = publish(site(library), tmp_path).as_uri() + "/"
    tab = reader.open(address, "papers-2021.html", width=width)
    papers, step, way = (
        tab.locator(one).bounding_box() for one in (".papers", ".step", ".step a[rel]")
    )
    assert papers
    assert step
    assert way
    assert papers["width"] == step["width"]
    assert way["height"] >= 24


def test_pages_fit_a_phone_with_text_of_twice_the_size(
    reader: Reader, from_disk: str, sample: list[Page]
) -> None:
    tab = reader.open(from_disk, width=320)
    wide = []
    for page in [*(each.path for each in sample), "search.html?q=language"]:
        tab.goto(page)
        if "?" in page:
            expect(tab.locator("#results > li").first).to_be_visible()
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        if tab.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(page)
    assert wide == []


def test_a_title_of_the_longest_words_fits_a_phone(reader: Reader, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenvereinigung"
    config = Config(title=f"Reading group of the {word}", description=word)
    library = [paper("a", title=f"On the {word}")]
    tab = reader.open(publish(site(library), tmp_path, config).as_uri() + "/", width=NARROW)
    for path in ["index.html", "papers.html", "search.html", "404.html", "papers/a.html"]:
        tab.goto(path)
        expect(tab.locator("body")).to_contain_text(word)
        assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW, path


def test_the_ways_to_parts_are_as_large_as_a_finger(reader: Reader, tmp_path: Path) -> None:
    library = [paper(f"{'ijl'[at % 3]}-{at}", published="2024") for at in range(330)]
    tab = reader.open(publish(site(library), tmp_path).as_uri() + "/", "papers.html", width=NARROW)
    ways = tab.locator(".parts dd").filter(has=tab.locator("a"))
    assert ways.count() == 3
    for way in ways.all():
        box = way.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        way.click(position={"x": box["width"] - 3, "y": box["height"] - 3})
        expect(tab.locator("h1")).to_contain_text("2024, ")
        tab.go_back()


def test_the_parts_beside_one_stand_side_by_side_on_a_phone(
    reader: Reader, tmp_path: Path
) -> None:
    library = [paper(f"{'ijl'[at % 3]}-{at}", published="2024") for at in range(330)]
    tab = reader.open(publish(site(library), tmp_path).as_uri() + "/", width=NARROW)
    tab.goto("papers-2024-j.html")
    before, after = (tab.locator(f".step a[rel={rel}]").bounding_box() for rel in ("prev", "next"))
    assert before
    assert after
    assert before["y"] == after["y"]
    assert before["x"] + before["width"] < after["x"]


def test_what_stands_side_by_side_stands_on_one_line(reader: Reader, from_disk: str) -> None:
    middles = """pair => pair.map((one) => {
        const text = document.createRange();
        text.selectNodeContents(one.firstChild);
        const { top, bottom } = text.getBoundingClientRect();
        return (top + bottom) / 2;
    })"""
    tab = reader.open(from_disk, "search.html?q=language")
    expect(tab.locator("#facets h2").first).to_be_visible()
    for pair in ("body > footer :is(p, label:has(select))", "#facets-topic, .found-tools label"):
        one, other = tab.locator(pair).evaluate_all(middles)
        assert one == pytest.approx(other, abs=1), pair


def test_no_line_begins_with_the_point_behind_a_formula(reader: Reader, from_disk: str) -> None:
    tab = reader.open(
        from_disk, "papers/what-s-the-magic-word-a-control-theory-of-llm-prompting.html"
    )
    points = """abstract => [...abstract.querySelectorAll("math")].flatMap((math) => {
        const next = math.nextSibling;
        if (!/^[.,]/.test(next?.data ?? "")) return [];
        const point = document.createRange();
        point.setStart(next, 0);
        point.setEnd(next, 1);
        return [point.getBoundingClientRect().left >= math.getBoundingClientRect().left];
    })"""
    abstract = tab.locator(".abstract")
    for width in range(340, 440, 5):
        tab.set_viewport_size({"width": width, "height": 800})
        found = abstract.evaluate(points)
        assert found
        assert all(found), width


def test_a_line_of_people_ends_before_the_venue_where_that_does_not_fit(
    reader: Reader, tmp_path: Path
) -> None:
    people = tuple(f"Ada B{n}" for n in range(5))
    one = paper("a", authors=people, venue="Conference", published="2024")
    tab = reader.open(publish(site([one]), tmp_path).as_uri() + "/", "papers.html", width=1200)
    lines = """by => {
        const [names, whole] = [document.createRange(), document.createRange()];
        whole.selectNodeContents(by);
        names.setStart(by.firstChild, 0);
        names.setEnd(by.firstChild, by.firstChild.data.indexOf("\u00a0·"));
        by.style.width = `${names.getBoundingClientRect().width + 20}px`;
        return [names, whole].map((each) => each.getClientRects().length);
    }"""
    assert tab.locator(".papers div").evaluate(lines) == [1, 2]


def test_a_year_does_not_stand_alone_on_a_line(reader: Reader, tmp_path: Path) -> None:
    one = paper("a", authors=("Ada Lovelace", "Charles Babbage"), venue="ACL", published="2024")
    tab = reader.open(publish(site([one]), tmp_path).as_uri() + "/", "papers.html", width=1200)
    alone = """by => {
        const [before, year] = [document.createRange(), document.createRange()];
        const { firstChild: text } = by;
        before.setStart(text, 0);
        before.setEnd(text, text.data.length - 4);
        year.setStart(text, text.data.length - 4);
        year.setEnd(text, text.data.length);
        by.style.width = `${before.getBoundingClientRect().width + 5}px`;
        const [end, side] = [year, by].map((each) => each.getBoundingClientRect());
        return [end.top > side.top + 5, end.left > side.left];
    }"""
    assert tab.locator(".papers div").evaluate(alone) == [True, True]


def test_years_beside_results_stand_in_columns(reader: Reader, tmp_path: Path) -> None:
    years = [year for year in range(2018, 2024) for _ in range(10 if year % 2 else 1)]
    library = [paper(f"Graphs {n}", published=str(year)) for n, year in enumerate(years)]
    tab = reader.open(publish(site(library), tmp_path).as_uri() + "/", "search.html?q=graphs")
    chips = tab.locator("[aria-labelledby=facets-year] button")
    expect(chips).to_have_count(6)
    places = chips.evaluate_all(
        """chips => chips.map((one) => one.getBoundingClientRect()).map(({ left, top }) =>
            [Math.round(left), Math.round(top)])"""
    )
    lefts, tops = (len(set(sides)) for sides in zip(*places, strict=True))
    assert lefts * tops == len(places)


def test_what_is_typed_has_room_where_letters_are_large(reader: Reader, from_disk: str) -> None:
    for path in ("index.html", "papers.html"):
        tab = reader.open(from_disk, path, width=NARROW)
        box, button = (tab.locator(f"form[role=search] {one}") for one in ("input", "button"))
        tops = "both => both.map((one) => one.getBoundingClientRect().top)"
        assert len(set(box.or_(button).evaluate_all(tops))) == 1
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        letters = "box => box.offsetWidth / parseFloat(getComputedStyle(box).fontSize)"
        assert box.evaluate(letters) > 8


def test_pages_read_without_javascript(reader: Reader, from_disk: str, sample: list[Page]) -> None:
    tab = reader.open(from_disk, javascript=False)
    for page in sample:
        tab.goto(page.path)
        assert tab.locator("h1").is_visible(), page.path
        assert tab.locator(".needs-script:visible").count() == 0, page.path
        if page.path.startswith("papers/"):
            assert len(tab.locator(".abstract").inner_text()) > 100, page.path
        elif page.path.startswith("topics/"):
            assert tab.locator("main a[href*='papers/']:visible").count() > 0, page.path


def test_without_javascript_the_search_page_says_what_it_needs(
    reader: Reader, from_disk: str
) -> None:
    tab = reader.open(from_disk, "search.html?q=sparse", javascript=False)
    note = tab.locator("main noscript, main .note").filter(has_text="JavaScript")
    expect(note.first).to_be_visible()
    tab.locator("main a[href='papers.html']:visible").first.click()
    expect(tab.locator("h1")).to_be_visible()
    assert tab.url == f"{from_disk}papers.html"


@pytest.mark.parametrize("path", ["nowhere.html", "papers/deep/down/nowhere.html"])
def test_a_wrong_address_shows_the_sites_own_page_at_any_depth(
    reader: Reader, served_site: str, path: str
) -> None:
    reader.expect("404")
    tab = reader.open(served_site, path)
    expect(tab.locator("h1")).to_have_text("There is no such page")
    assert reader.requests == [served_site + path]
