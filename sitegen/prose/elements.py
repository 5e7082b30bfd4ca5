"""The elements of HTML, JATS and MathML that exports leave in titles and abstracts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from sitegen.prose.spans import Span

# An export may have escaped what it took for text, and another what came of that.
_LESS, _MORE = "(?:<|&(?:amp;)*lt;)", "(?:>|&(?:amp;)*gt;)"
# What each becomes; nothing: it is left out, with a blank in its place where it parts words.
_WRITTEN = {
    "b": "strong", "bold": "strong", "strong": "strong", "em": "em", "i": "em", "italic": "em",
    "sub": "sub", "sup": "sup", "code": "code", "monospace": "code", "tt": "code",
}  # fmt: skip
_PARTING = frozenset(
    ["abstract", "br", "disp-formula", "div", "li", "list", "list-item", "ol", "p", "sec", "title",
     "ul"]
)  # fmt: skip
_INLINE = frozenset(
    ["a", "alternatives", "big", "ext-link", "font", "inline-formula", "named-content", "sc",
     "scp", "small", "span", "styled-content", "tex-math", "u", "underline", "xref"]
)  # fmt: skip
_NAMES = "|".join(sorted({*_WRITTEN, *_PARTING, *_INLINE}, key=lambda name: (-len(name), name)))
_TAG = re.compile(
    rf"""
    (?P<heading>{_LESS}(?:jats:)?title{_MORE}\s*(?:abstract|summary)[.:]?\s*{_LESS}/(?:jats:)?title{_MORE})
  | {_LESS}sup{_MORE}(?P<raised>(?:[-−+]|&(?:\#8722|minus);)?\d{{1,4}}){_LESS}/sup{_MORE}
  | {_LESS}(?P<end>/?)(?:(?P<prefix>jats|mml):)?
    (?P<name>(?(prefix)[a-z][a-z0-9-]*|(?:{_NAMES})))
    (?:\s(?:[^<>&"']|"[^"<>]*"|'[^'<>]*'|&(?!(?:amp;)*[lg]t;)){{0,300}}?)?\s?(?P<lone>/?){_MORE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BORDER = re.compile(rf"{_LESS}(/?)({_NAMES})\b", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return "<" in source or "lt;" in source


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the tags of ``source[start:end]``.

    One that is opened and never closed may be a word in angle brackets, and stays as it is.
    """
    for match in _TAG.finditer(source, start, end):
        if match["heading"]:
            yield Span("reading", *match.span(), "")
        elif match["raised"]:
            raised = unescape(match["raised"])
            yield Span("sup", *match.span(), raised.translate(_SUPERSCRIPTS), raised)
        elif _is_tag(source, match):
            yield _span(match)


def _is_tag(source: str, match: re.Match[str]) -> bool:
    """Tell whether a match is certainly no text."""
    name = match["name"].lower()
    if match["prefix"] or match["lone"] or name == "br":
        return True
    return ("" if match["end"] else "/", name) in _borders(source)


@lru_cache(maxsize=1)
def _borders(source: str) -> frozenset[tuple[str, str]]:
    """Return which elements begin in a text, and which, with a slash, end there."""
    return frozenset((end, name.lower()) for end, name in _BORDER.findall(source))


def _span(match: re.Match[str]) -> Span:
    """Return the span of a tag."""
    name = match["name"].lower()
    if name in _PARTING:
        return Span("reading", *match.span(), " ")
    element = _WRITTEN.get(name, "") if match["prefix"] != "mml" and not match["lone"] else ""
    if not element:
        return Span("reading", *match.span(), "")
    return Span("close" if match["end"] else "open", *match.span(), "", element)
