"""A paper's text as its reader takes it in: the plain form, its way back to the source."""

from functools import lru_cache

from sitegen.prose import commands, delimited, flat, links
from sitegen.prose.reading import Reading, is_regular, joined
from sitegen.prose.spans import Kind, Span, gaps, refined

__all__ = ["Kind", "Reading", "Span", "plain", "reading", "spans", "urls"]


@lru_cache(maxsize=1 << 15)  # topics, related papers, search and pages read the same texts
def spans(source: str) -> tuple[Span, ...]:
    """Return the spans of `source`: in order, without overlap, complete."""
    found: list[Span] = []
    # Most abstracts hold nothing but words: what these checks cost is what they cost.
    for piece in (delimited, links, flat):
        if piece.may_occur(source):
            found = refined(source, found, piece.find)
    if commands.may_occur(source):
        found = sorted([*found, *commands.find(source, found)], key=lambda span: span.start)
    texts = [
        Span("text", start, end, source[start:end]) for start, end in gaps(found, len(source))
    ]
    return tuple(sorted([*found, *texts], key=lambda span: span.start)) if found else tuple(texts)


@lru_cache(maxsize=1 << 15)
def reading(source: str) -> Reading:
    """Return the plain form of `source` with its way back."""
    found = spans(source)
    if all(span.kind == "text" for span in found) and is_regular(source):
        return Reading(source, source)
    return joined(source, found)


def plain(source: str) -> str:
    """Return the plain form of `source`: readable Unicode on one line, no markup."""
    return reading(source).plain


def urls(source: str) -> tuple[str, ...]:
    """Return the http and https URLs in `source`, in order, each once."""
    if not links.may_occur(source) and r"\href" not in source:
        return ()
    found = [span.target for span in spans(source) if span.kind in ("url", "link", "markdown")]
    found = [url for url in found if url.startswith(("http://", "https://"))]
    return tuple(dict.fromkeys(found))
