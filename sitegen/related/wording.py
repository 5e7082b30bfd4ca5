"""How terms are written after papers have changed, and for which that differs."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sitegen.jobs.parcel import Parcel, as_json
from sitegen.related import forms
from sitegen.related.forms import Forms
from sitegen.related.terms import Reader

_forms = msgspec.json.Decoder(dict[str, int]).decode
_texts = msgspec.json.Decoder(list[str]).decode


class _Counts(dict[int, dict[str, int]]):
    """How often forms are written, unpacked when it is first asked for."""

    def __init__(self, packed: Mapping[int, bytes]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, number: int) -> dict[str, int]:
        counts: dict[str, int] = _forms(self._packed[number])
        self[number] = counts
        return counts


class Wording(Parcel, frozen=True):
    """How words and phrases were written before a change, and are after it.

    Attributes:
        before: Their forms.
        after: Their forms.
        counts: How often each form is written after it, as JSON.
        moved: Those that stand on both sides with other forms, or in another order.
        rekeyed: Those of them that the background is asked for by another key.
    """

    before: Forms
    after: Forms
    counts: Mapping[int, bytes]
    moved: frozenset[int]
    rekeyed: frozenset[int]


def changed(before: Mapping[int, bytes], gained: Reader, lost: Sequence[bytes]) -> Wording:
    """Return how terms are written after a change.

    Args:
        before: How often each form was written, as JSON.
        gained: What has read the papers that came.
        lost: What the papers that went say, as JSON.
    """
    came, went = forms.counted(gained), forms.counted(_reader(lost))
    after = dict(before)
    counts = _Counts(before)
    for number in came.keys() | went.keys():
        left = Counter(counts[number] if number in before else {})
        left.update(came.get(number, {}))
        left.subtract(went.get(number, {}))
        if written := {form: count for form, count in left.items() if count}:
            after[number] = as_json(written)
        else:
            del after[number]
    was, now = Forms(counts, gained), Forms(_Counts(after), gained)
    both = (came.keys() | went.keys()) & before.keys() & after.keys()
    moved = frozenset(number for number in both if was[number] != now[number])
    rekeyed = frozenset(number for number in moved if was[number].key != now[number].key)
    return Wording(was, now, after, moved, rekeyed)


def _reader(written: Sequence[bytes]) -> Reader:
    """Return a reader that has counted the words and phrases of papers."""
    reader = Reader()
    for each in written:
        said, *keyphrases = _texts(each)
        reader.written.update(said.split())
        reader.phrased.update(keyphrases)
    return reader
