"""The date of a paper, as exports write it."""

import contextlib
import re
from datetime import date

from sitegen.importers import lists

_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?=[T ]|$)", re.ASCII)
_YEAR = re.compile(r"\s*([0-9]{4})(?:\.0)?\s*")
_EARLIEST, _LATEST = 1000, 9999


def dated(published: object, year: object) -> tuple[str | None, bool]:
    """Return what is in the calendar of the ISO date `published`, else the year, else None.

    Beside it stands whether that is all that `published` tells.
    """
    given = str(published) if type(published) is int else lists.line(published) or ""
    found = _DATE.match(given)
    if found and (valid := _in_calendar(*found.groups(default=""))):
        return valid, valid == found[0]
    told = _YEAR.fullmatch(str(year))
    if told and _EARLIEST <= int(told[1]) <= _LATEST:
        return told[1], not given
    return None, not given


def _in_calendar(year: str, month: str, day: str) -> str:
    """Return as much of what looks like a date as is in the calendar."""
    if int(year) < _EARLIEST:
        return ""
    for told in (year + month + day, year + month):
        with contextlib.suppress(ValueError):
            date.fromisoformat(f"{told}-01-01"[:10])
            return told
    return year
