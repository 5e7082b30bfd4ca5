"""Source text → safe HTML and MathML."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from sitegen import prose
from sitegen.markup import markdown
from sitegen.markup.carrier import SENTINEL, Carrier, Mark, carried
from sitegen.markup.mathml import mathml
from sitegen.markup.writer import Writer

__all__ = ["Mark", "faults", "inline", "paragraphs"]

# A source in its form has none of these; any other text must not look like a carrier.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def inline(source: str, marks: Sequence[Mark] = ()) -> Markup:
    """Return `source`, a title say, as HTML that may stand inside a heading or a link."""
    if not marks:
        return _inline(source)
    return Markup(_html(_clean(source), marks, links=False))  # noqa: S704 - built from escaped text


@lru_cache(maxsize=1 << 15)
def _inline(source: str) -> Markup:
    """Return a title without marks as HTML; most stand on a dozen pages."""
    return Markup(_html(_clean(source), (), links=False))  # noqa: S704 - built from escaped text


def paragraphs(source: str, marks: Sequence[Mark] = ()) -> Markup:
    """Return `source`, an abstract say, as HTML paragraphs."""
    clean = _clean(source)
    found = []
    for start, end in _blocks(clean):
        inside = [
            Mark(mark.start - start, mark.end - start, mark.labels)
            for mark in marks
            if mark.start < end and start < mark.end
        ]
        found.append(f"<p>{_html(clean[start:end], inside, links=True)}</p>")
    return Markup("\n".join(found))  # noqa: S704 - built from escaped text


def faults(source: str) -> tuple[str, ...]:
    """Return the TeX in `source` that could not be turned into mathematics."""
    if prose.plain(source) == source:
        return ()  # no formula reads as it is written
    clean = _clean(source)
    return tuple(
        clean[start + span.start : start + span.end]
        for start, end in _blocks(clean)
        for span in prose.spans(clean[start:end])
        if span.kind in ("math", "display") and mathml(span.target) is None
    )


def _clean(source: str) -> str:
    return _CONTROL.sub("\ufffd", source)


def _blocks(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph of `source` begins and ends."""
    at = 0
    for match in _BLANK_LINES.finditer(source):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(source):
        yield at, len(source)


def _html(source: str, marks: Sequence[Mark], *, links: bool) -> str:
    """Return the HTML of one paragraph."""
    spans = prose.spans(source)
    if not marks and all(span.kind == "text" for span in spans) and not markdown.has_any(source):
        return str(escape(source))
    carrier = carried(source, spans, marks)
    page = _Page(source, carrier, links=links)
    markdown.walk(carrier.text, page.writer, page.text, links=links)
    return page.writer.html()


class _Page:
    """Writes what stands behind the sentinels of a carrier."""

    def __init__(self, source: str, carrier: Carrier, *, links: bool) -> None:
        self.source = source
        self.carrier = carrier
        self.links = links
        self.writer = Writer()

    def text(self, content: str) -> None:
        """Write a piece of text that Markdown left, with its sentinels."""
        at = 0
        for match in SENTINEL.finditer(content):
            self.writer.add(str(escape(content[at : match.start()])))
            at = match.end()
            if match[1]:
                self.span(self.carrier.spans[int(match[1])])
            else:
                self.writer.mark(self.carrier.labels[int(match[2])])
        self.writer.add(str(escape(content[at:])))

    def span(self, span: prose.Span) -> None:
        """Write a span that Markdown did not see."""
        if span.kind == "link":
            self.begin_link(span.target)
        elif span.kind in ("open", "close"):
            self.border(span)
        elif span.kind in ("url", "id"):
            self.begin_link(span.target)
            self.writer.add(str(escape(span.plain)))
            self.end_link()
        elif span.kind == "sup":
            self.writer.add(f"<sup>{escape(span.target)}</sup>")
        elif span.kind in ("math", "display", "flat"):
            self.writer.add(self.formula(span))
        else:
            self.writer.add(str(escape(span.plain)))

    def border(self, span: prose.Span) -> None:
        """Write the beginning or the end of an element, with the sign it reads as."""
        if span.kind == "open":
            self.writer.add(str(escape(span.plain)))
            if span.target and span.target != "a":
                self.writer.open(span.target)
        elif span.target == "a":
            self.end_link()
        else:
            self.writer.close(span.target)
            self.writer.add(str(escape(span.plain)))

    def begin_link(self, url: str) -> None:
        if self.links and markdown.is_safe(url):
            self.writer.open("a", markdown.link(url))

    def end_link(self) -> None:
        self.writer.close("a")

    def formula(self, span: prose.Span) -> str:
        """Return a formula as MathML, else its source."""
        found = mathml(span.target, display=span.kind == "display" and self.links)
        if found is not None:
            return found
        shown = escape(self.source[span.start : span.end])
        return str(shown) if span.kind == "flat" else f'<code class="tex">{shown}</code>'
