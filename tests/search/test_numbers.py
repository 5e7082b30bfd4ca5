"""What Python packs, the browser unpacks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripting import Node
from sitegen.search import fronts
from sitegen.search.numbers import ALPHABET, SMALL, joined, spelled
from sitegen.search.shards import cut, in_order

WORDS = st.lists(st.text("abcé图𝑝𝔘", min_size=1, max_size=6), min_size=1, max_size=40)


@given(rows=st.lists(st.lists(st.integers(0, 1 << 22), max_size=40), min_size=20, max_size=20))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_numbers_come_back(node: Node, rows: list[list[int]]) -> None:
    answer = node("packed.cjs", {"numbers": [joined(row) for row in rows], "words": []})
    assert answer["numbers"] == rows


def test_small_numbers_are_ready_made(node: Node) -> None:
    assert [*map(spelled, range(len(SMALL)))] == SMALL
    every = list(range(0, len(SMALL) + 500, 7))
    answer = node("packed.cjs", {"numbers": [joined(every)], "words": []})
    assert answer["numbers"] == [every]


def test_a_negative_number_is_none() -> None:
    for number in -1, -(10**9):
        with pytest.raises(ValueError, match=str(number)):
            spelled(number)


def test_no_character_would_be_escaped() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("\"'&<>\\| \u2028")


@given(rows=st.lists(WORDS, min_size=20, max_size=20))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_words_come_back(node: Node, rows: list[list[str]]) -> None:
    ordered = [in_order(set(row)) for row in rows]
    coded = [" ".join(fronts.coded(row)) for row in ordered]
    answer = node("packed.cjs", {"numbers": [], "words": coded})
    assert answer["words"] == ordered


def test_one_more_row_changes_one_shard() -> None:
    rows = [(f"word{at:06}", "x" * 90) for at in range(5000)]
    before = {shard.name for shard in cut(rows, list, 12_000)}
    after = {shard.name for shard in cut(sorted([*rows, ("word002500a", "x")]), list, 12_000)}
    assert len(before) > 20
    assert len(after - before) <= 2
