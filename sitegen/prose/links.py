"""Web addresses, DOIs and arXiv ids inside running text."""

import re
from collections.abc import Iterator

from sitegen.prose.spans import Span

# TeX escapes some characters of an address; other backslashes end it.
_REST = r"(?:[^\s<>\"{}|\\^`，。；、）（】【」「》《]|\\[_%&\#~])*"
_WEB = rf"""
    (?P<url>https?://[\w-]+\.{_REST})
  | (?<![\w/.@-])(?P<bare>
        (?: www\.[\w-]+\.
          | (?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co)/[\w~]
        ){_REST})
"""
_IDS = rf"""
  | (?<![\w/.-])(?P<arxiv>arxiv:\s?
        (?P<number>\d{{4}}\.\d{{4,5}}(?:v\d+)?|[a-z][a-z-]{{1,15}}(?:\.[a-z]{{2}})?/\d{{7}}(?:v\d+)?)
        (?!\w))
  | (?<![\w/.-])(?P<doi>(?:doi:\s?)?(?P<name>10\.\d{{4,9}}/{_REST}))
"""
_PAGE = rf"| (?<![\w/.@-])(?P<page>[\w-]{{1,60}}\.github\.io\b{_REST})"
_MAIL = r"| (?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
_FLAGS = re.VERBOSE | re.IGNORECASE
_LINK = re.compile(_WEB + _PAGE + _IDS + _MAIL, _FLAGS)
# What may begin with any word is looked for at every word, and in few texts.
_BY_ANY_WORD = re.compile(r"@|\.github\.io", re.IGNORECASE)
# All others begin with one of a few letters, which are told before the rest is tried.
_PLAIN_LINK = re.compile(rf"(?=[hwgbad1])(?:{_WEB}{_IDS})", _FLAGS)
_AUTHORITY = re.compile(r"(?:https?://)?([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")
_ESCAPE = re.compile(r"\\(?=[_%&#~])")
# Brackets and quotes around an address, as HTML writes them in a text.
_REFERENCE = re.compile(r"&(?:amp;)*(?:[lg]t|quot);")
_TRAILING = ".,;:!?'\"*…’”"
_PAIRS = {")": "(", "]": "["}


def trimmed(url: str) -> str:
    """Return `url` without the punctuation that belongs to the sentence around it."""
    surplus = {close: url.count(close) - url.count(opened) for close, opened in _PAIRS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]


_SIGNS = (
    "://", "www.", "@", ".github.io", "rxiv:", "RXIV:", "ithub.com/", "itlab.com/",
    "itbucket.org/", "uggingface.co/",
)  # fmt: skip
_DOI = re.compile(r"10\.\d{4,9}/")


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return any(map(source.__contains__, _SIGNS)) or (
        "10." in source and _DOI.search(source) is not None
    )


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the links of ``source[start:end]``; an e-mail address stays as it is written."""
    link = _LINK if _BY_ANY_WORD.search(source, start, end) else _PLAIN_LINK
    for match in link.finditer(source, start, end):
        at = match.start()
        if match.lastgroup == "mail":
            yield Span("reading", at, match.end(), match[0])
        elif match.lastgroup == "arxiv":
            yield Span("id", at, match.end(), match[0], f"https://arxiv.org/abs/{match['number']}")
        elif match.lastgroup == "doi":
            yield from _doi(match)
        elif not source.endswith("\\href{", 0, at):
            yield from _address(at, trimmed(_REFERENCE.split(match[0], maxsplit=1)[0]))


def _doi(match: re.Match[str]) -> Iterator[Span]:
    """Yield the DOI of `match` unless nothing but punctuation follows its prefix."""
    name = trimmed(match["name"])
    if not name.endswith("/"):
        shown = match[0][: len(match[0]) - len(match["name"]) + len(name)]
        target = f"https://doi.org/{name}"
        yield Span("id", match.start(), match.start() + len(shown), shown, target)


def _address(at: int, written: str) -> Iterator[Span]:
    """Yield the web address `written` at `at`, if its host reads like one."""
    # No address has a reference to a character in it: an export wrote it.
    shown = _ESCAPE.sub("", written).replace("&amp;", "&")
    url = web(shown)
    if url is not None:
        yield Span("url", at, at + len(written), shown, url)


def web(written: str) -> str | None:
    """Return the complete URL of a web address that may lack its scheme.

    None where the host is not a plain domain name: one that hides behind ``user@`` misleads.
    """
    shown = _ESCAPE.sub("", written)
    authority = _AUTHORITY.match(shown)
    if authority is None or _HOST.fullmatch(authority[1]) is None:
        return None
    return shown if shown[:4].lower() == "http" and "://" in shown[:8] else f"https://{shown}"
