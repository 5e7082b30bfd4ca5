"""What a search costs a reader: what is loaded, how long results take, how much memory stays."""

import gzip
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Request

from measuring.queries import KINDS, Query

COLD = 30
"""So many new readers ask one query each."""


def zipped(path: Path) -> int:
    """Return how many bytes of a file a server sends."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def cost(browser: Browser, folder: Path, asked: Mapping[str, Sequence[Query]]) -> dict[str, str]:
    """Return what first queries load, and how long results take from the keystroke."""
    found = {}
    for name, kind in (("title", KINDS[0]), ("typo", KINDS[1])):
        loads, cold, warm, heap = zip(*_visits(browser, folder, asked[kind][:COLD]), strict=True)
        found[f"first {name} query loads, gzip, median"] = f"{median(loads) / 1e3:.0f} KB"
        found[f"{name} query, keystroke to results, cold / warm, median"] = (
            f"{median(cold):.0f} / {median(warm):.0f} ms"
        )
        found[f"heap after {name} queries, at most"] = f"{max(heap) / 1e6:.1f} MB"
    before = browser.new_page()
    asked_for: list[str] = []
    before.on("request", _noting(asked_for))
    before.goto((folder / "search.html").as_uri())
    before.wait_for_timeout(300)
    early = [url for url in asked_for if "/search/" in url or url.endswith("static/search.js")]
    found["loaded before the box has focus"] = str(len(early))
    before.context.close()
    return found


def _noting(addresses: list[str]) -> Callable[[Request], None]:
    """Return what adds a request's address to a list."""
    return lambda request: addresses.append(request.url)


_TYPE = """async (text) => {
  const box = document.getElementById('q');
  const list = document.getElementById('results');
  list.replaceChildren();
  const start = performance.now();
  return new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!list.children.length) return;
      seen.disconnect();
      resolve(performance.now() - start);
    });
    seen.observe(list, { childList: true });
    setTimeout(() => resolve(NaN), 5000);
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}"""


def _visits(
    browser: Browser, folder: Path, some: Sequence[Query]
) -> Iterator[tuple[int, float, float, float]]:
    """Yield for each query of a new reader: bytes, milliseconds cold and warm, bytes of heap."""
    for at, query in enumerate(some):
        loaded: list[str] = []
        context = browser.new_context()
        page = context.new_page()
        page.on("request", _noting(loaded))
        page.goto((folder / "search.html").as_uri())
        page.locator("#q").focus()
        while not page.evaluate("() => Boolean(globalThis.sitegen?.view?.running)"):
            time.sleep(0.01)
        cold = page.evaluate(_TYPE, query.text)
        reader = ("/search/", "/search.js", "/box.js", "/results.js")
        needed = [url for url in list(loaded) if any(part in url for part in reader)]
        size = sum(zipped(Path(url.removeprefix("file://"))) for url in dict.fromkeys(needed))
        page.wait_for_timeout(600)
        page.evaluate(_TYPE, some[at - 1].text)
        page.wait_for_timeout(600)
        warm = page.evaluate(_TYPE, query.text)
        session = context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")
        yield size, cold, warm, heap["usedSize"] + heap.get("backingStorageSize", 0)
        context.close()
