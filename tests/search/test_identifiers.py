"""`search.identifiers`: an arXiv id or a DOI, however it is pasted, finds the paper it names."""

import random

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site
from scripting import Node
from sitegen import search
from sitegen.model import Links, Paper
from sitegen.search.identifiers import identifiers

LIBRARY = [
    paper("new", links=Links(arxiv="2401.00001v2")),
    paper("old", links=Links(arxiv="math.GT/0309136")),
    paper("published", links=Links(doi="10.1145/3292500.3330701", arxiv="1905.07953")),
    paper("odd", links=Links(doi="10.1002/(SICI)1097(1998)17:15<1661::AID-SIM968>3.0.CO;2-2")),
    paper("by-doi", links=Links(doi="10.48550/arXiv.2310.12345")),
    paper("first", links=Links(doi="10.18653/v1/2020.acl-main.1")),
    paper("second", links=Links(doi="10.18653/V1/2020.acl-main.1")),
    paper("dotted", links=Links(doi="10.1162/tacl_a_00349.")),
    paper("none"),
]  # fmt: skip
NAMED = {
    "2401.00001": ["new"],
    " 2401.00001v1 ": ["new"],
    "arXiv:2401.00001": ["new"],
    "arxiv: 2401.00001v3": ["new"],
    "arXiv:2401.00001v2 [cs.CL] 8 Nov 2024": ["new"],
    "https://arxiv.org/abs/2401.00001": ["new"],
    "http://www.arxiv.org/pdf/2401.00001v2.pdf": ["new"],
    "arxiv.org/html/2401.00001v2#S3": ["new"],
    "https://huggingface.co/papers/2401.00001?ref=x": ["new"],
    "https://doi.org/10.48550/arXiv.2401.00001": ["new"],
    "math.GT/0309136": ["old"],
    "https://arxiv.org/abs/math.gt/0309136v1": ["old"],
    "10.1145/3292500.3330701": ["published"],
    "1905.07953": ["published"],
    "doi:10.1145/3292500.3330701": ["published"],
    "DOI: 10.1145/3292500.3330701.": ["published"],
    "https://doi.org/10.1145/3292500.3330701": ["published"],
    "doi.org/10.1145%2F3292500.3330701": ["published"],
    "https://dl.acm.org/doi/10.1145/3292500.3330701": ["published"],
    "10.1002/(sici)1097(1998)17:15<1661::AID-SIM968>3.0.co;2-2": ["odd"],
    "2310.12345": ["by-doi"],
    "10.48550/arXiv.2310.12345": ["by-doi"],
    "10.18653/v1/2020.acl-main.1": ["first", "second"],
    "[2401.00001]": ["new"],
    "2401.00001.": ["new"],
    "https://arxiv.org/abs/2401.00001,": ["new"],
    "<https://arxiv.org/abs/2401.00001>": ["new"],
    "arXiv 2401.00001": ["new"],
    "DOI 10.1145/3292500.3330701": ["published"],
    "(10.1145/3292500.3330701)": ["published"],
    "https://doi.org/10.1145/3292500.3330701#sec": ["published"],
    "https://link.a.org/chapter/10.1145/3292500.3330701?x=1": ["published"],
    "doi: 10.48550/arXiv.1905.07953v3": ["published"],
    "10.1162/tacl_a_00349": ["dotted"],
    "10.1162/tacl_a_00349.": ["dotted"],
}
UNNAMED = (
    "2401.00002", "2401.0000", "24010.00001", "10.1145/3292500", "10.1145/", "10.1/%E0%A4%A",
    "2401.00001 2401.00003", "see 2401.00001", "none", "cs/learning", "", "vision/language",
)  # fmt: skip


def test_however_an_identifier_is_pasted_it_names_its_papers(node: Node) -> None:
    asked = {"files": dict(search.files(LIBRARY, {}, {})), "queries": [*NAMED, *UNNAMED]}
    answers = node("named.cjs", asked)["answers"]
    found = dict(zip(asked["queries"], answers, strict=True))
    assert {query: sorted(each["ids"]) for query, each in found.items() if each} == NAMED
    assert all(sorted(each["shown"]) == sorted(each["ids"]) for each in answers if each)


def test_identifiers_of_a_large_library_are_found_by_one_file_each(node: Node) -> None:
    chance = random.Random(5)  # noqa: S311
    library = [
        paper(f"p{at}", links=Links(doi=f"10.{chance.randrange(1000, 9999)}/{at}.é{at}𝑝"))
        if at % 2
        else paper(f"p{at}", links=Links(arxiv=f"{chance.randrange(1000, 9999)}.{at:05}v1"))
        for at in range(3000)
    ]
    some = library[::500]
    asked = [next(identifiers(each.links)) for each in some]
    files = dict(search.files(library, {}, {}))
    told = node("named.cjs", {"files": files, "queries": asked})
    assert [each["ids"] for each in told["answers"]] == [[each.id] for each in some]
    fetched = [path for path in told["fetched"] if "cards" not in path and "tables" not in path]
    assert len(fetched) <= len(some)


def test_words_cost_no_look_up(node: Node) -> None:
    queries = ["graph", "graph neural networks", "GPT-4", "3.5", "author:ada", "and/or"]
    asked = {"files": dict(search.files(LIBRARY, {}, {})), "queries": queries}
    assert node("named.cjs", asked)["fetched"] == ["search/tables.js"]


@pytest.fixture
def named() -> list[Paper]:
    """Papers of which one has an identifier, all with the same words."""
    return [paper(f"p{at}", "Graphs") for at in range(5)] + [
        paper("asked", "Robots", links=Links(arxiv="2401.00001"), published="2024")
    ]


@pytest.mark.browser
def test_a_pasted_address_shows_its_paper(
    reader: Reader, named: list[Paper], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(named), tmp_path_factory.mktemp("site"))
    tab = reader.open(folder.as_uri() + "/", "search.html")
    tab.locator("#q").fill("https://arxiv.org/abs/2401.00001v3")
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(1)
    expect(hits).to_have_attribute("data-paper-id", "asked")
    expect(tab.locator("#results-status")).to_have_text("1 paper.")
    expect(hits.locator("a").first).to_have_attribute("href", "papers/asked.html")
    tab.locator("#q").fill("graphs")
    expect(hits).to_have_count(5)


@pytest.mark.browser
def test_the_box_of_any_page_offers_the_paper(
    reader: Reader, named: list[Paper], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(named), tmp_path_factory.mktemp("site"))
    tab = reader.open(folder.as_uri() + "/", "papers.html")
    tab.locator("#q").fill("2401.00001")
    offered = tab.get_by_role("option")
    expect(offered.first).to_contain_text("Robots")
