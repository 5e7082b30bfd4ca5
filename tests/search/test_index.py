"""The index is lunr's own, and the scripts that carry it are safe and stable."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from lunr.builder import Builder

from sitegen import search
from sitegen.model import Paper, Tag, Topic
from sitegen.search.analysis import terms
from sitegen.search.documents import Document, entries
from sitegen.search.index import BOOSTS, build, utf16_units
from sitegen.search.scripts import script

Node = Callable[[str, object], Any]

Tags = Mapping[str, Sequence[Tag]]
Topics = Mapping[str, Topic]


@pytest.fixture(scope="module")
def documents(papers: tuple[Paper, ...], tags: Tags, topics: Topics) -> list[Document]:
    return [entry.document for entry in entries(papers, tags, topics)]


def _stock(documents: Sequence[Document]) -> dict[str, object]:
    """Build with lunr's builder as it comes, fed with the same terms."""
    builder = Builder()
    for name, boost in BOOSTS.items():
        builder.field(name, boost, lambda doc, name=name: terms(getattr(doc["of"], name)))
    for at, document in enumerate(documents):
        builder.add({"id": at, "of": document})
    serialised: dict[str, object] = builder.build().serialize()
    return serialised


def test_index_is_what_the_stock_builder_makes(documents: list[Document]) -> None:
    stock, ours = _stock(documents), build(documents)
    for key in ("version", "fields", "fieldVectors", "pipeline"):
        assert json.dumps(ours[key]) == json.dumps(stock[key])
    by_unit = sorted(stock["invertedIndex"], key=lambda pair: utf16_units(pair[0]))  # type: ignore[call-overload]
    postings = [[term, {**posting}] for term, posting in by_unit]
    assert sorted(json.dumps(pair, sort_keys=True) for pair in ours["invertedIndex"]) == sorted(
        json.dumps(pair, sort_keys=True) for pair in postings
    )
    assert [term for term, _ in ours["invertedIndex"]] == [term for term, _ in postings]


def test_terms_stand_in_the_order_of_javascript(node: Node) -> None:
    """U+FB02 sorts before a mathematical letter by code point, after it by UTF-16 unit."""
    odd = Document("𐐨𐐩 ꙋ ﻬ ｱ zebra 图神", "", "", "", "ׯ 𞤢")
    index = build([odd])
    assert (
        node("scores.cjs", {"index": index, "count": 20, "seed": 1, "kinds": [{"term": "exact"}]})[
            "faults"
        ]
        == []
    )


def test_a_library_without_papers_has_an_index() -> None:
    assert build([])["invertedIndex"] == []


def test_files_are_two_scripts_and_stable(
    papers: tuple[Paper, ...], tags: Tags, topics: Topics
) -> None:
    once = dict(search.files(papers, tags, topics))
    assert list(once) == ["search/index.js", "search/cards.js"]
    assert once == dict(search.files(papers, dict(sorted(tags.items(), reverse=True)), topics))


def test_card_shows_people_topics_and_plain_text(topics: Topics) -> None:
    paper = Paper(
        "1", "a", "T", "A", ("Ada", "Bo", "Cy", "Di", "Ed"), venue="ICML", published="2024-05"
    )
    (entry,) = entries([paper], {"1": (Tag("time-series"), Tag("gone"))}, topics)
    assert entry.card.people == "Ada, Bo, Cy, Di and 1 more"
    assert (entry.card.venue, entry.card.year, entry.card.code) == ("ICML", "2024", False)
    assert entry.card.topics == ("time-series",)
    assert entry.document.topics == "Time Series"
    assert "Di" in entry.document.authors


def test_script_holds_nothing_that_a_page_could_mistake(node: Node) -> None:
    hostile = {"</script><!--": "it's \\ \" & ]]> \u2028\u2029 \n \\u003c é图"}
    text = script("cards", hostile)
    assert not set("<>&\u2028\u2029") & set(text)
    assert text.count("\n") == 1
    assert node("registered.cjs", {"name": "cards", "script": text}) == hostile
