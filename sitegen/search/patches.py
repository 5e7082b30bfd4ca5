"""A posting after some documents changed: what others say stays as it was noted."""

from array import array
from collections.abc import Container

from sitegen.search.postings import MOST_WORDINGS, NUMBER, WORDING, Posting, said_so

_WORDING_BITS = MOST_WORDINGS << WORDING


def patched(old: Posting, gone: Container[int], new: Posting) -> Posting:
    """Return `old` without the documents whose numbers are `gone`, and with those of `new`.

    Forms that nothing says any more are forgotten, so that it is the posting that all documents
    together would have given, but for the order of its forms.
    """
    found = Posting()
    _add(found, old, gone)
    _add(found, new, ())
    found.places = [array("Q", sorted(places)) for places in found.places]
    return found


def _add(found: Posting, part: Posting, left_out: Container[int]) -> None:
    """Add the places of one posting to another, in that one's wordings."""
    held = [[each for each in at if each >> NUMBER not in left_out] for at in part.places]
    used = {said_so(value) for places in held for value in places}
    names = {number: form for form, number in part.forms.items()}
    codes: dict[int, int] = {}
    for forms, wording in part.wordings.items():
        if wording in used:
            own = tuple(
                sorted(found.forms.setdefault(names[form], len(found.forms)) for form in forms)
            )
            codes[wording] = found.wordings.setdefault(own, len(found.wordings)) << WORDING
    found.places = [
        array("Q", [*before, *(_reworded(each, codes) for each in places)])
        for before, places in zip(found.places, held, strict=True)
    ]


def _reworded(value: int, codes: dict[int, int]) -> int:
    """Return a place with another number of its wording."""
    return value & ~_WORDING_BITS | codes[said_so(value)]
