"""Text from outside stays text: no string of the collections of attacks becomes an element."""

import json
import re
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

import hostile
from browsing import Reader
from published import Page, kind, kinds, pages

_LOGIC = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DIRECTION = re.compile(r"\{\{ [\w.]+(?:\|join\(.*?\))?\|dir \}\}")
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)

# What may stand in a page beyond what its template holds: an abstract's own emphasis, code,
# links and passages, formulas, what a page's kind is called, and what scripts make.
_MARKUP = "a[href,rel] b[data-topics] code[class] em header[class] p strong sub sup "
_FORMULA = (
    "math mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow mspace msqrt mstyle "
    "msub msubsup msup mtable mtd mtext mtr munder munderover"
)
_FORMULA_ATTRIBUTES = (
    "accent display displaystyle fence form linethickness lspace mathvariant movablelimits rspace "
    "scriptlevel stretchy width"
)
_RESULT = (
    "html[data-js] li[class,data-paper-id,hidden] mark h[class] ul[aria-labelledby] "
    "button[class,data-key,aria-pressed] section[class] "
    # In every footer, at every box, behind a citation.
    "button[data-copy] input[enterkeyhint,spellcheck] kbd span[role]"
)


def spelled(notation: str) -> set[tuple[str, str]]:
    """Return the pairs of element and attribute that ``a[href] br`` spells out."""
    found = set()
    for name, attributes in re.findall(r"(\w+)(?:\[(.*?)\])?", notation):
        found |= {(name, attribute) for attribute in ["", *filter(None, attributes.split(","))]}
    return found


@pytest.fixture(scope="module")
def allowed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Every pair of element and attribute that the templates hold, and the few beyond."""
    plain = tmp_path_factory.mktemp("templates")
    for number, path in enumerate((checkout / "templates").rglob("*.html")):
        source = _DIRECTION.sub(' dir="auto"', path.read_text("utf-8"))
        source = _LOGIC.sub("", _VALUE.sub("2", source))
        (plain / f"{number}.html").write_text(source, "utf-8")
    held = {pair for page in pages(plain) for pair in kinds(page)}
    return (
        held
        | spelled(_MARKUP + _RESULT)
        | set(product(_FORMULA.split(), ["", *_FORMULA_ATTRIBUTES.split()]))
    )


@pytest.fixture(scope="module")
def hostile_pages(hostile_site: Path) -> tuple[Page, ...]:
    """Every page of the hostile library."""
    return pages(hostile_site)


def test_the_collections_are_there() -> None:
    assert len(hostile.strings()) > 4900


def test_no_string_keeps_a_paper_out_of_the_site(hostile_site: Path) -> None:
    lines = (hostile_site / "data" / "papers.jsonl").read_text("utf-8").split("\n")
    titles = {json.loads(line)["title"].split()[0] for line in lines if line}
    assert titles == {str(record["title"]).split()[0] for record in hostile.records()}


def test_every_page_holds_only_what_its_template_holds(
    hostile_pages: tuple[Page, ...], allowed: set[tuple[str, str]]
) -> None:
    strange = {pair: page.path for page in hostile_pages for pair in kinds(page) - allowed}
    assert strange == {}


def test_every_link_keeps_to_harmless_schemes(hostile_pages: tuple[Page, ...]) -> None:
    links = [one for page in hostile_pages for one in page.references]
    schemes = {one.parts.scheme for one in links if one.url != "data:,"}
    assert schemes <= {"", "http", "https", "mailto"}
    assert [str(one) for one in links if not one.outward and one.parts.netloc] == []


def test_an_element_from_outside_would_be_found(
    tmp_path: Path, allowed: set[tuple[str, str]]
) -> None:
    (tmp_path / "a.html").write_text("<p onclick='x'><em>a</em><img src=a.png></p>", "utf-8")
    (page,) = pages(tmp_path)
    assert kinds(page) - allowed == {("p", "onclick"), ("img", ""), ("img", "src")}


_INVENTORY = """() => ({
  ran: window.ran ?? null,
  kinds: [...document.querySelectorAll('*')].flatMap((element) =>
    ['', ...element.getAttributeNames()].map((name) => `${element.localName} ${name}`)),
  protocols: [...document.querySelectorAll('a, area')].map((link) =>
    link.protocol ?? new URL(link.href.baseVal, document.baseURI).protocol),
})"""


def assert_harmless(tab: Tab, allowed: set[tuple[str, str]]) -> None:
    """State that the browser itself sees no foreign element, link or sign of a script."""
    seen = tab.evaluate(_INVENTORY)
    assert seen["ran"] is None, tab.url
    pairs = [pair.split(" ") for pair in seen["kinds"]]
    # A browser tells SVG's names in their own case, a file's reader in small letters.
    found = {(kind(name.lower()), attribute.lower()) for name, attribute in pairs}
    assert found - allowed == set(), tab.url
    assert set(seen["protocols"]) <= {"file:", "http:", "https:", "mailto:"}, tab.url


@pytest.mark.browser
@pytest.mark.parametrize("half", [0, 1])
def test_no_script_runs_on_any_page(
    reader: Reader,
    hostile_site: Path,
    hostile_pages: tuple[Page, ...],
    allowed: set[tuple[str, str]],
    half: int,
) -> None:
    tab = reader.open(hostile_site.as_uri() + "/")
    paths = [page.path for page in hostile_pages if not page.path.startswith("topics/")]
    for path in paths[half::2]:
        tab.goto(quote(path))
        assert_harmless(tab, allowed)


@pytest.mark.browser
@pytest.mark.parametrize(
    "query", ["alert", "onerror", "<img src=x onerror=window.ran=1>", "${7*7}"]
)
def test_no_script_runs_in_a_search(
    reader: Reader, hostile_site: Path, allowed: set[tuple[str, str]], query: str
) -> None:
    tab = reader.open(hostile_site.as_uri() + "/", f"search.html?q={quote(query)}")
    expect(tab.locator("#results-status")).not_to_be_empty()
    expect(tab.locator("#q")).to_have_value(query)
    assert_harmless(tab, allowed)
