"""One record as it is seen before it is held against the others."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen import prose, text
from sitegen.cache.again import same
from sitegen.errors import Problem, warning
from sitegen.model import Record
from sitegen.papers.addresses import arxiv_id_of, doi_of, web

_LINKED = {"url": web, "pdf": web, "code": web, "doi": doi_of, "arxiv_id": arxiv_id_of}
"""The fields that lead somewhere, with what accepts them."""


class Title(NamedTuple):
    """What is seen of a record before it is held against the others.

    Attributes:
        plain: How its title reads; a record whose title reads as nothing is left out.
        compared: What titles must share to be the same.
        problems: What is odd about the record.
    """

    plain: str
    compared: str
    problems: tuple[Problem, ...]


@same
def titled(record: Record) -> Title:
    """Return what is seen of a record."""
    plain = prose.plain(record.title)
    if not plain:
        what = f"the title reads as nothing: {text.excerpt(record.title, 60)}"
        problem = warning(str(record.source), what, "the record is left out")
        return Title("", "", (problem,))
    # One source writes mathematics as TeX, another as it reads.
    return Title(plain, compared(plain), tuple(_oddities(record)))


def _oddities(record: Record) -> Iterator[Problem]:
    """Yield a warning for what is in `record` and can't be shown as it was meant."""
    where = str(record.source)
    if text.has_bidi_controls(record.title) or text.has_bidi_controls(record.abstract):
        yield warning(where, "the text holds controls that reorder what is around them")
    for field, accepted in _LINKED.items():
        value = getattr(record, field)
        if value and not accepted(value):
            shown = text.excerpt(value, 60)
            yield warning(where, f"'{field}' can't be linked: {shown}", "the link is left out")


def compared(value: str) -> str:
    """Return what two texts must share to be the same: the folded text, if it has a word."""
    return text.folded(value) or value
