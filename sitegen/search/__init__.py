"""Search: papers → postings → shards, cards and columns as scripts, and lunr's whole index."""

import json
from collections.abc import Iterator, Mapping, Sequence

from sitegen.model import Paper, Tag, Topic
from sitegen.search import memory
from sitegen.search.edition import TABLES, Edition, Given
from sitegen.search.memory import Kept, Memory, recalled
from sitegen.search.scripts import script
from sitegen.search.topics import rows as topic_rows

__all__ = [
    "FULL_INDEX",
    "TABLES",
    "Kept",
    "files",
    "indexed",
    "prepare",
    "recalled",
    "topics_script",
]

FULL_INDEX = "search/lunr.json"


def files(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[Tag]],
    topics: Mapping[str, Topic],
    *,
    full_index: bool = False,
) -> Iterator[tuple[str, str]]:
    """Yield path and content of every data file of the search.

    Args:
        papers: In any order, with title and abstract in plain form.
        tags: Paper id to its tags, best first; a paper without an entry has none.
        topics: Slug to topic.
        full_index: Whether lunr's own index is written too.
    """
    given = Given(
        {paper.id: paper for paper in papers},
        {ident: tuple([tag.topic for tag in each]) for ident, each in tags.items()},
        {slug: topic.name for slug, topic in topics.items()},
    )
    made = indexed(given, Memory(), full_index=full_index)
    return ((path, told.decode()) for path, told in made.items())


def indexed(
    given: Given, known: Memory, *, full_index: bool = False, holds: bool = False
) -> Mapping[str, bytes]:
    """Return the content of every data file of the search by its path.

    Args:
        given: What they are made from.
        known: What is known of the index, which this one is noted in.
        full_index: Whether lunr's own index is written too.
        holds: Whether the next is to be made from this one.
    """
    made = known.made(given, holds=holds)
    return {**made.files, FULL_INDEX: _whole(made)} if full_index else made.files


def _whole(made: Edition) -> bytes:
    """Return lunr's own index."""
    # lunr takes long to import, and hardly anybody asks for it.
    from sitegen.search.reference import serialised  # noqa: PLC0415

    documents = [(number, each.document) for number, each in made.entries.items()]
    return json.dumps(serialised(documents), ensure_ascii=False, separators=(",", ":")).encode()


def prepare(kept: Kept) -> None:
    """Import what an index needs, and read what it will be made from."""
    from sitegen.search import inversion  # noqa: F401, PLC0415 - as in `revision`

    memory.prepare(kept)


def topics_script(listed: Sequence[Topic]) -> str:
    """Return the script that a long index of topics is filtered by."""
    return script("topics", topic_rows(listed))
