"""The sentences of a text, and where each stands in its source form."""

from dataclasses import dataclass

from sitegen import text
from sitegen.prose.reading import Reading


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its plain form, which stands from `start` to `end` in the source."""

    start: int
    end: int
    plain: str


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order."""
    found = []
    at = 0
    for plain in text.sentences(reading.plain):
        at = reading.plain.index(plain, at)
        found.append(Sentence(*reading.source_range(at, at + len(plain)), plain))
        at += len(plain)
    return tuple(found)
