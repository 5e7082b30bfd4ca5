"""Tokens, runs and candidates: offsets are exact and lie inside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import paper
from sitegen.topics import acronyms, candidates, phrases, tokens

TEXTS = st.text() | st.text(alphabet="aAbB -‐’'(),.;/0123+of to") | st.text(alphabet="ßİıﬁ’-é ")


def found(plain: str) -> list[str]:
    cut = tokens.tokens(plain)
    starts, ends = cut.places()
    each = candidates.candidates(cut)
    return [plain[starts[first] : ends[last - 1]] for _, first, last, _ in each]


@given(TEXTS)
def test_offsets_of_tokens_are_exact_and_in_order(plain: str) -> None:
    end = 0
    cut = tokens.tokens(plain)
    for first, last, word in zip(*cut.places(), cut.words, strict=True):
        assert first >= end
        assert plain[first:last] == word.spelling
        assert word.spelling
        end = last


@given(TEXTS)
def test_ascii_is_cut_as_other_texts_are(plain: str) -> None:
    alone = tokens.tokens(plain)
    beside = tokens.tokens(f"é. {plain}")
    assert beside.words[1:] == alone.words
    assert beside.signs[2:] == alone.signs[1:]


@given(TEXTS)
def test_runs_and_candidates_lie_inside_the_text(plain: str) -> None:
    cut = tokens.tokens(plain)
    runs = tokens.runs(cut)
    end = 0
    for run in runs:
        assert end <= run.first < run.last <= len(cut.words)
        end = run.last
    for key, first, last, _ in candidates.candidates(cut):
        assert 0 <= first < last <= len(cut.words)
        assert key
    for definition in acronyms.definitions(plain, cut):
        assert 0 <= definition.first < definition.last < len(cut.words)


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("State-of-the-art in-context learning", ["State-of-the-art", "in-context", "learning"]),
        ("GPT-3.5 and C++.", ["GPT-3.5", "and", "C++"]),
        ("Newton's method", ["Newton's", "method"]),
    ],
)
def test_what_joins(plain: str, words: list[str]) -> None:
    assert [word.spelling for word in tokens.tokens(plain).words] == words


def test_a_run_ends_at_stopwords_numbers_and_marks() -> None:
    plain = "We propose sparse coding, 10 kernel methods for large language models"
    cut = tokens.tokens(plain)
    starts, ends = cut.places()
    runs = [plain[starts[run.first] : ends[run.last - 1]] for run in tokens.runs(cut)]
    assert runs == ["sparse coding", "kernel methods", "large language models"]


def test_phrases_cross_a_preposition() -> None:
    assert "mixture of experts" in found("We train a mixture of experts on text to image data")
    assert "text to image" in found("from text to image")


def test_no_phrase_opens_or_closes_with_a_weak_word() -> None:
    phrases = found("a diffusion based style transfer performance")
    assert "style transfer" in phrases
    assert not any(each.endswith(("performance", "based")) for each in phrases)


def test_a_web_address_holds_no_token() -> None:
    plain = "Code: https://github.com/SerezD/mi_ml_gen. MI helps, see www.a.b/mi too"
    assert [word.spelling for word in tokens.tokens(plain).words] == [
        "Code",
        "MI",
        "helps",
        "see",
        "too",
    ]


def test_a_chain_of_hyphens_holds_no_more_phrases_than_words_by_a_few() -> None:
    said = phrases.Said(phrases.cut(paper("a", "a", abstract="a-b-" * 500 + "c of it")), {})
    assert len(said.nested) < 100
    assert said.nested["a b a"] == 1


def test_no_phrase_is_made_of_the_grammar_of_other_languages() -> None:
    title = "Construction de variables a l'aide de classifieurs comme aide a la regression"
    kept = ["Construction", "variables", "classifieurs", "aide", "regression"]
    assert found(title) == kept
    assert "de novo protein" in found("a de novo protein")
    assert "Causal de Finetti" in found("Causal de Finetti")
    assert "de Bruijn graph" in found("on a de Bruijn graph")
    assert "D'Alembert operator" in found("the D'Alembert operator")
