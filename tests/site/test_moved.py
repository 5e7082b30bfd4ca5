"""A topic that was renamed or merged keeps its old address: a page there leads on."""

import json
import posixpath
from pathlib import Path

import pytest

from browsing import Reader
from making import paper, site
from published import Page, page, pages
from serving import served
from sitegen import cli, views
from sitegen.config import Config
from sitegen.model import Topic

RULES = """
[rename]
"Sparse Autoencoders" = "SAEs & <b>Friends</b>"
[merge]
"Speech" = ["Hats"]
"""


@pytest.fixture
def moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose owner has renamed one topic and merged another."""
    lines = [
        {
            "title": f"Sparse autoencoders for {what}",
            "abstract": f"We train sparse autoencoders on {what}. Sparse autoencoders learn.",
            "keywords": ["sparse autoencoders", word],
        }
        for what, word in (("a", "Hats"), ("b", "Hats"), ("c", "Speech"), ("d", "Speech"))
    ]
    (tmp_path / "papers.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (tmp_path / "topics.toml").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["build", "papers.jsonl", "--strict"]) == 0
    return tmp_path / "site"


def old(site_folder: Path, slug: str) -> Page:
    """Return the page at an old address."""
    return page(site_folder / "topics" / f"{slug}.html", site_folder)


def targets(one: Page) -> set[str]:
    """Return the paths that the links and files of a page name."""
    folder = posixpath.dirname(one.path)
    return {
        posixpath.normpath(posixpath.join(folder, each.parts.path))
        for each in one.references
        if each.parts.path and not each.outward and each.parts.scheme != "data"
    }


def test_the_old_pages_lead_on_without_a_script(moved: Path) -> None:
    for slug, new in (
        ("sparse-autoencoder", "saes-b-friends-b"),
        ("hats", "speech"),
    ):
        there = old(moved, slug)
        (refresh,) = (
            one.attributes["content"]
            for one in there.named("meta")
            if one.attributes.get("http-equiv") == "refresh"
        )
        assert refresh == f"0; url={new}.html"
        assert f"topics/{new}.html" in targets(there)
        assert (moved / "topics" / f"{new}.html").is_file()
        assert "noindex" in there.source


def test_the_old_pages_keep_to_the_policy_and_name_files_that_exist(moved: Path) -> None:
    for slug in ("sparse-autoencoders", "hats"):
        there = old(moved, slug)
        assert all((moved / path).is_file() for path in targets(there))
        meta = there.named("meta")
        new = page(moved / "topics.html", moved).named("meta")
        assert meta[1].attributes["http-equiv"] == "Content-Security-Policy"
        assert meta[1].attributes == new[1].attributes
    assert "<b>Friends" not in old(moved, "sparse-autoencoders").source


def test_nothing_else_names_an_old_address(moved: Path) -> None:
    for one in pages(moved):
        assert "topics/hats.html" not in targets(one)
    assert "hats" not in (moved / "data" / "topics.jsonl").read_text()


@pytest.mark.browser
def test_a_browser_arrives(moved: Path, reader: Reader) -> None:
    with served(moved) as address:
        for base in (moved.as_uri() + "/", address):
            for javascript in (True, False):
                there = reader.open(base, "topics/hats.html", javascript=javascript)
                there.wait_for_url("**/topics/speech.html")
                assert there.locator("h1").inner_text() == "Speech"


def test_the_canonical_address_is_that_of_the_new_page() -> None:
    topic = Topic("new", "New", ("p",), former=("old", "older"))
    found = dict(views.pages(site([paper("p")], [topic]), Config(site_url="https://a.b/c")))
    for path in ("topics/old.html", "topics/older.html"):
        view = found[path]
        assert isinstance(view, views.values.MovedPage)
        assert view.shell.canonical == "https://a.b/c/topics/new.html"
        assert view.shell.path == path
