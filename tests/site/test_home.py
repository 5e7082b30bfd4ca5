"""What the first page says of the library."""

import re
from pathlib import Path

import pytest

from browsing import Reader
from making import files, paper, publish, site
from published import Page
from sitegen import artifacts, theme
from sitegen.config import Config, Feature, Search
from sitegen.model import Neighbour
from sitegen.rendering import Renderer


@pytest.mark.parametrize(
    ("topics", "related", "search", "said"),
    [
        (True, True, True, "its topics, the phrases that gave them and what is related to it"),
        (True, False, False, "every paper with its topics and the phrases that gave them."),
        (False, True, False, "every paper with what is related to it."),
        (False, False, True, "paper on a page of its own, and a search that needs no server."),
    ],
)
def test_nothing_is_promised_that_is_switched_off(
    *, topics: bool, related: bool, search: bool, said: str
) -> None:
    config = Config(
        topics=Feature(enabled=topics),
        related=Feature(enabled=related),
        search=Search(enabled=search),
    )
    (home,) = (one for one in files(site([paper("a")]), config) if one.path == "index.html")
    html = artifacts.content(home, Renderer(theme.load(None))).decode()
    about = re.search('<p class="about"[^>]*>(.*?)</p>', html)
    assert about
    assert said in about[1]


def test_no_line_begins_with_a_dot(seed_pages: tuple[Page, ...]) -> None:
    (home,) = (page for page in seed_pages if page.path == "index.html")
    assert len(re.findall("·", home.source)) == len(re.findall("\u00a0·", home.source)) > 1


@pytest.mark.browser
def test_lists_side_by_side_begin_on_one_line(reader: Reader, tmp_path: Path) -> None:
    near = [f"p{at}" for at in range(20)]
    library = [paper(ident, published=f"20{at + 10}") for at, ident in enumerate(near)]
    related = {ident: (Neighbour("p0", ()),) for ident in near[1:]}
    tab = reader.open(publish(site(library, related=related), tmp_path).as_uri() + "/")
    newest, central = (one.bounding_box() for one in tab.locator(".shelves .papers").all())
    assert newest
    assert central
    assert newest["y"] == central["y"]
    assert newest["x"] < central["x"]
    assert newest["width"] == central["width"]
