"""Every path of the published site, spelled once, and the way back to its root."""

import re
from urllib.parse import quote

HOME = "index.html"
PAPERS = "papers.html"
TOPICS = "topics.html"
MAP = "map.html"
SEARCH = "search.html"
NOT_FOUND = "404.html"
PAPERS_DATA = "data/papers.jsonl"
TOPICS_DATA = "data/topics.jsonl"
TOPICS_SCRIPT = "search/topics.js"

# What a URL takes as it is.
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]+")


def paper(slug: str) -> str:
    """Return the path of a paper's page."""
    return f"papers/{slug}.html"


def topic(slug: str) -> str:
    """Return the path of a topic's page."""
    return f"topics/{slug}.html"


def papers_part(key: str) -> str:
    """Return the path of a part of the list of all papers."""
    return f"papers-{key}.html"


def topic_part(slug: str, key: str) -> str:
    """Return the path of a part of a topic's list.

    Two dashes, which no slug has in a row, keep it apart from every topic's own page.
    """
    return f"topics/{slug}--{key}.html"


def topics_part(key: str) -> str:
    """Return the path of a part of the index of topics."""
    return f"topics-{key}.html"


def papers_data(bucket: str) -> str:
    """Return the path of one bucket of the papers' data."""
    return f"data/papers-{bucket}.jsonl.gz"


def root(path: str) -> str:
    """Return the relative way from the page at `path` to the root of the site."""
    return "../" * path.count("/")


def folder(path: str) -> str:
    """Return the folder of the page at `path`, with its slash; nothing at the root."""
    return path[: path.rfind("/") + 1]


def way(url: str, here: str) -> str:
    """Return the way to `url`, counted from the root, for a page in the folder `here`."""
    return url[len(here) :] if url.startswith(here) else root(here) + url


def href(path: str) -> str:
    """Return `path` as a URL: what is not ASCII, and what a URL reserves, percent-encoded."""
    return path if _PLAIN.fullmatch(path) else quote(path)


def arxiv(ident: str) -> str:
    """Return the address of a paper on arXiv."""
    return f"https://arxiv.org/abs/{quote(ident)}"


def doi(ident: str) -> str:
    """Return the address that resolves a DOI."""
    return f"https://doi.org/{quote(ident, safe='/:;()._-')}"
