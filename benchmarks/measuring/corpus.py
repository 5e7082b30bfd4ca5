"""Papers to measure on: rows of a corpus, fixed samples of them, all without their keywords."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from sitegen import papers, sources, text
from sitegen.model import Paper, Record, Source

Row = dict[str, Any]

CHECKOUT = Path(__file__).parents[2]
# Authors choose freely at these venues; ijcai has a taxonomy, and iclr 2017 had a list.
FREE = frozenset({"iclr", "colm", "www", "corl", "3dv"})
PICKED = ("iclr", 2017)


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a JSON Lines file, compressed or not, each with its end."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for line in filter(str.strip, file):
            yield line.removesuffix("\n") + "\n"


def rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON Lines file, compressed or not."""
    yield from map(json.loads, lines(path))


def is_free(row: Row) -> bool:
    """Tell whether a paper has keywords that its authors chose freely."""
    venue, year = row.get("venue"), row.get("year")
    return bool(row.get("keywords")) and venue in FREE and (venue, year) != PICKED


def drawn(candidates: Iterable[Row], count: int, draw: str) -> list[Row]:
    """Return a sample of rows, the same on every machine: those of the smallest digests.

    Args:
        candidates: What to draw from, in any order.
        count: How many rows.
        draw: Names the sample; samples of other names are independent of it.
    """
    return nsmallest(count, candidates, key=lambda row: text.digest(f"{draw} {row['id']}"))


def library(chosen: Iterable[Row]) -> list[Paper]:
    """Return rows as the papers of a site; their keywords are left out."""
    found, _ = papers.merge(_record(at, row) for at, row in enumerate(chosen, 1))
    return found


def _record(at: int, row: Row) -> Record:
    """Return one row as an importer would, but without keywords."""
    return Record(
        title=text.line(row["title"]),
        abstract=text.normal(row["abstract"]),
        source=Source("corpus", at),
        id=row["id"],
        authors=tuple(row.get("authors") or ()),
        venue=row.get("venue"),
        published=str(row["year"]) if row.get("year") else None,
        url=row.get("url"),
    )


def seeds() -> list[Paper]:
    """Return the papers of the repository's seeds; their keywords, if any, are left out."""
    folder = CHECKOUT / "seeds"
    files, _ = sources.files([folder], CHECKOUT, [CHECKOUT / "site"])
    read = (item for file in files for item in sources.records(file))
    records = [item for item in read if isinstance(item, Record)]
    found, _ = papers.merge(_without_keywords(record) for record in records)
    return found


def _without_keywords(record: Record) -> Record:
    """Return `record` with no keywords."""
    return replace(record, keywords=())


@dataclass(frozen=True)
class Corpus:
    """A folder with ``train.jsonl.gz`` and ``dev.jsonl.gz``, and the samples drawn from it."""

    folder: Path

    @property
    def train(self) -> Path:
        """The papers that statistics and weights were made from."""
        return self.folder / "train.jsonl.gz"

    def everything(self) -> Iterator[Row]:
        """Yield the papers of both files."""
        yield from rows(self.train)
        yield from rows(self.folder / "dev.jsonl.gz")

    @cached_property
    def dev(self) -> Sequence[Row]:
        """The papers that took no part in any fitting."""
        return tuple(row for row in rows(self.folder / "dev.jsonl.gz") if is_free(row))

    @cached_property
    def keyworded(self) -> Sequence[Row]:
        """The papers of train that have keywords of any kind."""
        return tuple(row for row in rows(self.train) if row.get("keywords"))

    @cached_property
    def mixed(self) -> Sequence[Row]:
        """Papers of all venues of train, 10,000 of them; smaller samples are its beginnings."""
        return tuple(drawn(rows(self.train), 10_000, "mixed"))
