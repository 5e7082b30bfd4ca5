"""Search: papers → documents → lunr's index, and the scripts that carry it to the browser."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from sitegen.model import Paper, Tag, Topic
from sitegen.search.documents import entries
from sitegen.search.scripts import script
from sitegen.search.topics import rows

INDEX = "search/index.js"
CARDS = "search/cards.js"
TOPICS = "search/topics.js"


def files(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[Tag]],
    topics: Mapping[str, Topic],
) -> Iterator[tuple[str, str]]:
    """Yield path and content of every data file of the search.

    Args:
        papers: In the order in which equal results are shown.
        tags: Paper id to its tags, best first; a paper without an entry has none.
        topics: Slug to topic.
    """
    # lunr takes longer to import than the whole command line without it, and `--help`, or a
    # build without a search, never comes here.
    from sitegen.search.index import build  # noqa: PLC0415

    found = tuple(entries(papers, tags, topics))
    yield INDEX, script("index", build(entry.document for entry in found))
    used = sorted({slug for entry in found for slug in entry.card.topics})
    cards = {
        "topics": {slug: topics[slug].name for slug in used},
        "cards": [asdict(entry.card) for entry in found],
    }
    yield CARDS, script("cards", cards)


def topics_script(listed: Sequence[Topic]) -> str:
    """Return the script at `TOPICS`: what a long index of topics is filtered by."""
    return script("topics", rows(listed))
