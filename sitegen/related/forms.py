"""How terms are written: a key to ask the background for, and forms to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.related.terms import PAIR, Reader


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of words and phrases.

    Attributes:
        keys: The folded form of each term that is written most.
        lengths: How many words it has.
        written: Its forms, the most frequent first; of equals one in small letters.
    """

    keys: Mapping[int, str]
    lengths: Mapping[int, int]
    written: Mapping[int, Sequence[str]]

    def key(self, term: int) -> str:
        """Return the key of a term; that of a pair is made from its words'."""
        if term < PAIR:
            return self.keys[term]
        one, other = divmod(term, PAIR)
        return f"{self.keys[one]} {self.keys[other]}"


def collected(reader: Reader) -> Forms:
    """Return how all that was read is written."""
    counts: dict[int, dict[str, int]] = {}
    key_counts: dict[int, dict[str, int]] = {}
    for number, key, form, count in reader.forms():
        of_forms = counts.setdefault(number, {})
        shown = _uncapitalised(form)
        of_forms[shown] = of_forms.get(shown, 0) + count
        of_keys = key_counts.setdefault(number, {})
        of_keys[key] = of_keys.get(key, 0) + count
    keys = {number: _sorted(of)[0] for number, of in key_counts.items()}
    return Forms(
        keys,
        {number: 1 + key.count(" ") for number, key in keys.items()},
        {number: _sorted(of) for number, of in counts.items()},
    )


def _sorted(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return forms, the most frequent first; of equals one in small letters, then by letter."""
    if len(counts) == 1:
        return tuple(counts)
    return tuple(sorted(counts, key=lambda form: (-counts[form], form.swapcase())))


def _uncapitalised(form: str) -> str:
    """Return a phrase without the capitals of a title; acronyms keep theirs."""
    if " " not in form:
        return form
    words = form.split(" ")
    return " ".join(word.lower() if word[1:].islower() else word for word in words)
