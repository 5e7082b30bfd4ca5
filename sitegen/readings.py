"""What pages need of a paper's text and what takes long to find out: once for each content."""

from collections.abc import Sequence
from typing import Any

from sitegen import gists, markup

Reading = tuple[str, tuple[str, ...]]
"""What was done, as a paper says it, and its TeX that could not be turned into mathematics."""


def read(texts: Sequence[tuple[str, str]]) -> list[Reading]:
    """Return the readings of some titles and abstracts; both parts need them taken apart."""
    said = gists.gists([abstract for _, abstract in texts])
    return list(zip(said, markup.faults_of_each(texts), strict=True))


def whole(texts: tuple[str, str]) -> str:
    """Return all of a title and an abstract."""
    title, abstract = texts
    return f"{len(title)} {title}{abstract}"


def unpacked(values: list[Any]) -> Reading:
    """Return the reading that JSON values tell of."""
    gist, faults = values
    return str(gist), tuple(faults)
