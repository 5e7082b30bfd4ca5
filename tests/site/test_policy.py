"""The content security policy is on every page, exact, and leaves nothing inline to chance."""

import base64
import hashlib

from published import Page

# Nothing from elsewhere, nothing inline, no eval; what a form sends stays here.
POLICY = "default-src 'self'; img-src 'self' data:; form-action 'self' file:; base-uri 'none'"
_LOADING = {"base", "body", "img", "link", "script", "style"}


def policy(page: Page) -> str:
    """Return the policy of a page."""
    (meta,) = (
        one
        for one in page.named("meta")
        if one.attributes.get("http-equiv", "").casefold() == "content-security-policy"
    )
    return meta.attributes["content"]


def test_every_page_but_404_carries_the_policy(seed_pages: tuple[Page, ...]) -> None:
    wrong = [page.path for page in seed_pages if policy(page) != POLICY]
    assert wrong == ["404.html"]


def test_the_policy_comes_before_anything_that_it_governs(seed_pages: tuple[Page, ...]) -> None:
    for page in seed_pages:
        place = next(n for n, one in enumerate(page.elements) if "http-equiv" in one.attributes)
        assert not _LOADING & {one.name for one in page.elements[:place]}, page.path


def test_nothing_inline_needs_an_exception(seed_pages: tuple[Page, ...]) -> None:
    for page in seed_pages:
        for one in page.elements:
            place = f"{page.path}:{one.line}: {one.name}"
            assert "style" not in one.attributes, place
            assert not [name for name in one.attributes if name.startswith("on")], place
            assert one.name != "script" or "src" in one.attributes, place
            assert one.name != "style" or page.path == "404.html", place
            assert not {"integrity", "crossorigin"} & one.attributes.keys(), place


def test_404_allows_its_one_style_by_its_hash_and_nothing_else(
    seed_pages: tuple[Page, ...],
) -> None:
    (page,) = (page for page in seed_pages if page.path == "404.html")
    (style,) = page.named("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy(page) == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'"
    )
    assert page.named("script") == []
