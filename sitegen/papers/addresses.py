"""Where a paper lives on the web, as its records and its abstract say."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar
from urllib.parse import unquote

from sitegen import prose
from sitegen.model import Links, Record

_CODE = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org"
    r"|anonymous\.4open\.science)/[^/?#]",
    re.IGNORECASE | re.ASCII,
)
# Pages of projects, of their data and demonstrations: the code may be elsewhere, or nowhere.
_PROJECT = re.compile(
    r"https?://(?:www\.)?(?:[\w-]+\.git(?:hub|lab)\.io(?:[/?#]|$)|huggingface\.co/[^/?#])",
    re.IGNORECASE | re.ASCII,
)
# No address of such a host is in a text without its name.
_CODE_NAMES = ("github", "gitlab", "bitbucket", "codeberg", "huggingface", "4open")
_ARXIV_ID = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_ARXIV_URL = re.compile(
    r"https?://(?:(?:www\.)?arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers)"
    r"/([^?#\s]+?)(?:\.pdf)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s\"]+)", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)

T = TypeVar("T")


def links(group: Sequence[Record]) -> Links:
    """Return where the paper lives: what its records say, then what its abstract says."""
    page = first_of([web(record.url) for record in group])
    pdf = first_of([web(record.pdf) for record in group])
    code = [address for record in group if (address := web(record.code))]
    told = _told_in(group[0].abstract)
    code += [url for url in told if _CODE.match(url)]
    named = {page, *code}
    project = [url for url in told if _PROJECT.match(url) and url not in named]
    given = first_of([arxiv_id_of(record.arxiv_id) for record in group])
    doi = first_of([doi_of(record.doi) for record in group])
    return Links(
        arxiv=given or _arxiv_of(page) or _arxiv_of(pdf),
        doi=doi or doi_of(page),
        pdf=pdf,
        page=page,
        code=tuple(dict.fromkeys(code)),
        project=tuple(project),
    )


def _told_in(abstract: str) -> Sequence[str]:
    """Return the addresses in an abstract that may be of code or of a project."""
    # To find addresses takes as long as all else here, and hardly a text names such a host.
    lower = abstract.lower()
    return prose.urls(abstract) if any(map(lower.__contains__, _CODE_NAMES)) else ()


def first_of(values: Iterable[T | None]) -> T | None:
    """Return the first of `values` that says something, else None."""
    return next(filter(None, values), None)


def web(value: str | None) -> str | None:
    """Return `value` if it is an http or https address, else None: nothing else is linked."""
    return value if value and _WEB_ADDRESS.fullmatch(value) else None


def arxiv_id_of(value: str | None) -> str | None:
    """Return the arXiv id that `value` is or links to, else None."""
    if not value:
        return None
    bare = re.sub(r"^arxiv:\s*", "", value, flags=re.IGNORECASE)
    return bare if _ARXIV_ID.fullmatch(bare) else _arxiv_of(value)


def _arxiv_of(url: str | None) -> str | None:
    """Return the arXiv id in the address of a page at arXiv or Hugging Face, else None."""
    found = _ARXIV_URL.match(url) if url else None
    return found[1] if found and _ARXIV_ID.fullmatch(found[1]) else None


def doi_of(value: str | None) -> str | None:
    """Return the bare DOI of `value`, else None; what it encodes may be no character to show."""
    found = _DOI.fullmatch(unquote(value)) if value else None
    return found[1] if found and found[1].isprintable() else None
