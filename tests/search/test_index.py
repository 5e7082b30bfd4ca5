"""The shards hold lunr's own weights, are small and safe, and an edit changes few of them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from lunr.builder import Builder
from msgspec.structs import replace

from scripting import Node
from sitegen import search
from sitegen.model import Paper, Tag, Topic
from sitegen.search import numbering, scripts
from sitegen.search.analysis import terms
from sitegen.search.documents import FIELDS, Card, entry, plain_slug
from sitegen.search.scripts import script
from sitegen.search.shards import in_order
from sitegen.search.steps import stepped
from sitegen.search.weights import BOOSTS

Tags = Mapping[str, Sequence[Tag]]
Topics = Mapping[str, Topic]


class _Stepped(Builder):  # type: ignore[misc]  # lunr carries no types
    """lunr's builder with its corpus-wide figures in steps."""

    papers: int

    def _calculate_average_field_lengths(self) -> None:
        super()._calculate_average_field_lengths()
        for name, average in self.average_field_length.items():
            self.average_field_length[name] = stepped(average, 16) or 1.0
        for ref, length in self.field_lengths.items():
            self.field_lengths[ref] = stepped(length, 8)
        self.document_count = numbering.counted(self.papers)


def _stock(papers: Sequence[Paper], tags: Tags, topics: Topics) -> dict[str, Any]:
    """Return what lunr's builder makes of the papers, analysed as we do."""
    builder = _Stepped()
    builder.papers = len(papers)
    for name in FIELDS:
        boost = BOOSTS[name]
        builder.field(name, boost, lambda doc, name=name: terms(getattr(doc["of"], name)))
    numbers = numbering.numbers([paper.slug for paper in papers])
    for number, paper in zip(numbers, papers, strict=True):
        named = [(topics[tag.topic].name, tag.topic) for tag in tags[paper.id]]
        builder.add({"id": number, "of": entry(paper, named).document})
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised


def test_weights_are_those_of_the_stock_builder(
    papers: tuple[Paper, ...], tags: Tags, topics: Topics
) -> None:
    files = dict(search.files(papers, tags, topics, full_index=True))
    ours, stock = json.loads(files[search.FULL_INDEX]), _stock(papers, tags, topics)
    assert ours["fields"] == stock["fields"]
    assert ours["version"] == stock["version"]
    assert _weighed(ours) == _weighed(stock)
    found = [term for term, _ in ours["invertedIndex"]]
    assert found == in_order(found)
    held = dict(stock["invertedIndex"])
    for term, posting in ours["invertedIndex"]:
        for name in FIELDS:
            assert set(posting[name]) == set(held[term][name])


def _weighed(index: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the weights of an index by document and term, however terms are numbered."""
    named = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    return {
        ref: {named[at]: weight for at, weight in zip(row[::2], row[1::2], strict=True)}
        for ref, row in index["fieldVectors"]
    }


def test_without_steps_figures_would_be_lunrs_own() -> None:
    assert [stepped(value, 8) for value in (0, 3, 15, 16, 17, 150.5)] == [0, 3, 15, 16, 16, 144]
    assert all(value * 0.94 <= stepped(value, 16) <= value for value in range(16, 5000))
    assert len({numbering.counted(papers) for papers in range(1_000, 2_000)}) <= 18


def test_one_edited_abstract_changes_few_files(papers: tuple[Paper, ...]) -> None:
    """What is not changed is what makes the next build and the next upload small."""
    many = [
        replace(paper, id=f"{copy}{paper.id}", slug=f"{copy}{paper.slug}")
        for copy in range(4)
        for paper in papers
    ]
    before = dict(search.files(many, {}, {}))
    # A word for another: the abstract is as long as it was.
    edited = replace(many[7], abstract=many[7].abstract.replace(" the ", " zebra ", 1))
    assert edited != many[7]
    after = dict(search.files([*many[:7], edited, *many[8:]], {}, {}))
    changed = {path for path, text in after.items() if before.get(path) != text}
    assert search.TABLES in changed
    assert len(changed) <= 6 < len(after) / 10


def test_one_more_paper_moves_few_cards(papers: tuple[Paper, ...]) -> None:
    before, after = (dict(search.files(part, {}, {})) for part in (papers[:-1], papers))
    cards = {path for path in after if "/cards/" in path}
    assert sum(before.get(path) != after[path] for path in cards) == 1


def test_the_order_of_papers_decides_nothing(
    papers: tuple[Paper, ...], tags: Tags, topics: Topics
) -> None:
    once = dict(search.files(papers, tags, topics))
    assert once == dict(
        search.files(papers[::-1], dict(sorted(tags.items(), reverse=True)), topics)
    )


def test_a_library_without_papers_has_an_index(node: Node) -> None:
    files = dict(search.files([], {}, {}))
    answer = node("find.cjs", {"files": files, "queries": ["anything", ""], "similar": False})
    assert [each["hits"] for each in answer["answers"]] == [[], []]


def test_numbers_are_different_and_blocks_small() -> None:
    slugs = [f"paper-{at}" for at in range(5000)]
    numbers = numbering.numbers(slugs)
    assert len(set(numbers)) == len(slugs)
    assert max(numbers) < numbering.space(numbers)
    blocks = {number // numbering.WIDTH for number in numbers}
    assert 1 <= len(slugs) / len(blocks) <= 4
    fewer = dict(zip(slugs[1:], numbering.numbers(slugs[1:]), strict=True))
    moved = [
        slug for slug, number in zip(slugs, numbers, strict=True) if fewer.get(slug) != number
    ]
    assert len(moved) < numbering.WIDTH


def test_card_shows_people_topics_and_plain_text() -> None:
    paper = Paper(
        "1", "a", "T", "A", ("Ada", "Bo", "Cy", "Di", "Ed"), venue="ICML", published="2024-05"
    )
    found = entry(paper, [("Time Series", "time-series")])
    assert found.card.people == "Ada, Bo, Cy, Di and 1\u00a0more"
    assert (found.card.venue, found.card.year, found.card.code) == ("ICML", "2024", False)
    assert found.card.topics == (("Time Series", "time-series"),)
    assert found.document.topics == "Time Series"
    assert "Di" in found.document.authors
    assert plain_slug("Time Series!") == "time-series"
    assert plain_slug("Zeitreihen für alle") == ""


def test_a_card_is_unpacked_with_its_slugs(node: Node) -> None:
    topics = (
        ("Time Series", "time-series"),
        ("2D GANs", "2d-gan"),
        ("Bus", "bus"),
        ("Losses", "loss"),
        ("Größen", "grosse"),
    )
    card = Card("1", "a-b", "A: B", "", "", "", code=False, topics=topics, abstract="")
    assert card.packed()[6] == [
        "Time Series", ["2D GANs"], "Bus", ["Losses", "loss"], ["Größen", "grosse"]
    ]  # fmt: skip
    assert node("cards.cjs", card.packed()) == {"slug": "a-b", "topics": [*map(list, topics)]}


def test_script_holds_nothing_that_a_page_could_mistake(node: Node) -> None:
    hostile = {"</script><!--": "it's \\ \" & ]]> \u2028\u2029 \n \\u003c é图"}
    text = script("cards", hostile)
    assert not set("<>&\u2028\u2029") & set(text)
    assert text.count("\n") == 1
    assert node("registered.cjs", {"name": "cards", "script": text}) == hostile


def test_a_script_of_another_format_is_not_read(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts, "FORMAT", scripts.FORMAT + 1)
    newer = scripts.script("cards", [])
    older = newer.replace(f",{scripts.FORMAT})", ")")
    answers = [
        node("registered.cjs", {"name": "cards", "script": text}) for text in (newer, older)
    ]
    assert answers == ["cards is of another format"] * 2
