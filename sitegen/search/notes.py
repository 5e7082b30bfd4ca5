"""An edition as the lines of two files, from which the next build goes on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sitegen.cache import digest
from sitegen.jobs.parcel import Parcel, as_json
from sitegen.search import edition, ledger
from sitegen.search.edition import Edition, Given, Lists
from sitegen.search.revision import Known
from sitegen.search.shards import Row, Shard
from sitegen.search.weights import Weights

_CARDS = b"cards/"


class _Said(Parcel, frozen=True):
    """What is noted first of what papers say.

    Attributes:
        scripts: The digest of the scripts that are noted with it.
        papers: How many there are.
        lengths: For each field, how many words all of them have there together.
        counted: What the terms were weighed with, as in `Weights`.
        averages: The same.
    """

    scripts: str
    papers: int
    lengths: tuple[int, ...]
    counted: float
    averages: tuple[float, ...]


class _Shape(Parcel, frozen=True):
    """What is noted first of the scripts.

    Attributes:
        scripts: Their digest.
        numbers: The papers' numbers by their slugs.
        columns: What filters count.
        column: The name of its file.
        terms: Where each shard of terms begins, its name, and how many there are in it.
        others: The same of the lists of words and of identifiers, with their rows.
    """

    scripts: str
    numbers: dict[str, int]
    columns: dict[str, Any]
    column: str
    terms: list[tuple[str, str, int]]
    others: tuple[list[tuple[str, str, tuple[Row, ...]]], ...]


_said = msgspec.json.Decoder(_Said).decode
_shape = msgspec.json.Decoder(_Shape).decode


def scripts(made: Edition) -> tuple[str, list[bytes]]:
    """Return the digest of the scripts of an edition, and lines that tell them."""
    shards = [b"%b %b" % (name.encode(), told) for name, (_, told) in made.scripts.items()]
    cards = [b"%b%d %b" % (_CARDS, block, told) for block, told in made.cards.items()]
    told = [line.rstrip(b"\n") for line in (*shards, *cards)]
    own = digest(b"\n".join(told)).decode()
    lists = made.lists
    shape = _Shape(
        own,
        dict(made.numbers),
        dict(made.columns[0]),
        made.columns[1].name,
        [(each.start, each.name, len(each.rows)) for each in lists.terms],
        tuple(
            [(each.start, each.name, each.rows) for each in shards]
            for shards in (*lists.words, lists.identifiers)
        ),
    )
    return own, [as_json(shape), *told]


def lines(made: Edition, scripts: str) -> Iterator[bytes]:
    """Yield lines that tell what the papers of an edition say.

    Args:
        made: The edition.
        scripts: The digest of its scripts.
    """
    known = made.known
    figures = known.lengths, known.weights.papers, known.weights.averages
    yield as_json(_Said(scripts, len(known.entries), *figures))
    for number, entry in known.entries.items():
        yield b"%d %b" % (number, entry)
    for shard in made.lists.terms:
        yield from [known.terms[row[0]].encode() for row in shard.rows]


def read(told: Sequence[bytes], scripts: Sequence[bytes]) -> tuple[Edition, bool]:
    """Return what was noted of an edition, and whether the scripts are those of it.

    Where they are not, no more is known than what its papers say.
    """
    said = _said(told[0])
    end = said.papers + 1
    pairs = (line.split(b" ", 1) for line in told[1:end])
    entries = {int(number): entry for number, entry in pairs}
    terms = [*map(bytes.decode, told[end:])]
    rows = [*map(ledger.row, terms)]
    by_term = dict(zip([row[0] for row in rows], terms, strict=True))
    known = Known(entries, said.lengths, Weights(said.counted, said.averages), by_term)
    shape = _shape(scripts[0]) if scripts else None
    if shape is None or shape.scripts != said.scripts:
        return edition.begun(known), False
    pairs = (line.split(b" ", 1) for line in scripts[1:])
    return _edition(shape, known, rows, {name: b"%b\n" % script for name, script in pairs}), True


def _edition(
    shape: _Shape, known: Known, rows: Sequence[Row], scripts: Mapping[bytes, bytes]
) -> Edition:
    """Return what was noted of an edition; its papers are known as JSON alone."""
    forwards, backwards, identifiers = (
        [Shard(start, name, None, rows) for start, name, rows in shards] for shards in shape.others
    )
    cards = {name: told for name, told in scripts.items() if name.startswith(_CARDS)}
    return Edition(
        Given({}, {}, {}),
        shape.numbers,
        {},
        known,
        Lists([*_shards(shape.terms, rows)], (forwards, backwards), identifiers),
        (shape.columns, Shard("", shape.column, None)),
        {name.decode(): (None, told) for name, told in scripts.items() if name not in cards},
        {int(name.removeprefix(_CARDS)): told for name, told in cards.items()},
        {},
    )


def _shards(noted: Iterable[tuple[str, str, int]], rows: Sequence[Row]) -> Iterator[Shard]:
    """Yield the shards of terms, whose rows follow one another."""
    begin = 0
    for start, name, many in noted:
        yield Shard(start, name, None, tuple(rows[begin : begin + many]))
        begin += many
