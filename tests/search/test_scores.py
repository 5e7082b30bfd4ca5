"""The browser's reader of the shards answers as lunr.js on the whole index, score by score."""

import pytest

from scripting import Node
from sitegen import search
from sitegen.model import Paper, Tag, Topic

KINDS = [
    {"term": term, **extra}
    for term in ("exact", "prefix", "near")
    for extra in (
        {},
        {"boost": True},
        {"fields": True},
        {"boost": True, "fields": True},
    )
]


@pytest.fixture(scope="module")
def files(
    papers: tuple[Paper, ...], tags: dict[str, tuple[Tag, ...]], topics: dict[str, Topic]
) -> dict[str, str]:
    return dict(search.files(papers, tags, topics, full_index=True))


@pytest.mark.parametrize("seed", [1, 2])
def test_scores_are_identical_to_those_of_lunr_js(
    node: Node, files: dict[str, str], seed: int
) -> None:
    answer = node("scores.cjs", {"files": files, "count": 1500, "seed": seed, "kinds": KINDS})
    assert answer["failed"] == 0, answer["faults"]
    assert answer["results"] > 10_000


def test_any_script_and_any_letter_can_be_looked_up(node: Node) -> None:
    """U+FB02 sorts before a mathematical letter by code point, after it by UTF-16 unit."""
    odd = "𐐨𐐩 ꙋ ﻬ ｱ zebra 图神经 𝔘𝔫 ׯ 𞤢𞤣 c++ 3.5 élan"
    papers = [Paper(f"{at}", f"p{at}", odd[at : at + 9], odd) for at in range(len(odd))]
    files = dict(search.files(papers, {}, {}, full_index=True))
    answer = node("scores.cjs", {"files": files, "count": 300, "seed": 1, "kinds": KINDS})
    assert answer["failed"] == 0, answer["faults"]
