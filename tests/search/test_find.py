"""What a reader types finds the paper that was meant, and is never an error."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sitegen.model import Paper
from sitegen.search.documents import Entry, entries
from sitegen.search.index import Serialised, build

Node = Callable[[str, object], Any]
Find = Callable[[list[str]], Any]

ODD = [
    "model:", "foo:bar", "a~", "n^{1+o(1)}", "+must -not", "*", "**", "a*b", "~1", "^2", '"', "\\",
    "title:graph", "<script>", "__proto__", "constructor", "hasOwnProperty", "toString", "%", "&",
    "🙂", "\u202e", "図", "a" * 5000, "- - -", "'", "C++", "   ", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def found(papers: tuple[Paper, ...]) -> list[Entry]:
    return list(entries(papers, {}, {}))


@pytest.fixture(scope="module")
def index(found: list[Entry]) -> Serialised:
    return build(entry.document for entry in found)


@pytest.fixture(scope="module")
def find(node: Node, found: list[Entry], index: Serialised) -> Find:
    texts = [f"{entry.card.title}. {entry.card.abstract}" for entry in found]
    given = {"index": index, "texts": texts}
    return lambda queries: node(
        "find.cjs", {**given, "queries": queries, "suggest": len(queries) < 10}
    )


def _places(answers: list[Any]) -> list[int]:
    """Return where each answer has the paper of its own position; 99 for nowhere near."""
    return [
        answer["hits"].index(at) if at in answer["hits"][:10] else 99
        for at, answer in enumerate(answers)
    ]


def _share_first(answers: list[Any]) -> float:
    return _places(answers).count(0) / len(answers)


def _misspelt(title: str, chance: random.Random) -> str:
    """Return `title` with two neighbours swapped inside its longest word."""
    longest = max(title.split(), key=len)
    at = chance.randrange(1, max(2, len(longest) - 2))
    wrong = longest[:at] + longest[at + 1 : at + 2] + longest[at] + longest[at + 2 :]
    return title.replace(longest, wrong)


def test_a_title_finds_its_paper_however_it_is_typed(find: Find, found: list[Entry]) -> None:
    chance = random.Random(7)  # noqa: S311  # no secret depends on it
    titles = [entry.card.title for entry in found]
    shuffled = [" ".join(chance.sample(words, len(words))) for words in map(str.split, titles)]
    assert _share_first(find(titles)) > 0.98
    assert _share_first(find(shuffled)) > 0.98
    assert _share_first(find([title[:-2] for title in titles])) > 0.98
    assert _share_first(find([_misspelt(title, chance) for title in titles])) > 0.97


def test_papers_with_every_word_come_first(find: Find) -> None:
    (answer,) = find(["graph neural networks"])
    assert answer["matched"] == sorted(answer["matched"], reverse=True)
    assert answer["complete"] == answer["matched"].count(3) > 1
    assert "with all the words" in answer["says"]


def test_nothing_typed_is_an_error(find: Find) -> None:
    assert all(answer["says"] for answer in find(ODD))


def test_lunr_operators_are_words(find: Find) -> None:
    plain, marked = find(["graph networks", "graph: +networks~ ^"])
    assert plain["hits"] == marked["hits"]


@pytest.mark.parametrize(
    "typed", ["tr", "trans", "transformer", "transformers", "trasnformer", "trasnf"]
)
def test_results_while_typing_hold_the_word_to_be(find: Find, typed: str) -> None:
    whole, growing = find(["transformer ", typed])
    assert set(whole["hits"]) <= set(growing["hits"])


def test_a_passage_marks_the_words_found(find: Find) -> None:
    (answer,) = find(["gaussian processes"])
    for passage in answer["passages"]:
        assert len(passage["text"]) <= 260
        assert {word.lower() for word in passage["marked"]} & {"gaussian", "processes", "process"}


def test_a_word_that_no_paper_has_is_named_and_its_spelling_offered(find: Find) -> None:
    missing, close, far = find(["xyzzyq graph", "grahp networks", "reinforcemmentt"])
    assert "No paper has “xyzzyq”." in missing["says"]
    assert far["suggestions"] == ["reinforcement"]
    assert "close to “grahp”" in close["says"]


def test_a_lone_stop_word_is_the_beginning_of_another(find: Find) -> None:
    typing, done, common = find(["at", "attention ", "the of "])
    assert set(done["hits"]) <= set(typing["hits"])
    assert common["hits"] == []
