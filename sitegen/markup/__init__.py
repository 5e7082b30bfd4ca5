"""Source text → safe HTML and MathML."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to mark: `start` to `end` in the source; `labels` go to ``data-topics``."""

    start: int
    end: int
    labels: tuple[str, ...]


def inline(source: str, marks: Sequence[Mark] = ()) -> Markup:
    """Return `source`, a title say, as HTML that may stand inside a heading or a link."""
    return escape(source)


def paragraphs(source: str, marks: Sequence[Mark] = ()) -> Markup:
    """Return `source`, an abstract say, as HTML paragraphs."""
    return Markup("<p>{}</p>").format(source)


def faults(source: str) -> tuple[str, ...]:
    """Return the TeX in `source` that could not be turned into mathematics."""
    return ()
