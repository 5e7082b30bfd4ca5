"""Links name files that exist, and the files are fit to be published anywhere."""

import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from published import Page, Reference, everything, files

_IN_STYLE = re.compile(r"""(?:url\(|@import\s+)\s*["']?([^"')\s]+)""")


@pytest.fixture(scope="module")
def references(seed_pages: tuple[Page, ...]) -> list[Reference]:
    """Every address on every page."""
    return [reference for page in seed_pages for reference in page.references]


def target(reference: Reference) -> str:
    """Return the path that a relative address names, counted from the site's folder."""
    folder = posixpath.dirname(reference.page)
    path = unquote(reference.parts.path)
    return posixpath.normpath(posixpath.join(folder, path)) if path else reference.page


def inward(references: list[Reference]) -> list[Reference]:
    """Return the addresses that stay inside the site, those within a page's text left out."""
    return [one for one in references if not one.outward and one.parts.scheme != "data"]


def test_what_a_page_loads_or_links_to_is_relative(references: list[Reference]) -> None:
    inside = inward(references)
    assert len(inside) > 1000
    rooted = [one for one in inside if one.parts.scheme or one.parts.netloc or one.url[0] == "/"]
    assert [*map(str, rooted)] == []


def test_every_link_names_a_file_that_exists(references: list[Reference], seed_site: Path) -> None:
    present = {path.relative_to(seed_site).as_posix() for path in files(seed_site)}
    dead = [one for one in inward(references) if target(one) not in present]
    assert [*map(str, dead)] == []


def test_every_fragment_names_an_element(
    references: list[Reference], seed_pages: tuple[Page, ...]
) -> None:
    ids = {page.path: set(page.ids) for page in seed_pages}
    pointed = [one for one in inward(references) if one.parts.fragment]
    assert pointed
    lost = [one for one in pointed if unquote(one.parts.fragment) not in ids.get(target(one), ())]
    assert [*map(str, lost)] == []


def test_an_id_stands_once_on_a_page(seed_pages: tuple[Page, ...]) -> None:
    twice = {
        f"{page.path}: {name}"
        for page in seed_pages
        for name, count in Counter(page.ids).items()
        if count > 1
    }
    assert twice == set()


def test_links_that_leave_the_site_go_to_the_web(references: list[Reference]) -> None:
    web = [one for one in references if one.outward and one.parts.scheme != "mailto"]
    assert web
    assert [str(one) for one in web if not one.parts.netloc] == []


def test_every_page_can_be_reached_from_the_first(
    references: list[Reference], seed_pages: tuple[Page, ...]
) -> None:
    links: dict[str, set[str]] = {}
    for one in inward(references):
        if one.element.name == "a":
            links.setdefault(one.page, set()).add(target(one))
    reached, ahead = {"404.html", "search.html"}, ["index.html"]
    while ahead:
        path = ahead.pop()
        if path not in reached:
            reached.add(path)
            ahead += links.get(path, ())
    assert {page.path for page in seed_pages} - reached == set()


def test_a_missing_page_leans_on_no_other_file(seed_pages: tuple[Page, ...]) -> None:
    (page,) = (page for page in seed_pages if page.path == "404.html")
    assert [one.url for one in page.references] == ["data:,"]
    assert page.named("form") == []


def test_style_sheets_load_only_files_that_exist(seed_site: Path) -> None:
    sheets = [path for path in files(seed_site) if path.suffix == ".css"]
    assert sheets
    for sheet in sheets:
        for url in _IN_STYLE.findall(sheet.read_text("utf-8")):
            assert url.startswith("data:") or (sheet.parent / url).is_file(), f"{sheet}: {url}"


def test_files_are_readable_and_folders_open_to_everyone(seed_site: Path) -> None:
    for path in [seed_site, *everything(seed_site)]:
        needed = 0o555 if path.is_dir() else 0o444
        assert path.stat().st_mode & needed == needed, f"{path} has {path.stat().st_mode:o}"


def test_nothing_in_the_site_is_a_link_in_the_file_system(seed_site: Path) -> None:
    assert [path for path in everything(seed_site) if path.is_symlink()] == []
    assert [path for path in files(seed_site) if path.stat().st_nlink != 1] == []


def test_no_two_paths_differ_by_case_alone(seed_site: Path) -> None:
    folded = Counter(str(path).casefold() for path in everything(seed_site))
    assert [path for path, count in folded.items() if count > 1] == []


def test_names_suit_every_file_system(seed_site: Path) -> None:
    for path in everything(seed_site):
        assert len(path.name.encode()) <= 120, path
        assert re.fullmatch(r"[^\x00-\x20<>:\"/\\|?*%#&+]+", path.name), path
        assert path.name[-1] not in ". ", path
