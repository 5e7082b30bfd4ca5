"""`papers.addresses`: where a paper lives on the web."""

import pytest
from msgspec.structs import replace

from making import record
from sitegen import papers
from sitegen.model import Links


def test_links_are_found_and_hostile_ones_are_not() -> None:
    one = replace(
        record("A", "Code: https://github.com/a/b. Page: https://a.github.io/x"),
        url="https://arxiv.org/abs/2401.00001v2",
        pdf="javascript:alert(1)",
        doi="https://doi.org/10.1000/x1",
        code="data:text/html,x",
    )
    (paper,), problems = papers.merge([one])
    assert [problem.what.partition(" ")[0] for problem in problems] == ["'pdf'", "'code'"]
    assert paper.links.arxiv == "2401.00001v2"
    assert paper.links.doi == "10.1000/x1"
    assert paper.links.pdf is None
    assert paper.links.code == ("https://github.com/a/b",)
    assert paper.links.project == ("https://a.github.io/x",)


@pytest.mark.parametrize(
    ("url", "ident"),
    [
        ("http://www.arxiv.org/pdf/2401.00001v3.pdf?x=1", "2401.00001v3"),
        ("https://huggingface.co/papers/2401.00001", "2401.00001"),
        ("https://huggingface.co/papers/month/2024-05", None),
        ("https://huggingface.co/2401.00001", None),
        ("https://example.org/arxiv.org/abs/2401.00001", None),
    ],
)
def test_the_address_of_its_page_tells_the_id_on_arxiv(url: str, ident: str | None) -> None:
    (paper,), _ = papers.merge([replace(record("A"), url=url)])
    assert paper.links.arxiv == ident


def test_an_arxiv_id_is_that_which_is_given_else_that_of_the_page_else_that_of_the_pdf() -> None:
    links = {
        "arxiv_id": "2401.00001",
        "url": "https://arxiv.org/abs/2401.00002",
        "pdf": "https://arxiv.org/pdf/2401.00003.pdf",
    }
    found = []
    while links:
        (paper,), _ = papers.merge([replace(record("A"), **links)])
        found.append(paper.links.arxiv)
        del links[min(links, key=["arxiv_id", "url", "pdf"].index)]
    assert found == ["2401.00001", "2401.00002", "2401.00003"]


@pytest.mark.parametrize("encoded", ["%00", "%1B", "%7F", "%E2%80%AE"])
def test_a_doi_that_encodes_what_can_not_be_shown_is_none(encoded: str) -> None:
    doi = f"https://doi.org/10.1000/x{encoded}1"
    (paper,), (problem,) = papers.merge([replace(record("A"), doi=doi)])
    assert (paper.links.doi, problem.what) == (None, f"'doi' can't be linked: {doi}")


def test_a_doi_may_hold_angle_brackets() -> None:
    doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
    (paper,), problems = papers.merge([replace(record("A"), doi=f"https://doi.org/{doi}")])
    assert (paper.links.doi, problems) == (doi, [])


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://github.com/a/b", "code"),
        ("https://www.gitlab.com/a/b", "code"),
        ("https://anonymous.4open.science/r/a", "code"),
        ("https://a.github.io/", "project"),
        ("https://a-b.gitlab.io/c", "project"),
        ("https://huggingface.co/datasets/a/b", "project"),
        ("https://github.com/", ""),
        ("https://huggingface.co", ""),
        ("https://agithub.io/x", ""),
        ("https://a.org/github.com/a", ""),
    ],
)
def test_repositories_are_code_and_project_pages_are_not(address: str, kind: str) -> None:
    (paper,), _ = papers.merge([record("A", f"It is at {address} now.")])
    links = paper.links
    assert (links.code, links.project) == (
        (address,) if kind == "code" else (),
        (address,) if kind == "project" else (),
    )


def test_an_address_that_a_record_gives_as_code_or_page_is_linked_as_that_alone() -> None:
    at = "https://a.github.io/x"
    given = replace(record("A", f"See {at}."), code=at)
    assert papers.merge([given])[0][0].links == Links(code=(at,))
    paged = replace(record("A", f"See {at}."), url=at)
    assert papers.merge([paged])[0][0].links == Links(page=at)


@pytest.mark.parametrize(
    ("host", "known"),
    [("GitHub.com", True), ("GITHUB.COM", True), ("g\u0130thub.com", False)],
)
def test_a_host_of_code_is_known_in_any_case_alone(host: str, *, known: bool) -> None:
    (paper,), _ = papers.merge([record("A", f"Code: https://{host}/a/b")])
    assert bool(paper.links.code) == known
