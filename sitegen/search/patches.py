"""A posting after some documents changed: what others say stays as it was noted."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence

from sitegen.search.postings import MOST_WORDINGS, NUMBER, WORDING, Places, Posting, said_so

_WORDING_BITS = MOST_WORDINGS << WORDING

_FEW = 8
"""Where one place in so many may go, all are looked through: that takes no longer."""


def patched(old: Posting, gone: Collection[int], new: Posting) -> Posting:
    """Return `old` without the documents whose numbers are `gone`, and with those of `new`.

    Forms that nothing says any more are forgotten, so that it is the posting that all documents
    together would have given, but for the order of its forms.

    Args:
        old: What was noted.
        gone: Numbers; whether one is among them is known at once.
        new: What documents say that were none of the others, or are gone.
    """
    held = [_without(places, gone) for places in old.places]
    lost = {said_so(value) for _, left in held for value in left}
    found = Posting()
    found.forms, found.wordings = dict(old.forms), dict(old.wordings)
    codes = _codes(new, found)
    lost -= {code >> WORDING for code in codes.values()}
    found.places = [
        _with(kept, [_reworded(each, codes) for each in places])
        for (kept, _), places in zip(held, new.places, strict=True)
    ]
    # Most that is no longer said in one document is said in the same way in others.
    if lost and lost - {said_so(value) for places in found.places for value in places}:
        return _reduced(found)
    return found


def _without(places: Places, gone: Collection[int]) -> tuple[Places, Sequence[int]]:
    """Return places but for those of some documents, and these."""
    if len(gone) * _FEW > len(places):
        left = [each for each in places if each >> NUMBER in gone]
        kept = [each for each in places if each >> NUMBER not in gone] if left else places
        return array("Q", kept), left
    kept, left = places[:], []
    for number in gone:
        at = bisect_left(kept, number << NUMBER)
        if at < len(kept) and kept[at] >> NUMBER == number:
            left.append(kept.pop(at))
    return kept, left


def _with(places: Places, new: Sequence[int]) -> Places:
    """Return places with others among them, in order."""
    if len(new) * _FEW > len(places):
        return array("Q", sorted([*places, *new]))
    for each in new:
        places.insert(bisect_left(places, each), each)
    return places


def _codes(part: Posting, found: Posting) -> dict[int, int]:
    """Return the bits of each wording of a posting in another, to which it is added."""
    names = {number: form for form, number in part.forms.items()}
    used = {said_so(value) for places in part.places for value in places}
    codes: dict[int, int] = {}
    for forms, wording in part.wordings.items():
        if wording in used:
            own = tuple(
                sorted(found.forms.setdefault(names[form], len(found.forms)) for form in forms)
            )
            codes[wording] = found.wordings.setdefault(own, len(found.wordings)) << WORDING
    return codes


def _reduced(whole: Posting) -> Posting:
    """Return a posting without the forms that nothing says."""
    found = Posting()
    codes = _codes(whole, found)
    found.places = [
        array("Q", [_reworded(each, codes) for each in places]) for places in whole.places
    ]
    return found


def _reworded(value: int, codes: dict[int, int]) -> int:
    """Return a place with another number of its wording."""
    return value & ~_WORDING_BITS | codes[said_so(value)]
