"""The pieces of a text: what each is, where it stands in the source, how it reads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Kind = Literal[
    "text",  # stands as written; Markdown may apply to it
    "markdown",  # delimiters of Markdown: left to its parser, absent from the plain form
    "code",  # a Markdown code span with its back-ticks
    "reading",  # something written in TeX that reads as its plain form: an accent, a dash
    "math",  # a formula between delimiters; `target` is its TeX
    "display",  # the same, on a line of its own
    "flat",  # a formula that had lost its delimiters; `target` is the TeX it was restored to
    "sup",  # a superscript in a name; `target` is what is raised
    "url",  # a web address; `target` is the complete URL
    "id",  # an arXiv id or a DOI; `target` is its URL
    "link",  # the beginning of a link around other spans; `target` is its URL
    "open",  # the beginning of an element; `target` is its HTML name
    "close",  # its end
]


class Span(NamedTuple):
    """A piece of a source text, from `start` to `end`.

    Attributes:
        plain: How it reads in the plain form.
        target: What the kind says.
    """

    kind: Kind
    start: int
    end: int
    plain: str
    target: str = ""


Finder = Callable[[str, int, int], Iterable[Span]]


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` by position, without those that overlap an earlier one."""
    kept: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept


def gaps(spans: Sequence[Span], length: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text of `length` characters that no span covers."""
    at = 0
    for span in spans:
        if span.start > at:
            yield at, span.start
        at = span.end
    if at < length:
        yield at, length


def refined(source: str, spans: Sequence[Span], find: Finder) -> list[Span]:
    """Return `spans` and what `find` sees in the gaps between them."""
    found = [span for gap in gaps(spans, len(source)) for span in find(source, *gap)]
    return ordered([*spans, *found]) if found else list(spans)
