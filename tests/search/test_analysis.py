"""One analysis: what Python indexes is what the browser looks for."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripting import Node
from sitegen.search.analysis import STOP_WORDS, terms
from sitegen.search.stemmer import stem

STEMS = [line.split() for line in (Path(__file__).parent / "stems.txt").read_text().splitlines()]

LETTERS = st.characters(exclude_categories=["Cs", "Cn", "Co"])
NEAR_WORDS = st.sampled_from(list("aeiouysing-‐‑'’..+#_ 3５²𝑝éøßΣςα图神网가かﾞ゙\u0301ﬁ½İ"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Graph Neural Networks", ["graph", "neural", "network"]),
        ("GPT-4", ["gpt", "4", "gpt4"]),
        ("3D", ["3d"]),
        ("C++, C# and C", ["c", "c++", "c", "c#", "c"]),
        ("in-context", ["context", "incontext"]),
        ("fine-tuning finetuning", ["fine", "tune", "finetun", "finetun"]),
        ("state-of-the-art", ["state", "art", "stateoftheart"]),
        ("one-two-three-four-five", ["on", "two", "three", "four", "five"]),
        ("GPT-3.5 at 1.5B.", ["gpt", "3.5", "gpt3.5", "1.5b"]),
        ("élan Łukasz Søren STRAẞE", ["elan", "lukasz", "soren", "strass"]),
        ("the model's weights don't", ["model", "weight", "don"]),
        ("图神经网络", ["图神", "神经", "经网", "网络"]),
        ("BERT模型 図", ["bert", "模型", "図"]),
        ("한국어 ｶﾞｽ", ["한국", "국어", "ガス"]),
        ("S²IP x_1 mi_ml 𝑝(x)", ["s2ip", "x", "1", "mi", "ml", "p", "x"]),
        ("survey key play try", ["survey", "key", "play", "tri"]),
        ("हिन्दी", ["हिन्दी"]),
        ("i.i.d. (non-I.I.D.) w.r.t. iid", ["iid", "non", "iid", "noniid", "wrt", "iid"]),
        ("U.S. and us, x.5 a.b.com J.Smith", ["u.", "x", "5", "ab", "com", "j", "smith"]),
        ("ε-greedy ϵ $Σ$ αβ", ["epsilon", "greedi", "epsilongreedi", "epsilon", "sigma", "αβ"]),
        ("— … + # ' -", []),
    ],
)
def test_terms_of_texts_that_readers_search_for(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_stems_are_those_of_lunr_js() -> None:
    assert len(STEMS) > 5000
    assert [(word, stem(word)) for word, _ in STEMS] == [(word, cut) for word, cut in STEMS]


def test_both_stemmers_equal_lunr_js(node: Node) -> None:
    words = [word for word, _ in STEMS] + list(STOP_WORDS)
    answer = node("stems.cjs", words)
    assert answer["ours"] == answer["lunr"]
    assert [stem(word) for word in words] == answer["lunr"]
    assert set(answer["stopWords"]) == set(STOP_WORDS)


@given(words=st.lists(st.text("aeiouybcdlstzingx3", max_size=12), min_size=40, max_size=40))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_stemmers_agree_on_words_that_nobody_wrote(node: Node, words: list[str]) -> None:
    answer = node("stems.cjs", words)
    assert answer["ours"] == answer["lunr"]
    assert [stem(word) for word in words] == answer["lunr"]


def _agree(node: Node, texts: list[str]) -> None:
    answers = node("analyse.cjs", {"stopWords": STOP_WORDS, "texts": texts})
    for text, answer in zip(texts, answers, strict=True):
        assert answer["terms"] == terms(text), repr(text)
        assert answer["missed"] == [], repr(text)
        for place in answer["places"]:
            assert place["raw"] == place["text"]
            for start, end in place["forms"]:
                assert place["start"] <= start < end <= place["end"]


def test_analyses_agree_on_the_seeds(node: Node, texts: list[tuple[str, str]]) -> None:
    _agree(node, [part for text in texts for part in text])


def test_analyses_agree_on_every_character(node: Node) -> None:
    """Alone, after a letter and between letters; not those newer than either Unicode."""
    chars = [
        chr(code)
        for code in range(0x20, sys.maxunicode)
        if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co")
        and not 0x3400 < code < 0x9FFF
        and not 0xAC00 < code < 0xD7A3
        and not code > 0x20000
    ]
    _agree(node, [f"{char} x{char} x{char}y 1{char}2 网{char}网" for char in chars])


@given(texts=st.lists(st.one_of(st.text(LETTERS), st.text(NEAR_WORDS)), min_size=40, max_size=40))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_analyses_agree_on_generated_texts(node: Node, texts: list[str]) -> None:
    _agree(node, texts)
