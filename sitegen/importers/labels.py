"""An abstract without what the page that it was copied from says around it."""

import re

from sitegen import text

# "Abstract meaning representation" is a subject, "Abstract-level" a word.
_HEADING = re.compile(
    r"\A(?:Abstract|ABSTRACT|Summary|SUMMARY)(?:\s?[:.—–]\s*(?=\S)|-(?=[A-Z][\w’']*,?\s)"
    rf"|\s+(?={text.OPENER}))"
)
# What a reader has to press for the rest, which is not there.
_BUTTON = re.compile(r"(?<=\S)\s*\b(?<!\bto )Show (?:More|Less)\Z")


def bare(abstract: str) -> str:
    """Return an abstract without the heading in front of it and the button behind it."""
    if abstract.endswith(("Show More", "Show Less")):
        abstract = _BUTTON.sub("", abstract)
    return _HEADING.sub("", abstract) if abstract[:1] in ("A", "S") else abstract
