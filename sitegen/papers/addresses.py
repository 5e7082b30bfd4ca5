"""Where a paper lives on the web, as its records and its abstract say."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar
from urllib.parse import unquote

from sitegen import prose
from sitegen.model import Links, Record

_CODE_HOST = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org"
    r"|huggingface\.co|anonymous\.4open\.science|[\w-]+\.github\.io|[\w-]+\.gitlab\.io)(?:/|$)",
    re.IGNORECASE,
)
# No address of such a host is in a text without its name.
_CODE_NAMES = ("github", "gitlab", "bitbucket", "codeberg", "huggingface", "4open")
_ARXIV_ID = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_ARXIV_URL = re.compile(
    r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/([^?#\s]+?)(?:\.pdf)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s<>\"]+)", re.IGNORECASE
)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)

T = TypeVar("T")


def links(group: Sequence[Record]) -> Links:
    """Return where the paper lives: what its records say, then what its abstract says."""
    page = first_of(web(record.url) for record in group)
    pdf = first_of(web(record.pdf) for record in group)
    code = [address for record in group if (address := web(record.code))]
    code += _code_in(group[0].abstract)
    given = first_of(arxiv_id_of(record.arxiv_id) for record in group)
    doi = first_of(doi_of(record.doi) for record in group)
    return Links(
        arxiv=given or _arxiv_of(page) or _arxiv_of(pdf),
        doi=doi or doi_of(page),
        pdf=pdf,
        page=page,
        code=tuple(dict.fromkeys(code)),
    )


def _code_in(abstract: str) -> list[str]:
    """Return the addresses of code in an abstract."""
    # To find addresses takes as long as all else here, and hardly a text names such a host.
    lower = abstract.lower()
    if not lower.isascii():  # Turkish letters are an I where case does not count
        lower = lower.replace("\u0131", "i").replace("\u0307", "")
    if not any(name in lower for name in _CODE_NAMES):
        return []
    return [url for url in prose.urls(abstract) if _CODE_HOST.match(url)]


def first_of(values: Iterable[T | None]) -> T | None:
    """Return the first of `values` that says something, else None."""
    return next((value for value in values if value), None)


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
    """Return the arXiv id in the address of an arXiv page, else None."""
    found = _ARXIV_URL.match(url or "")
    return found[1] if found and _ARXIV_ID.fullmatch(found[1]) else None


def doi_of(value: str | None) -> str | None:
    """Return the bare DOI of `value`, else None."""
    found = _DOI.fullmatch(unquote(value or ""))
    return found[1] if found else None
