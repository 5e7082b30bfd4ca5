"""Source text → safe HTML and MathML."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from sitegen import prose
from sitegen.markup import markdown
from sitegen.markup.carrier import SENTINEL, Mark, Piece, carried, pieces
from sitegen.markup.escaping import escaped
from sitegen.markup.mathml import mathml
from sitegen.markup.writer import Writer

__all__ = ["Mark", "escaped", "faults", "inline", "paragraphs"]

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
        inside = marks if end - start == len(clean) else _inside(marks, start, end)
        found.append(f"<p>{_html(clean[start:end], inside, links=True)}</p>")
    return Markup("\n".join(found))  # noqa: S704 - built from escaped text


def _inside(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """Return the marks in one of several paragraphs, counted from its start."""
    return [
        Mark(mark.start - start, mark.end - start, mark.labels)
        for mark in marks
        if mark.start < end and start < mark.end
    ]


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
    # What is printable holds none: a text is looked through in a fraction of the time.
    return source if source.isprintable() else _CONTROL.sub("\ufffd", source)


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
    has_markdown = markdown.has_any(source)
    if not marks and not has_markdown and all(span.kind == "text" for span in spans):
        return escaped(source)
    cut = pieces(source, spans, marks)
    page = _Page(source, cut, links=links)
    if has_markdown:
        markdown.walk(carried(cut), page.writer, page.text, links=links)
    else:
        for piece in cut:
            page.piece(piece)
    return page.writer.html()


class _Page:
    """Writes the pieces of a text."""

    def __init__(self, source: str, cut: Sequence[Piece], *, links: bool) -> None:
        self.source = source
        self.cut = cut
        self.links = links
        self.writer = Writer()

    def text(self, content: str) -> None:
        """Write a piece of text that Markdown left, with its sentinels."""
        at = 0
        for match in SENTINEL.finditer(content):
            self.writer.add(escaped(content[at : match.start()]))
            at = match.end()
            self.piece(self.cut[int(match[1])])
        self.writer.add(escaped(content[at:]))

    def piece(self, piece: Piece) -> None:
        """Write a piece that Markdown does not act on."""
        if isinstance(piece, str):
            self.writer.add(escaped(piece))
        elif isinstance(piece, prose.Span):
            self.span(piece)
        else:
            self.writer.mark(piece)

    def span(self, span: prose.Span) -> None:
        """Write a span that Markdown did not see."""
        if span.kind == "link":
            self.begin_link(span.target)
        elif span.kind in ("open", "close"):
            self.border(span)
        elif span.kind in ("url", "id"):
            self.begin_link(span.target)
            self.writer.add(escaped(span.plain))
            self.end_link()
        elif span.kind == "sup":
            self.writer.add(f"<sup>{escaped(span.target)}</sup>")
        elif span.kind in ("math", "display", "flat"):
            self.writer.add(self.formula(span))
        else:
            self.writer.add(escaped(span.plain))

    def border(self, span: prose.Span) -> None:
        """Write the beginning or the end of an element, with the sign it reads as."""
        if span.kind == "open":
            self.writer.add(escaped(span.plain))
            if span.target and span.target != "a":
                self.writer.open(span.target)
        elif span.target == "a":
            self.end_link()
        else:
            self.writer.close(span.target)
            self.writer.add(escaped(span.plain))

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
        shown = escaped(self.source[span.start : span.end])
        return shown if span.kind == "flat" else f'<code class="tex">{shown}</code>'
