"""Search: papers → postings → shards, cards and columns as scripts, and lunr's whole index."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby

from sitegen.cache import Lines
from sitegen.model import Paper, Tag, Topic
from sitegen.search import (
    columns,
    fronts,
    identifiers,
    lexicon,
    numbering,
    revision,
    shards,
    tables,
)
from sitegen.search.analysis import STOP_WORDS
from sitegen.search.documents import FIELDS, Card, Entry, entries
from sitegen.search.scripts import script
from sitegen.search.shards import Row, Shard
from sitegen.search.tables import Table
from sitegen.search.terms import Term
from sitegen.search.topics import rows as topic_rows

TABLES = "search/tables.js"
FULL_INDEX = "search/lunr.json"
TOPICS = "search/topics.js"

_REMEMBERED = 1 << 13
"""So many blocks of cards need not be written again where a process builds again."""


def files(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[Tag]],
    topics: Mapping[str, Topic],
    *,
    full_index: bool = False,
    kept: Lines | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield path and content of every data file of the search.

    Args:
        papers: In any order, with title and abstract in plain form.
        tags: Paper id to its tags, best first; a paper without an entry has none.
        topics: Slug to topic.
        full_index: Whether lunr's own index is written too.
        kept: What the last build noted of its terms, and where this one notes them.
    """
    numbers = numbering.numbers([paper.slug for paper in papers])
    last = revision.read(kept) if kept else revision.NOTHING
    made = entries(papers, tags, topics)
    numbered = sorted(zip(numbers, made, strict=True), key=_number)
    documents = [(number, entry.document) for number, entry in numbered]
    lists = _lists(list(revision.terms(documents, last, kept)))
    lists["identifiers"] = identifiers.shards(numbered)
    column = shards.named(columns.columns(numbered))
    roots, parts = tables.packed(lists)
    yield from _scripts(chain(*lists.values(), parts, [column]))
    yield from _cards(numbered, _block_again if kept and kept.holds else _block)
    yield TABLES, script("tables", _first(len(papers), numbering.space(numbers), roots, column))
    if full_index:
        # lunr takes long to import, and hardly anybody asks for it.
        from sitegen.search.reference import serialised  # noqa: PLC0415

        yield (
            FULL_INDEX,
            json.dumps(serialised(documents), ensure_ascii=False, separators=(",", ":")),
        )


def _lists(told: Sequence[Term]) -> dict[str, list[Shard]]:
    """Return the shards of all terms, and of all words from either end."""
    row_of = {term.row[0]: term.row for term in told}
    rows = map(row_of.__getitem__, shards.in_order(row_of))
    forwards, backwards = lexicon.shards(told)
    terms = list(shards.cut(rows, _value))
    return {"terms": terms, "forwards": forwards, "backwards": backwards}


def prepare(kept: Lines) -> None:
    """Import what `files` needs, and read what it will ask for."""
    from sitegen.search import inversion  # noqa: F401, PLC0415 - as in `revision`

    revision.prepare(kept)


def _scripts(found: Iterable[Shard]) -> Iterator[tuple[str, str]]:
    """Yield the files of shards; in a tiny library two lists can be the same, and so one file."""
    values = {shard.name: shard.value for shard in found}
    return ((f"search/{name}.js", script(name, value)) for name, value in values.items())


def _first(
    papers: int, space: int, roots: Mapping[str, Table], column: Shard
) -> dict[str, object]:
    """Return what a page must know before it can look anything up."""
    return {
        "papers": papers,
        "space": space,
        "fields": list(FIELDS),
        "stopWords": " ".join(STOP_WORDS),
        **roots,
        "columns": column.name,
    }


def _cards(
    numbered: Sequence[tuple[int, Entry]], written: Callable[[int, tuple[Card, ...]], str]
) -> Iterator[tuple[str, str]]:
    """Yield the blocks of cards, each as it is `written`."""
    for block, cards in groupby(numbered, key=lambda each: each[0] // numbering.WIDTH):
        yield f"search/cards/{block}.js", written(block, tuple(entry.card for _, entry in cards))


def _block(block: int, cards: tuple[Card, ...]) -> str:
    """Return the script of a block of cards."""
    return script(f"cards/{block}", [card.packed() for card in cards])


_block_again = lru_cache(maxsize=_REMEMBERED)(_block)


def _number(each: tuple[int, Entry]) -> int:
    """Return a numbered entry's number."""
    return each[0]


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: terms, their forms, their places."""
    terms, forms, places = zip(*rows, strict=True)
    return [" ".join(fronts.coded(terms)), " ".join(forms), " ".join(places)]


def topics_script(listed: Sequence[Topic]) -> str:
    """Return the script at `TOPICS`: what a long index of topics is filtered by."""
    return script("topics", topic_rows(listed))
