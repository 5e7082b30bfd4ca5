"""Titles and abstracts without the quotation marks that a table's cells are written in."""

import re

# One begins a quotation where nothing but an opening stands before it.
_MARK = re.compile(r"""(?P<opens>(?<![^\s(\[{/“‘—–-])(?:"|''|``)(?=[^\s"]))|"|''""")
_INCHES = re.compile(r'(?:^|[\s(])[\d./½¼¾-]+"\Z')
_ALONE = re.compile(r'[.!?)]\s+"\Z')


def unquoted(title: str, abstract: str) -> tuple[str, str]:
    """Return a title and an abstract without the marks that were put around them.

    A table's cell stands in quotation marks, and those inside it are doubled. Who has cut off the
    first one alone leaves a last that closes nothing. A title may be a quotation: that it was a
    cell is known where its abstract was.
    """
    if not (abstract.endswith('"') and abstract.strip('" ')):
        return title, abstract
    if _is_cell(abstract):
        return _inside(title) if _is_cell(title) else title, _inside(abstract)
    return title, _single(abstract[:-1]) if _closes_nothing(abstract) else abstract


def _is_cell(value: str) -> bool:
    """Tell whether `value` is all between two marks, and has none but doubled ones inside."""
    inside = value[1:-1]
    is_between = value[:1] == '"' == value[-1:] and inside.strip() != ""
    return is_between and '"' not in inside.replace('""', "")


def _inside(cell: str) -> str:
    """Return what a cell says."""
    return _single(cell[1:-1])


def _single(value: str) -> str:
    """Return `value` with its doubled marks single."""
    return value.replace('""', '"').strip()


def _closes_nothing(value: str) -> bool:
    """Tell whether the mark at the end of `value` closes no quotation, and means no inches."""
    if _ALONE.search(value):
        return True
    is_open = False
    for mark in _MARK.finditer(value[:-1].replace('""', '"')):
        is_open = mark["opens"] is not None
    return not is_open and not _INCHES.search(value)
