"""The witness sees what it must see: every test that opens a page leans on it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Reader
from serving import served

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>x</title>
<link rel="icon" href="data:,">{head}</head><body>{body}</body></html>"""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Reader]:
    """A reader whose faults are looked at by the test itself."""
    reader = Reader(browser)
    yield reader
    reader.close()


def site(folder: Path, head: str = "", body: str = "", policy: str = POLICY) -> str:
    """Return the address of a site with one page made of `head` and `body`."""
    page = PAGE.format(head=head, body=body, policy=policy)
    (folder / "index.html").write_text(page, "utf-8")
    (folder / "a.js").write_text("document.title = 'script ran';", "utf-8")
    (folder / "loud.js").write_text("console.warn('hear me'); undefined.x;", "utf-8")
    (folder / "asking.js").write_text("alert('well?');", "utf-8")
    return folder.as_uri() + "/"


def test_a_quiet_page_has_no_faults(tmp_path: Path, visitor: Reader) -> None:
    page = visitor.open(site(tmp_path, head='<script src="a.js"></script>'))
    assert page.title() == "script ran"
    assert visitor.faults == []
    assert [url.rpartition("/")[2] for url in visitor.requests] == ["index.html", "a.js"]


@pytest.mark.parametrize(
    ("head", "policy", "fault"),
    [
        ('<script src="missing.js"></script>', POLICY, "failed: .*missing.js"),
        ('<script src="../outside.js"></script>', POLICY, "left the site: .*outside.js"),
        ('<script src="http://127.0.0.1:9/x.js"></script>', "", "left the site: http://127"),
        (
            '<script src="http://127.0.0.1:9/x.js"></script>',
            POLICY,
            "console: .* Content Security Policy",
        ),
        (
            "<script>document.title = 'inline'</script>",
            POLICY,
            "console: Executing inline script violates",
        ),
        ('<script src="loud.js"></script>', POLICY, "console: hear me"),
        ('<script src="loud.js"></script>', POLICY, "uncaught: .*undefined"),
        ('<script src="asking.js"></script>', POLICY, "dialog: well?"),
    ],
)
def test_each_fault_is_seen(
    tmp_path: Path, visitor: Reader, head: str, policy: str, fault: str
) -> None:
    visitor.open(site(tmp_path, head=head, policy=policy))
    seen = [line for line in visitor.faults if re.search(fault, line)]
    assert seen, visitor.faults
    visitor.expect(fault)
    assert not set(seen) & set(visitor.faults)


def test_a_missing_page_on_a_server_shows_the_sites_own(tmp_path: Path, visitor: Reader) -> None:
    site(tmp_path, body="here")
    (tmp_path / "404.html").write_text(PAGE.format(head="", body="lost", policy=""), "utf-8")
    with served(tmp_path) as address:
        assert visitor.open(address).inner_text("body") == "here"
        assert visitor.faults == []
        assert visitor.open(address, "not/there.html").inner_text("body") == "lost"
    assert any("answered 404" in fault for fault in visitor.faults)
