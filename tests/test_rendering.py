"""`rendering`: what a page says of a text's direction, and the blanks it does without."""

import re

import pytest

from making import paper, site
from sitegen import theme, views
from sitegen.config import Config
from sitegen.rendering import Renderer
from sitegen.views.values import PapersPage

HEBREW = "למידה עמוקה"
ARABIC = "الشبكات neural networks"


def pages(title: str = "", **fields: object) -> dict[str, str]:
    """Return the pages of the list and of a paper `a` with `fields`, beside seven others."""
    library = [paper("a", title, **fields), *(paper(f"b{n}") for n in range(7))]
    renderer = Renderer(theme.load(None))
    found = {path: views.page(draft) for path, draft in views.pages(site(library), Config())}
    return {
        "paper": renderer.html("paper.html", found["papers/a.html"]),
        "list": renderer.html("papers.html", found["papers.html"]),
    }


@pytest.mark.parametrize("title", [HEBREW, ARABIC, "On " + HEBREW])
def test_a_text_with_letters_from_right_to_left_has_its_own_direction(title: str) -> None:
    made = pages(title=title, authors=(HEBREW,), venue="ICML")
    assert f'<h1 dir="auto">{title}</h1>' in made["paper"]
    people = made["paper"].partition('aria-label="Authors" dir="auto">')[2]
    assert people.split("</ul>")[0].split() == f"<li>{HEBREW}</li>".split()
    assert re.search(f'<h2 dir="auto"><a href="papers/a.html">{title}</a></h2>', made["list"])
    assert f"<div><bdi>{HEBREW}</bdi>\u00a0· ICML</div>" in made["list"]


def test_any_other_text_needs_no_direction() -> None:
    made = pages(title="Über 深度学习 and Ψ", authors=("José", "王伟"), venue="ICML")
    assert "dir=" not in made["paper"] + made["list"]
    assert "<div>José, 王伟\u00a0· ICML</div>" in made["list"]


def test_a_formula_stays_with_the_signs_at_it() -> None:
    made = pages(title="On ($x$), $y$ and $k$-means", abstract="Of $z$. Of <math>")
    x, y, k, z = (f"<math><mi>{name}</mi></math>" for name in "xykz")
    held = '<span class="held">{}</span>'.format
    assert f"On {held(f'({x}),')} {y} and {held(f'{k}-')}means" in made["paper"]
    assert f"On {held(f'({x}),')} {y} and {held(f'{k}-')}means" in made["list"]
    assert f"<p>Of {held(f'{z}.')} Of &lt;math&gt;</p>" in made["paper"]


def test_a_section_is_not_named_as_the_heading_in_it_is() -> None:
    made = pages(title="Known")["paper"]
    named = re.findall(r'<section[^>]*aria-label="([^"]+)"', made)
    assert re.findall(r"<h2[^>]*>(Abstract|Related papers)</h2>", made)
    assert not set(named) & {"Abstract", "Related papers"}


def test_a_piece_of_a_list_is_one_line() -> None:
    made = pages(title="Known", authors=("José",), venue="ICML")["list"]
    pieces = made.partition('<ol class="papers">')[2].partition("</ol>")[0]
    assert pieces.count("\n") == pieces.count("<li>") == 8


def test_pages_of_one_folder_name_each_other_without_it() -> None:
    renderer = Renderer(theme.load(None))
    library = site([paper("a", "Same"), paper("b", "Same", variants=("a",))])
    found = dict(views.pages(library, Config()))
    made = renderer.html("paper.html", views.page(found["papers/b.html"]))
    assert '<a href="a.html">Same</a>' in made
    assert '<a href="../index.html">' in made


@pytest.mark.parametrize(("others", "told"), [(12, []), (1_013, ["1,001"])])
def test_of_many_papers_with_one_title_a_page_shows_a_few(others: int, told: list[str]) -> None:
    twins = [paper(f"b{n}", "Same") for n in range(others)]
    one = paper("a", "Same", variants=tuple(twin.id for twin in twins))
    found = dict(views.pages(site([one, *twins]), Config()))
    made = Renderer(theme.load(None)).html("paper.html", views.page(found["papers/a.html"]))
    assert made.count("<h3><a") == 12
    assert re.findall("And (.*) more with this title.", made) == told


def test_a_list_has_tools_from_eight_papers_on() -> None:
    assert "list-tools" in pages(published="2024")["list"]
    assert pages(published="2024")["list"].count("data-date") == 1
    few = [paper(f"b{n}", published="2024") for n in range(7)]
    (page,) = (draft for path, draft in views.pages(site(few), Config()) if path == "papers.html")
    assert isinstance(page, PapersPage)
    made = Renderer(theme.load(None)).html("papers.html", page)
    assert "list-tools" not in made
    assert "data-date" not in made


def test_an_order_is_offered_where_there_is_more_than_one() -> None:
    # What a script took away only then would move the list that is being read.
    assert "data-list-order" not in pages()["list"]
    assert 'value="oldest"' in pages(published="2024")["list"]


def test_blanks_that_mean_something_stay() -> None:
    bibtex = pages()["paper"].partition('<pre id="bibtex" tabindex="0">')[2].partition("</pre>")[0]
    assert bibtex.startswith("@misc{")
    assert "\n  title = " in bibtex
