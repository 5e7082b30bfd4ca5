"""The sentences of a text, and where each stands in its source form."""

from functools import lru_cache

from sitegen import text
from sitegen.jobs.parcel import Parcel
from sitegen.prose.reading import Reading


class Sentence(Parcel, frozen=True):
    """One sentence: its plain form, which stands from `start` to `end` in the source."""

    start: int
    end: int
    plain: str


@lru_cache(maxsize=1 << 14)  # lists, pages and introductions cut the same texts
def plain_sentences(plain: str) -> tuple[str, ...]:
    """Return the sentences of a text's plain form in order."""
    return tuple(text.sentences(plain))


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order."""
    found = []
    at = 0
    for plain in plain_sentences(reading.plain):
        at = reading.plain.index(plain, at)
        found.append(Sentence(*reading.source_range(at, at + len(plain)), plain))
        at += len(plain)
    return tuple(found)
