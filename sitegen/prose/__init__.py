"""A paper's text as its reader takes it in: the plain form, its way back to the source."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import ModuleType

from sitegen.prose import breaks, characters, commands, delimited, elements, flat, links
from sitegen.prose.reading import Reading, is_regular, joined
from sitegen.prose.spans import Kind, Span, gaps, refined

__all__ = ["Kind", "Reading", "Span", "plain", "reading", "spans", "urls"]


# A letter that is written as no letter may stand in a parted word.
_PIECES = (delimited, elements, links, breaks, characters, flat)
_MANY = 1 << 15
"""Texts that are remembered: topics, related papers, search and pages read the same ones."""


@lru_cache(maxsize=_MANY)
def spans(source: str) -> tuple[Span, ...]:
    """Return the spans of `source`: in order, without overlap, complete."""
    # Most abstracts hold nothing but words: what these checks cost is what they cost.
    if (
        delimited.may_occur(source)
        or elements.may_occur(source)
        or links.may_occur(source)
        or breaks.may_occur(source)
        or characters.may_occur(source)
        or flat.may_occur(source)
        or commands.may_occur(source)
    ):
        return _marked(source)
    return _words(source, [])


# One text in ten takes most of the time: in a large library it is not forgotten for the others.
@lru_cache(maxsize=_MANY)
def _marked(source: str) -> tuple[Span, ...]:
    """Return the spans of a text that may hold more than words."""
    found = _found(source, _PIECES)
    if commands.may_occur(source):
        found = sorted([*found, *commands.find(source, found)], key=lambda span: span.start)
    return _words(source, found)


def _found(source: str, pieces: Iterable[ModuleType]) -> list[Span]:
    """Return what some kinds of pieces are in `source`, the first kind before the others."""
    found: list[Span] = []
    for piece in pieces:
        if piece.may_occur(source):
            found = refined(source, found, piece.find)
    return found


def _words(source: str, found: list[Span]) -> tuple[Span, ...]:
    """Return the spans that were found, and the words between them."""
    texts = [
        Span("text", start, end, source[start:end]) for start, end in gaps(found, len(source))
    ]
    return tuple(sorted([*found, *texts], key=lambda span: span.start)) if found else tuple(texts)


@lru_cache(maxsize=_MANY)
def reading(source: str) -> Reading:
    """Return the plain form of `source` with its way back."""
    if all(span.kind == "text" for span in spans(source)) and is_regular(source):
        return Reading(source, source)
    return _joined(source)


@lru_cache(maxsize=_MANY)
def _joined(source: str) -> Reading:
    """Return the reading of a text that does not read as it is written."""
    return joined(source, spans(source))


def plain(source: str) -> str:
    """Return the plain form of `source`: readable Unicode on one line, no markup."""
    return reading(source).plain


def urls(source: str) -> tuple[str, ...]:
    """Return the http and https URLs in `source`, in order, each once."""
    if r"\href" in source:
        found: Sequence[Span] = spans(source)
    elif links.may_occur(source):
        # Formulas and commands stand in the gaps between addresses.
        found = _found(source, (delimited, links))
    else:
        return ()
    targets = [span.target for span in found if span.kind in ("url", "link", "markdown")]
    urls = [url for url in targets if url.startswith(("http://", "https://"))]
    return tuple(dict.fromkeys(urls))
