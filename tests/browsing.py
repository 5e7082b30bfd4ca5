"""Chromium as a reader's browser, and a witness of everything its pages do."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from os import geteuid
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Response,
    Route,
    WebError,
    expect,
    sync_playwright,
)

Scheme = Literal["light", "dark"]
WIDE = 1440
NARROW = 390

# Chromium keeps its default security: what it blocks on file:// must fail here as well. The
# flags only stop traffic of its own; as root it cannot start its sandbox.
_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
# So long a slow machine may take; what is there is seen at once.
_PATIENCE_MS = 20_000
_WITHIN_THE_PAGE = ("data:", "blob:", "about:")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium and stop it at the end."""
    executable = shutil.which("chromium")
    if executable is None:
        raise FileNotFoundError("chromium is not on PATH; scripts/test installs it")
    expect.set_options(timeout=_PATIENCE_MS)
    flags = [*_FLAGS, "--no-sandbox"] if geteuid() == 0 else _FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        yield browser
        browser.close()


class Witness:
    """Notes whatever pages do that a reader of a quiet, offline site must never see.

    Attributes:
        faults: One line for each request that left the site or failed, each complaint on the
            console (violations of the policy among them), each uncaught error, each dialog.
        requests: Every address asked for, in order.
    """

    def __init__(self, inside: str) -> None:
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._inside = inside

    def watch(self, context: BrowserContext) -> None:
        """Take note of everything that happens in `context` from now on."""
        context.on("request", self._requested)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._threw)
        context.on("dialog", self._asked)

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self._inside, *_WITHIN_THE_PAGE)):
            self.faults.append(f"left the site: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page ends what it was still loading; that is no fault of the site.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"answered {response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"warning", "error", "assert"}:
            self.faults.append(f"console: {message.text}")

    def _threw(self, error: WebError) -> None:
        self.faults.append(f"uncaught: {error.error}")

    def _asked(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


class Reader:
    """Opens pages for one test, each in a browser profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._visits: list[tuple[BrowserContext, Witness]] = []
        self._expected: list[str] = []

    def open(
        self,
        site: str,
        path: str = "index.html",
        *,
        width: int = WIDE,
        scheme: Scheme = "light",
        javascript: bool = True,
    ) -> Page:
        """Return the page at `path` of `site`, which is an address that ends in a slash.

        The site's address is the page's base: ``page.goto("papers.html")`` stays inside.
        """
        context = self._browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
        )
        context.set_default_timeout(_PATIENCE_MS)
        witness = Witness(site)
        witness.watch(context)
        self._visits.append((context, witness))
        page = context.new_page()
        page.goto(path)
        return page

    def expect(self, fault: str) -> None:
        """Let pass the faults that match the pattern `fault`, which a test provokes."""
        self._expected.append(fault)

    @property
    def faults(self) -> list[str]:
        """Everything that went wrong on the pages so far, but what was expected."""
        return [
            fault
            for _, witness in self._visits
            for fault in witness.faults
            if not any(re.search(pattern, fault) for pattern in self._expected)
        ]

    @property
    def requests(self) -> list[str]:
        """Every address the pages asked for, in order."""
        return [url for _, witness in self._visits for url in witness.requests]

    def close(self) -> None:
        """Close every page; what they still had to say has been noted by then."""
        for context, _ in self._visits:
            context.close()


def held(page: Page, pattern: str) -> list[Route]:
    """Return where requests for what matches `pattern` wait from now on, until they are let go.

    Their route stays to the end: where it is taken away, Playwright lets them go by itself.
    """
    waiting: list[Route] = []
    page.route(pattern, lambda route: waiting.append(route))  # noqa: PLW0108  # it is marked
    return waiting
