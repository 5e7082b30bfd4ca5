"""What was found out about papers as lines of text, which can't but be read."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.cache import Lines, digest
from sitegen.jobs.parcel import Memo, Parcel, as_json
from sitegen.related import wire
from sitegen.related.afresh import Found
from sitegen.related.corpus import Corpus
from sitegen.related.terms import Given
from sitegen.related.told import told
from sitegen.related.vectors import Vectors

SELDOM = 512
"""While no more than one paper in so many came or went since, the file is left as it is: to write
it takes longer than to find out again what follows from those."""

_BETWEEN = b"\t"  # JSON writes none
# Of so many papers what they say stands in one line: all of it would fill much of the memory.
_AT_ONCE = 256
# Of numbers of terms, of starts, terms and counts; of starts, terms and weights; of what it takes
# to be compared; of the numbers of what is written.
_KINDS = ("i8", "i8", "i4", "u1", "i8", "i4", "f4", "f8", "i8")


class State(Parcel, frozen=True, eq=False):
    """What was found out about a library, for each paper in the order of ids.

    Attributes:
        keys: The digest of the paper.
        written: Its words and its keyphrases as they are written, as JSON.
        corpus: Its terms.
        vectors: What these weigh.
        least: What another paper must share with it to be compared in full.
        near: Its neighbours, as JSON.
        counts: Of each word and phrase how often each form is written, as JSON.
    """

    keys: Sequence[bytes]
    written: Sequence[bytes]
    corpus: Corpus
    vectors: Vectors
    least: NDArray[np.float64]
    near: Sequence[bytes]
    counts: Mapping[int, bytes]


def key(given: Given) -> bytes:
    """Return the digest of all that one paper brings along."""
    return digest(told(given))


def first(keys: Sequence[bytes], found: Found) -> State:
    """Return what was found from nothing."""
    return State(
        keys,
        found.written,
        found.corpus,
        found.vectors,
        np.array(found.least),
        [*map(wire.encoded, found.near)],
        {number: as_json(forms) for number, forms in found.counts.items()},
    )


class Kept(Memo):
    """What is held of the file.

    Attributes:
        state: What was found out, if anything was.
        filed: The digests of the papers that the file tells of: some may have changed since.
    """

    def __init__(self, state: State | None) -> None:
        self.state = state
        self.filed = frozenset(state.keys if state else ())

    def found(self, lines: Lines, state: State) -> None:
        """Hold what was found after a few papers changed; write it where they are not that few."""
        self.state = state
        if SELDOM * len(self.filed.symmetric_difference(state.keys)) > len(state.keys):
            write(lines, state)


def prepare(lines: Lines) -> None:
    """Read what `read` will be asked for."""
    lines.prepare(_kept)


def read(lines: Lines) -> Kept:
    """Return what was kept."""
    return lines.recalled(_kept)


def _kept(content: Sequence[bytes]) -> Kept:
    """Return what is held of lines."""
    return Kept(_state(content))


def _state(content: Sequence[bytes]) -> State | None:
    """Return what lines tell, if there are any."""
    if not content:
        return None
    keys, near, forms = map(_parts, content[:3])
    columns = content[3 : 3 + len(_KINDS)]
    numbers, *of_corpus, starts, terms, weights, least, written_as = (
        np.frombuffer(b64decode(column), kind)
        for kind, column in zip(_KINDS, columns, strict=True)
    )
    return State(
        keys,
        [text for line in content[3 + len(_KINDS) :] for text in _parts(line)],
        Corpus(numbers, *of_corpus),
        Vectors(starts, terms, weights, len(numbers)),
        least,
        near,
        dict(zip(written_as.tolist(), forms, strict=True)),
    )


def write(lines: Lines, state: State) -> None:
    """Keep what was found."""
    lines.keep(Kept(state), _lines(state))


def _lines(state: State) -> Iterator[bytes]:
    """Yield what was found as lines, one for each kind of thing; what papers say takes several."""
    for texts in (state.keys, state.near, state.counts.values()):
        yield _BETWEEN.join(texts)
    corpus, vectors = state.corpus, state.vectors
    columns: tuple[NDArray[Any], ...] = (
        *(corpus.numbers, corpus.starts, corpus.terms, corpus.counts),
        *(vectors.starts, vectors.terms, vectors.weights),
        *(state.least, np.array([*state.counts], np.int64)),
    )
    for column, kind in zip(columns, _KINDS, strict=True):
        yield b64encode(np.ascontiguousarray(column, kind).data)
    for start in range(0, len(state.written), _AT_ONCE):
        yield _BETWEEN.join(state.written[start : start + _AT_ONCE])


def _parts(line: bytes) -> list[bytes]:
    """Return the texts of a line."""
    return line.split(_BETWEEN) if line else []
