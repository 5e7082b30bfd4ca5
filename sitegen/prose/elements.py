"""The elements of HTML, JATS and MathML that exports leave in titles and abstracts."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from sitegen.prose import symbols
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
_VALUE = r"""(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|&quot;[^"<>&]{0,300}&quot;|[^\s"'<>&]{1,300})"""
_TAG = re.compile(
    rf"""
    (?P<heading>{_LESS}(?:jats:)?title{_MORE}\s*(?:abstract|summary)[.:]?\s*
      {_LESS}/(?:jats:)?title{_MORE})
  | {_LESS}(?:jats:)?sup{_MORE}(?P<raised>[^<>&]{{1,20}}|&(?:\#8722|minus);\d{{1,9}})
      {_LESS}/(?:jats:)?sup{_MORE}
  | {_LESS}(?P<end>/?)(?:(?P<prefix>jats|mml):)?
    (?P<name>(?(prefix)[a-z][a-z0-9-]*|(?:{_NAMES})))
    (?:\s[\w:-]{{1,40}}\s?=\s?{_VALUE}){{0,12}}\s?(?P<lone>/?){_MORE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BORDER = re.compile(rf"{_LESS}(/?)({_NAMES})(?![\w-])", re.IGNORECASE)
# Who speaks of tags names both of a pair.
_SPOKEN = re.compile(
    rf"{_LESS}({_NAMES}){_MORE}[\s,/]*(?:and|or|to)?[\s,/]*{_LESS}/\1{_MORE}", re.IGNORECASE
)
_MATHML = re.compile(rf"(?s:{_LESS}mml:math\b.{{0,2000}}?{_LESS}/mml:math{_MORE})")
# Without these it reads as its letters one after the other.
_BUILT = re.compile(r"mml:m(?:frac|multiscripts|over|root|sqrt|sub|sup|table|under)")
_BESIDE = re.compile(rf"/(?:jats:)?tex-math{_MORE}\s*\Z", re.IGNORECASE)
_ORDINAL = frozenset(["st", "nd", "rd", "th"])


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return "<" in source or "lt;" in source


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the tags of ``source[start:end]``.

    What is not opened as often as it is closed may be a word in angle brackets, and stays as it
    is; so does mathematics that would read as something else without its tags.
    """
    at = start
    for block in _formulas(source, start, end):
        yield from _tags(source, at, block.start)
        yield block
        at = block.end
    yield from _tags(source, at, end)


def _tags(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the tags of what holds no such mathematics."""
    for match in _TAG.finditer(source, start, end):
        if match["heading"]:
            yield Span("reading", *match.span(), "")
        elif match["raised"]:
            yield _raised(match)
        elif _is_tag(source, match):
            yield _span(match)


def _formulas(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield what MathML is left out beside the same in TeX, and what stays as it is."""
    for match in _MATHML.finditer(source, start, end) if "mml:math" in source else ():
        if _BESIDE.search(source, max(0, match.start() - 60), match.start()):
            yield Span("reading", *match.span(), "")
        elif _BUILT.search(match[0]):
            yield Span("reading", *match.span(), match[0])


def _raised(match: re.Match[str]) -> Span:
    """Return the span of what is raised behind something."""
    raised = unescape(match["raised"]).strip()
    before = match.string[match.start() - 1 : match.start()]
    # An isotope's number stands in front; of other notes none is a power of nothing.
    is_power = raised.isdigit() or before.isalnum() or (before and before in ")]")
    plain = symbols.raised(raised.replace("−", "-")) if is_power else raised
    return Span("sup", *match.span(), raised if raised in _ORDINAL else plain, raised)


def _is_tag(source: str, match: re.Match[str]) -> bool:
    """Tell whether a match is certainly no text."""
    name = match["name"].lower()
    return bool(match["prefix"]) or name == "br" or name in _paired(source)


@lru_cache(maxsize=1)
def _paired(source: str) -> frozenset[str]:
    """Return the elements that begin as often as they end in a text, which speaks of none."""
    borders = Counter((end, name.lower()) for end, name in _BORDER.findall(source))
    spoken = {name.lower() for name in _SPOKEN.findall(source)}
    names = {name for _, name in borders} - spoken
    return frozenset(name for name in names if borders["", name] == borders["/", name])


def _span(match: re.Match[str]) -> Span:
    """Return the span of a tag."""
    name = match["name"].lower()
    if name in _PARTING:
        return Span("reading", *match.span(), " ")
    element = _WRITTEN.get(name, "") if match["prefix"] != "mml" and not match["lone"] else ""
    if not element:
        return Span("reading", *match.span(), "")
    return Span("close" if match["end"] else "open", *match.span(), "", element)
