"""A phrase is found where its words follow one another, in any script."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site
from scripting import Node
from sitegen import search
from sitegen.model import Paper

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
        ('"强化　学习"', ["mixed", "zh"]),
        ('"强 化学习"', ["mixed", "zh"]),
        ('"强化学 习"', ["mixed", "zh"]),
        ('"深 度"', ["zh"]),
    ],
)
def test_a_phrase_without_blanks_is_read_for(find: Find, query: str, found: list[str]) -> None:
    assert sorted(find(query)["hits"]) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("器", ["zh", "zh-apart"]),  # inside
        ("度 ", ["zh"]),
        ("语", []),
        ("語", ["ja", "ja-apart"]),
        ("robots 习", ["mixed"]),
    ],
)
def test_a_character_alone_is_found_in_its_pairs(find: Find, query: str, found: list[str]) -> None:
    answer = find(query)
    assert sorted(answer["hits"][: len(found) or None]) == found
    assert answer["complete"] == len(found)


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


HYPHENS = {
    "blank": "The state of the art.", "hyphen": "A state-of-the-art model.", "sign": "C++ code.",
    "tune": "Fine tuning.", "fine-tune": "Fine-tuning.", "finetune": "Finetuning.",
    "apart": "Tuning an art to a fine state.", "letter": "C code.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"state of the art"', ["blank", "hyphen"]),
        ('"state-of-the-art"', ["blank", "hyphen"]),
        ('"fine tuning"', ["fine-tune", "tune"]),
        ('"fine-tuning"', ["fine-tune", "finetune", "tune"]),
        ('"C++ code"', ["sign"]),
        ('"C code"', ["letter"]),
        ('code -"C code"', ["sign"]),
    ],
)
def test_a_hyphen_is_as_good_as_a_blank(node: Node, query: str, found: list[str]) -> None:
    files = dict(search.files(_library(HYPHENS), {}, {}))
    given = {"files": files, "similar": False, "queries": [query]}
    assert sorted(node("find.cjs", given)["answers"][0]["hits"]) == found


FORMS = (
    "connection",
    "connected",
    "connections",
    "connecting",
    "connects",
    "connect",
    "connective",
)
"""All of one stem, which is more than the index tells apart; the first are said most often."""


def test_a_word_in_quotes_means_its_very_form(node: Node) -> None:
    said = [form for at, form in enumerate(FORMS) for _ in range(9 - at)]
    # The title would be made of the id, and that of the form.
    library = [paper(f"{form}-{at}", "Title", abstract=form) for at, form in enumerate(said)]
    asked = [f'"{form}"' for form in FORMS] + [f'-"{form}"' for form in FORMS]
    asked += [f'abstract:"{form}" ' for form in FORMS] + [f'title:"{form}"' for form in FORMS]
    given = {"files": dict(search.files(library, {}, {})), "similar": False, "queries": asked}
    answers = node("find.cjs", given)["answers"]
    counts = [9 - at for at in range(len(FORMS))]
    rest = [len(library) - count for count in counts]
    assert [answer["all"] for answer in answers] == [*counts, *rest, *counts, *([0] * len(FORMS))]
    for form, answer in zip(FORMS, answers, strict=False):
        assert {hit.split("-")[0] for hit in answer["hits"]} == {form}


def test_a_form_that_nobody_says_is_named(node: Node) -> None:
    library = [paper("one", abstract="It is learning."), paper("two", abstract="It is learned.")]
    asked = ['"learns"', '"learns', "learns "]
    given = {"files": dict(search.files(library, {}, {})), "similar": False, "queries": asked}
    closed, opened, plain = node("find.cjs", given)["answers"]
    assert (closed["all"], closed["missing"]) == (0, ["learns"])
    # Until its quotes are closed a word may go on.
    assert (opened["all"], plain["all"]) == (2, 2)


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
