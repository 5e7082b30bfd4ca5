"""Formats that are known and not read: what tells them, and what may be done with such a file."""

import re
from collections.abc import Iterable

from sitegen.jobs.parcel import Parcel

_LONGEST = 1 << 12
"""So many characters of a line tell enough."""


class Format(Parcel, frozen=True):
    r"""One format that papers come in and that no importer reads.

    Attributes:
        name: What a message calls it.
        sign: What the file begins with (`\A`), or what a line near its beginning does (`^`).
        hint: What makes a file of it that is read, where there is such a thing.
    """

    name: str
    sign: str
    hint: str = ""


HTML = Format(
    "HTML, not like the page’s text",
    r"^\s*<(?:!doctype\s+html|html)\b",
    "open it in a browser and copy the text of the page",
)
_FORMATS = (
    HTML,
    Format(
        "JSON that is not one paper a line",
        r"\A\s*(?:\[\s*(?:\{|$)|\{\s*$)",
        "jq -c '.[]' FILE writes what an array holds so",
    ),
    Format("BibTeX", r"^\s*@[a-z]+\s*\{"),
    Format("RIS", r"^\s*TY {1,2}- "),
    Format("PubMed’s format", r"\A\s*PMID ?- "),
    Format("Web of Science’s plain text", r"\A\s*FN (?:Clarivate|Thomson|ISI)\b"),
    Format("EndNote’s format", r"\A\s*%0 "),
    Format("PDF", r"\A%PDF-"),
    Format("XML", r"\A\s*<\?xml\b"),
    Format(
        "a table, such as CSV",
        r"\A(?=.*[,;\t])(?:.*[,;\t])?\s*"
        r"\"?(?:(?:article )?title|ti|abstract|ab)\"?\s*(?:[,;\t]|$)",
    ),
    Format(
        "named fields, as listings of arXiv and YAML have them",
        r"\A\s*(?:title|abstract|---)\s*$|^\s*(?:- )?title\s*:|^\s*\[\d+\]\s*arXiv:\d",
    ),
    Format(
        "the page of one paper",
        r"^\s*(?:Authors:|AI-generated summary|(?:Models|Datasets|Spaces) citing this paper\b.*)$",
        "copy a page that lists papers with their abstracts, or write it as a line of JSON",
    ),
    Format("Markdown", r"^#{1,6} +\S"),
)


def known(head: Iterable[str]) -> Format | None:
    """Return the format that a file is of which begins with the lines `head`, if it is foreign."""
    said = "\n".join(line[:_LONGEST] for line in head if line.strip())
    signs = re.IGNORECASE | re.MULTILINE
    return next((kind for kind in _FORMATS if re.search(kind.sign, said, signs)), None)
