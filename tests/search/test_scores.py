"""The browser's reader of the index answers as lunr.js does, score by score."""

from collections.abc import Callable
from typing import Any

import pytest

from sitegen.model import Paper, Tag, Topic
from sitegen.search.documents import entries
from sitegen.search.index import Serialised, build

Node = Callable[[str, object], Any]

KINDS = [
    {"term": term, **extra}
    for term in ("exact", "prefix", "near")
    for extra in (
        {},
        {"boost": True},
        {"fields": True},
        {"presence": True},
        {"boost": True, "fields": True, "presence": True},
    )
]


@pytest.fixture(scope="module")
def index(
    papers: tuple[Paper, ...], tags: dict[str, tuple[Tag, ...]], topics: dict[str, Topic]
) -> Serialised:
    return build(entry.document for entry in entries(papers, tags, topics))


@pytest.mark.parametrize("seed", [1, 2])
def test_scores_are_identical_to_those_of_lunr_js(
    node: Node, index: Serialised, seed: int
) -> None:
    answer = node("scores.cjs", {"index": index, "count": 1500, "seed": seed, "kinds": KINDS})
    assert answer["failed"] == 0, answer["faults"]
    assert answer["results"] > 10_000
