"""What was found out about papers as lines of text, which can't but be read."""

import hashlib
import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sitegen.cache import Lines
from sitegen.model import Neighbour, Paper
from sitegen.related.afresh import Found
from sitegen.related.terms import Terms
from sitegen.related.vectors import Vector

Outcome = tuple[Vector, float, Sequence[Neighbour]]
"""A paper's vector, what another must share with it to be compared in full, its neighbours."""

_BETWEEN = "\t"  # JSON writes none
_KEY, _WRITTEN, _NUMBERS, _COUNTS, _TERMS, _WEIGHTS, _LEAST, _NEAR = range(8)


def key(paper: Paper, keyphrases: Sequence[str]) -> str:
    """Return the digest of all that one paper brings along."""
    # Texts stand as they are, which is cheap.
    rest = (paper.id, len(paper.title), paper.variants, tuple(keyphrases))
    value = f"{rest!r}{paper.title}{paper.abstract}"
    return hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found out about one paper, as a line; what is not asked for is not unpacked."""

    line: str

    def _part(self, number: int) -> str:
        """Return a part of the line."""
        return self.line.split(_BETWEEN, number + 1)[number]

    @property
    def key(self) -> str:
        """The digest of the paper."""
        return self._part(_KEY)

    @property
    def written(self) -> tuple[list[str], list[str]]:
        """The words and the keyphrases as they are written."""
        said, *keyphrases = json.loads(self._part(_WRITTEN))
        return said.split(), keyphrases

    @property
    def numbers(self) -> "array[int]":
        """The numbers of its terms, of phrases after the others."""
        return _unpacked("q", self._part(_NUMBERS))

    @property
    def terms(self) -> Terms:
        """Its terms."""
        said, *_ = json.loads(self._part(_WRITTEN))
        numbers, counts = self.numbers, b64decode(self._part(_COUNTS))
        return Terms(numbers[: len(counts)], counts, numbers[len(counts) :], said)

    @property
    def vector(self) -> Vector:
        """What its terms weigh."""
        *_, terms, weights, _least, _near = self.line.split(_BETWEEN)
        return Vector(tuple(_unpacked("q", terms)), _unpacked("f", weights))

    @property
    def least(self) -> float:
        """What another paper must share with it to be compared in full."""
        return float(self._part(_LEAST))

    @property
    def near(self) -> tuple[Neighbour, ...]:
        """Its neighbours."""
        others = json.loads(self.line.rpartition(_BETWEEN)[2])
        return tuple([Neighbour(paper, tuple(words)) for paper, *words in others])

    def renewed(self, found: Outcome) -> "Entry":
        """Return the entry of the same paper with what was found out anew."""
        return Entry(_BETWEEN.join([*self.line.split(_BETWEEN)[:_TERMS], *_parts(found)]))


def entry(key: str, keyphrases: Sequence[str], terms: Terms, found: Outcome) -> Entry:
    """Return the entry of a paper."""
    written = json.dumps([terms.said, *keyphrases])
    numbers, counts = _packed(terms.words + terms.phrases), b64encode(terms.counts).decode()
    return Entry(_BETWEEN.join([key, written, numbers, counts, *_parts(found)]))


def _parts(found: Outcome) -> tuple[str, ...]:
    """Return the parts of a line that other papers bear on."""
    vector, least, near = found
    others = json.dumps([[each.paper, *each.words] for each in near])
    return _packed(array("q", vector.terms)), _packed(vector.weights), repr(least), others


@dataclass(frozen=True, slots=True)
class State:
    """What was found out about a library.

    Attributes:
        entries: Of each paper, in the order of ids.
        counts: Of each word and phrase how often each form is written, as JSON.
    """

    entries: Sequence[Entry]
    counts: Mapping[int, str]


def read(lines: Lines) -> State:
    """Return what was kept, nothing if there is none."""
    size, *content = lines.read() or ["0"]
    entries = [Entry(line) for line in content[: int(size)]]
    counted = (line.split(_BETWEEN) for line in content[int(size) :])
    return State(entries, {int(number): counts for number, counts in counted})


def write(lines: Lines, state: State) -> None:
    """Keep what was found."""
    counts = (f"{number}{_BETWEEN}{counts}" for number, counts in state.counts.items())
    lines.write(chain([str(len(state.entries))], (each.line for each in state.entries), counts))


def write_first(
    lines: Lines, keys: Sequence[str], keyphrases: Sequence[Sequence[str]], found: Found
) -> None:
    """Keep what was found from nothing."""
    outcomes = zip(found.vectors, found.least, found.near, strict=True)
    each = zip(keys, keyphrases, found.terms, outcomes, strict=True)
    entries = (entry(*parts).line for parts in each)
    counts = (f"{number}{_BETWEEN}{json.dumps(of)}" for number, of in found.counts.items())
    lines.write(chain([str(len(keys))], entries, counts))


def _packed(numbers: "array[int] | array[float]") -> str:
    """Return numbers as text."""
    return b64encode(numbers).decode()


def _unpacked(kind: str, packed: str) -> "array[Any]":
    """Return the numbers of a text."""
    return array(kind, b64decode(packed))
