"""The table that a benchmark prints: aligned text that is Markdown as well."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measure with its target and what each method reached; empty where it does not apply."""

    measure: str
    target: str
    sitegen: str
    yake: str = ""
    tfidf: str = ""


HEADER = Line("measure", "target", "sitegen", "YAKE", "TF-IDF")


def table(lines: Sequence[Line]) -> str:
    """Return `lines` under a header, in columns of equal width."""
    cells = [astuple(line) for line in (HEADER, *lines)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    written = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in cells]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([written[0], rule, *written[1:]])


def share(*values: float) -> str:
    """Return shares as the table writes them, three digits each."""
    return " / ".join(f"{value:.3f}".removeprefix("0") for value in values)
