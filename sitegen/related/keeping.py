"""What was found out about papers as lines of text, which can't but be read."""

import hashlib
import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.cache import Lines
from sitegen.model import Neighbour, Paper
from sitegen.related.afresh import Found
from sitegen.related.terms import Terms
from sitegen.related.vectors import Vector

_BETWEEN = "\t"  # JSON writes none


def key(paper: Paper, keyphrases: Sequence[str]) -> str:
    """Return the digest of all that one paper brings along."""
    value = repr((paper.id, paper.title, paper.abstract, paper.variants, tuple(keyphrases)))
    return hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found out about one paper; what is not asked for is not unpacked.

    Attributes:
        key: The digest of the paper.
        read: Its words as they are written, its keyphrases, its terms and their counts.
        found: Its vector, what it takes to be compared with it, its neighbours.
    """

    key: str
    read: tuple[str, str, str, str]
    found: tuple[str, str, str, str]

    @property
    def written(self) -> tuple[list[str], list[str]]:
        """The words and the keyphrases as they are written."""
        said, keyphrases, *_ = self.read
        return said.split(), json.loads(keyphrases)

    @property
    def numbers(self) -> "array[int]":
        """The numbers of its terms, of phrases after the others."""
        return _unpacked("q", self.read[2])

    @property
    def terms(self) -> Terms:
        """Its terms."""
        numbers, counts = self.numbers, b64decode(self.read[3])
        return Terms(numbers[: len(counts)], counts, numbers[len(counts) :], self.read[0])

    @property
    def vector(self) -> Vector:
        """Its vector."""
        return Vector(tuple(_unpacked("q", self.found[0])), _unpacked("f", self.found[1]))

    @property
    def least(self) -> float:
        """What another paper must share with it to be compared in full."""
        return float(self.found[2])

    @property
    def near(self) -> tuple[Neighbour, ...]:
        """Its neighbours."""
        return tuple(Neighbour(paper, tuple(words)) for paper, *words in json.loads(self.found[3]))


@dataclass(frozen=True, slots=True)
class State:
    """What was found out about a library.

    Attributes:
        entries: Of each paper, in the order of ids.
        counts: Of each word and phrase how often each form is written, as JSON.
    """

    entries: Sequence[Entry]
    counts: Mapping[int, str]


def read_of(terms: Terms, keyphrases: Sequence[str]) -> tuple[str, str, str, str]:
    """Return what was read in a paper, for its entry."""
    phrases = json.dumps(list(keyphrases), ensure_ascii=False)
    numbers = _packed(terms.words + terms.phrases)
    return terms.said, phrases, numbers, b64encode(terms.counts).decode()


def found_of(vector: Vector, least: float, near: Sequence[Neighbour]) -> tuple[str, str, str, str]:
    """Return what was found out about a paper, for its entry."""
    others = json.dumps([[each.paper, *each.words] for each in near], ensure_ascii=False)
    return _packed(array("q", vector.terms)), _packed(vector.weights), repr(least), others


def counts_of(counts: Mapping[str, int]) -> str:
    """Return how often forms are written, as JSON."""
    return json.dumps(counts, ensure_ascii=False)


def state(keys: Sequence[str], keyphrases: Sequence[Sequence[str]], found: Found) -> State:
    """Return what was found from nothing, to be kept."""
    each = zip(keys, keyphrases, found.terms, found.vectors, found.least, found.near, strict=True)
    entries = [
        Entry(key, read_of(terms, phrases), found_of(vector, least, near))
        for key, phrases, terms, vector, least, near in each
    ]
    return State(entries, {number: counts_of(counts) for number, counts in found.counts.items()})


def read(lines: Lines) -> State:
    """Return what was kept, nothing if there is none."""
    size, *content = lines.read() or ["0"]
    entries = []
    for line in content[: int(size)]:
        key, *parts = line.split(_BETWEEN)
        said, phrases, numbers, counts, terms, weights, least, near = parts
        entries.append(Entry(key, (said, phrases, numbers, counts), (terms, weights, least, near)))
    counted = (line.split(_BETWEEN) for line in content[int(size) :])
    return State(entries, {int(number): counts for number, counts in counted})


def write(lines: Lines, state: State) -> None:
    """Keep what was found."""
    entries = [_BETWEEN.join((each.key, *each.read, *each.found)) for each in state.entries]
    counts = [f"{number}{_BETWEEN}{counts}" for number, counts in state.counts.items()]
    lines.write([str(len(entries)), *entries, *counts])


def _packed(numbers: "array[int] | array[float]") -> str:
    """Return numbers as text."""
    return b64encode(numbers).decode()


def _unpacked(kind: str, packed: str) -> "array[Any]":
    """Return the numbers of a text."""
    return array(kind, b64decode(packed))
