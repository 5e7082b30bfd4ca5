"""How terms are written: a key to ask the background for, and forms to show."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.related.terms import PAIR, Reader

Counts = Mapping[int, Mapping[str, int]]
"""How often each form of each word and phrase is written."""


class Form(NamedTuple):
    """How a word or phrase is written.

    Attributes:
        key: The folded form that is written most.
        length: How many words it has.
        written: Its forms, the most frequent first; of equals one in small letters.
        lower: The same in small letters.
    """

    key: str
    length: int
    written: tuple[str, ...]
    lower: tuple[str, ...]


class Forms(dict[int, Form]):
    """How words and phrases are written, found out when it is first asked for.

    Args:
        counts: What is written.
        reader: Knows the keys of forms.
    """

    def __init__(self, counts: Counts, reader: Reader) -> None:
        super().__init__()
        self._counts = counts
        self._reader = reader

    def __missing__(self, number: int) -> Form:
        counts, key_of = self._counts[number], self._reader.key
        if len(counts) == 1:
            (form,) = counts
            key = key_of(number, form)
            written: tuple[str, ...] = (_uncapitalised(form),)
        else:
            keyed = _summed((key_of(number, form), count) for form, count in counts.items())
            key = _sorted(keyed)[0]
            shown = _summed((_uncapitalised(form), count) for form, count in counts.items())
            written = _sorted(shown)
        lower = tuple([form.lower() for form in written])
        self[number] = found = Form(key, 1 + key.count(" "), written, lower)
        return found

    def key(self, term: int) -> str:
        """Return the key of a term; that of a pair is made from its words'."""
        if term < PAIR:
            return self[term].key
        one, other = divmod(term, PAIR)
        return f"{self[one].key} {self[other].key}"


def counted(reader: Reader) -> dict[int, dict[str, int]]:
    """Return how often each form of all that was read is written."""
    counts: dict[int, dict[str, int]] = {}
    for number, form, count in reader.forms():
        counts.setdefault(number, {})[form] = count
    return counts


def _summed(counts: Iterator[tuple[str, int]]) -> dict[str, int]:
    """Return the sums of counts."""
    found: dict[str, int] = {}
    for form, count in counts:
        found[form] = found.get(form, 0) + count
    return found


def _sorted(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return forms, the most frequent first; of equals one in small letters, then by letter."""
    if len(counts) == 1:
        return tuple(counts)
    return tuple(sorted(counts, key=lambda form: (-counts[form], form.swapcase(), form)))


def _uncapitalised(form: str) -> str:
    """Return a phrase without the capitals of a title; acronyms keep theirs."""
    if " " not in form:
        return form
    words = form.split(" ")
    return " ".join(word.lower() if word[1:].islower() else word for word in words)
