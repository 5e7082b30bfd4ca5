"""A phrase is found where its words follow one another, in any script."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site
from sitegen import search
from sitegen.model import Paper

Node = Callable[[str, object], Any]
Find = Callable[[str], Any]

OTHER = "其后还有许多别的内容，"
ABSTRACTS = {
    "zh": f"化学的方法。强化的采样。机器的学习。{OTHER * 30}本文提出一种深度强化学习方法。",
    "zh-apart": "本文研究化学反应路径的强化采样。机器学习用于模拟。",
    "mixed": "We study robots (强化学习) in the world.",
    "ja": "本研究では、大規模言語モデルを用いて感情を推定する。",
    "ja-apart": "大規模なデータでモデル予測を検証する。自然言語モデルとモデルの言語。規模言及。",
    "ko": "본 논문은 대규모 언어 모델의 추론 능력을 평가한다.",
    "ko-apart": "언어 학습자를 위한 대규모 말뭉치와 통계 모델을 비교한다.",
}  # fmt: skip


def _library(abstracts: Mapping[str, str]) -> list[Paper]:
    return [paper(name, abstract=text) for name, text in abstracts.items()]


@pytest.fixture(scope="module")
def find(node: Node) -> Find:
    """Return the papers that a query finds, and how many were read for it."""
    files = dict(search.files(_library(ABSTRACTS), {}, {}))
    given = {"files": files, "similar": False}
    return lambda query: node("find.cjs", {**given, "queries": [query]})["answers"][0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"强化学习"', ["mixed", "zh"]),
        ('"robots 强化学习"', ["mixed"]),
        ('"大規模言語モデル"', ["ja"]),
        ("「大規模言語モデル」", ["ja"]),
        ("＂大規模言語モデル＂", ["ja"]),  # the quotes of another keyboard
        ('"대규모 언어 모델"', ["ko"]),
        ('"언어 모델"', ["ko"]),
        ('"모델 언어"', []),
        ('"学习强化"', []),
    ],
)
def test_a_phrase_without_blanks_is_read_for(find: Find, query: str, found: list[str]) -> None:
    assert sorted(find(query)["hits"]) == found


def test_two_characters_are_one_term_and_need_no_reading(find: Find) -> None:
    answer = find('"强化"')
    assert sorted(answer["hits"]) == ["mixed", "zh", "zh-apart"]
    assert answer["read"] == 0


def test_a_phrase_without_blanks_is_left_out(find: Find) -> None:
    assert find('-"强化学习" 机器')["hits"] == ["zh-apart"]


def test_the_passage_is_where_the_phrase_is(find: Find) -> None:
    (passage,) = find('"强化学习" -robots')["passages"]
    assert passage["marked"] == ["强化学习"]
    assert len(passage["text"]) <= 260


SAYING = "Graph neural networks."
APART = {
    "says": SAYING,
    "order": "Networks of neural graph.",
    "no-field": "A graph, neural.",
    **{f"graph-{at}": "A graph." for at in range(90)},
}


@pytest.fixture(scope="module")
def apart(node: Node) -> Find:
    """Return what a query finds where few papers have all the words of a phrase."""
    papers = [
        paper(name, "Networks" if name == "no-field" else "Title", abstract=text)
        for name, text in APART.items()
    ]
    given = {"files": dict(search.files(papers, {}, {})), "similar": False}
    return lambda query: node("find.cjs", {**given, "queries": [query]})["answers"][0]


@pytest.mark.parametrize("query", ['graph -"graph neural networks"', '-"graph neural networks"'])
def test_for_a_phrase_to_leave_out_only_papers_with_all_its_words_are_read(
    apart: Find, query: str
) -> None:
    answer = apart(query)
    assert answer["all"] == len(APART) - 1
    assert "says" not in answer["hits"]
    assert answer["unread"] == 0
    cards = {path for path in answer["checking"] if "/cards/" in path}
    assert 1 <= len(cards) <= len(("says", "order"))


def test_a_phrase_is_left_out_of_its_field_alone(apart: Find) -> None:
    assert apart('graph -title:"graph neural networks"')["all"] == len(APART)
    assert apart('graph -abstract:"graph neural networks"')["all"] == len(APART) - 1


def test_one_phrase_is_wanted_and_another_is_not(apart: Find) -> None:
    assert apart('"graph neural" -"neural networks"')["hits"] == ["no-field"]
    both = apart('"graph neural" -"graph networks"')["hits"]
    assert sorted(both) == ["no-field", "says"]


def test_many_papers_that_may_say_what_is_left_out_are_read_in_turns(node: Node) -> None:
    papers = [paper(f"p{at}", abstract=SAYING) for at in range(100)]
    given = {"files": dict(search.files(papers, {}, {})), "similar": False}
    (answer,) = node("find.cjs", {**given, "queries": ['graph -"graph neural networks"']})[
        "answers"
    ]
    assert (answer["all"], answer["read"], answer["unread"]) == (0, 60, 40)


@pytest.mark.browser
def test_a_phrase_without_blanks_is_marked_where_it_stands(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(_library(ABSTRACTS)), tmp_path_factory.mktemp("site"))
    tab = reader.open(folder.as_uri() + "/", "search.html")
    tab.locator("#q").fill('"大規模言語モデル"')
    hits = tab.locator("#results li[data-paper-id]")
    expect(hits).to_have_count(1)
    expect(hits.locator("mark")).to_have_text("大規模言語モデル")
