"""`search.tables`: the browser finds the shard of any key, in one table or in its parts."""

from collections.abc import Sequence
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripting import Node
from sitegen import search
from sitegen.model import Paper
from sitegen.search import tables
from sitegen.search.shards import Shard, cut, in_order

WORDS = st.lists(st.text("abé\uff5e图𝑝𝔘", min_size=1, max_size=5), max_size=50)
LIBRARIES = st.lists(st.tuples(WORDS, st.sampled_from((10, 20, 40))), min_size=20, max_size=20)


def _cut(words: Sequence[str], most: int) -> list[Shard]:
    """Return words in shards that hold nothing else."""
    ordered = in_order(set(words))
    return list(cut([(word,) for word in ordered], lambda rows: [word for (word,) in rows], most))


def _texts(words: Sequence[str]) -> list[str]:
    """Return words, what they begin with, and what comes before and after them."""
    found = [word[:end] for word in words for end in range(len(word) + 1)]
    return [*dict.fromkeys([*found, *(f"{each}z" for each in found), "", "0", "\uffff"])]


def _check(shards: Sequence[Shard], texts: Sequence[str], answers: Sequence[Any]) -> None:
    """Assert that each text is looked for where it is, and in one shard for nothing at most."""
    held = {shard.name: cast("list[str]", shard.value) for shard in shards}
    for text, answer in zip(texts, answers, strict=True):
        having = [name for name, words in held.items() if text in words]
        assert having in ([], [answer["of"]])
        wanted = [
            name for name, words in held.items() if any(word.startswith(text) for word in words)
        ]
        assert [name for name in answer["beginning"] if name in wanted] == wanted
        assert len(answer["beginning"]) <= max(len(wanted) + 1, 1 if shards else 0)
        assert answer["beginning"][:1] == ([answer["of"]] if shards else [])


@pytest.mark.parametrize("many", [0, 1000])
@given(libraries=LIBRARIES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_key_is_looked_for_where_it_is(
    node: Node, monkeypatch: pytest.MonkeyPatch, many: int, libraries: list[tuple[list[str], int]]
) -> None:
    monkeypatch.setattr(tables, "_MANY", many)
    monkeypatch.setattr(tables, "_PART", 40)
    cut_up = [_cut(*library) for library in libraries]
    texts = [_texts(words) for words, _ in libraries]
    cases = []
    for shards, asked in zip(cut_up, texts, strict=True):
        roots, parts = tables.packed({"terms": shards})
        assert bool(parts) == (many == 0 and len(shards) > 0)
        named = {part.name: part.value for part in parts}
        cases.append({"root": roots["terms"], "parts": named, "texts": asked})
    answers = node("tables.cjs", {"cases": cases})
    for shards, asked, answer in zip(cut_up, texts, answers, strict=True):
        _check(shards, asked, answer)


def test_a_shard_begins_where_the_one_before_can_t_go_on() -> None:
    shards = _cut(["abcde", "abcdf", "abd", "x𝑝", "x𝔘𝔘"], 1)
    assert [shard.start for shard in shards] == ["", "abcdf", "abd", "x", "x𝔘"]


def test_a_row_as_large_as_a_shard_has_its_own() -> None:
    rows = [(f"a{at}", "x" * (500 if at == 7 else 2)) for at in range(20)]
    held = [shard.value for shard in cut(rows, list, 100)]
    assert [rows[7]] in held


def test_one_more_shard_changes_few_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_MANY", 10)
    shards = [Shard(f"word{at:06}", f"{at:08}", None) for at in range(3000)]
    more = [*shards[:900], Shard("word000899a", "x" * 8, None), *shards[900:]]
    before, after = (
        {part.name for part in tables.packed({"words": each})[1]} for each in (shards, more)
    )
    assert len(before) > 30
    assert len(after - before) <= 4


def test_a_table_in_parts_finds_the_same(
    node: Node, papers: tuple[Paper, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = ["graph neural networks", "grahp", "trans", "title:learn -vision", "zzz", "図", ""]
    whole = dict(search.files(papers, {}, {}))
    monkeypatch.setattr(tables, "_MANY", 2)
    parted = dict(search.files(papers, {}, {}))
    assert len(parted[search.TABLES]) < len(whole[search.TABLES])
    one, other = (
        node("find.cjs", {"files": files, "queries": queries, "similar": False})["answers"]
        for files in (whole, parted)
    )
    assert one == other


def test_only_a_long_table_is_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_MANY", 3)
    lists = {"long": _cut([f"{at:03}" for at in range(99)], 10), "short": _cut(["a", "b"], 10)}
    assert len(lists["long"]) > 3 >= len(lists["short"])
    roots, parts = tables.packed(lists)
    assert (roots["long"][2], roots["short"][2]) == (1, 0)
    assert len(roots["long"][1]) == sum(len(part.name) for part in parts)


def test_of_a_long_table_no_parts_are_read_for_words_that_may_be_any(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_MANY", 0)
    monkeypatch.setattr(tables, "_PART", 40)
    monkeypatch.setattr("sitegen.search.cuts.brought.__defaults__", (60,))
    words = [f"s{one}{other}x" for one in "abcdefgh" for other in "abcdefgh"]
    papers = [Paper(id=word, slug=word, title=word, abstract="") for word in words]
    files = dict(search.files(papers, {}, {}))
    given = {"files": files, "similar": False}
    fetched = [
        len(node("find.cjs", {**given, "queries": [query]})["fetched"]) for query in ("s", "zs")
    ]
    assert len(files) > 30
    assert max(fetched) <= 5, fetched


def test_keys_are_in_the_order_of_javascript() -> None:
    """A letter that takes two UTF-16 units comes before one that takes a late unit alone."""
    assert in_order(["Ａ", "\U0001f600", "b", "a"]) == ["a", "b", "\U0001f600", "Ａ"]
    assert in_order(["Ａ", "b", "a"]) == ["a", "b", "Ａ"]
