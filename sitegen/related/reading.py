"""The terms of many papers, read by whatever maps over them."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sitegen.jobs import Mapper
from sitegen.jobs.parcel import Parcel
from sitegen.related.terms import Given, Numbers, Reader, Terms, Texts


class Read(Parcel, frozen=True):
    """What papers were found to say, in their order, and what has read them all."""

    terms: list[Terms]
    reader: Reader


class _Some(NamedTuple):
    """What some papers say.

    Attributes:
        written: How often each form of a word was written.
        phrased: How many of them have each form of a keyphrase.
    """

    terms: list[Terms]
    written: Counter[str]
    phrased: Counter[str]


def read(given: Sequence[Given], mapper: Mapper) -> Read:
    """Return what papers say."""
    found = Read([], Reader(*met()))
    for some in mapper.over(_read, [each.texts for each in given]):
        found.terms.extend(some.terms)
        found.reader.written.update(some.written)
        found.reader.phrased.update(some.phrased)
    met.cache_clear()
    return found


def _read(texts: Sequence[Texts]) -> list[_Some]:
    """Return what a few papers say, as one thing: forms are counted over all of them."""
    reader = Reader(*met())
    terms = [*map(reader.read, texts)]
    return [_Some(terms, reader.written, reader.phrased)]


@cache
def met() -> tuple[Numbers, Numbers]:
    """Return the words and the keyphrases that this process has met."""
    reader = Reader()
    return reader.words, reader.phrases
