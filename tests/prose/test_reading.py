"""The plain form of a text and the way back to its source."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen import markup, prose
from sitegen.prose import characters, vocabulary

SNIPPETS = st.sampled_from(
    [
        "word", " ", "\n", "\t", "\n\n", "$", "$x^2$", "\\", "{", "}", "^", "_", "x_1", "L^2",
        "~", "`", "``", "''", "'", '"', "--", "---", "\\emph{", "{\\em ", "\\'e", "\u0301", "e",
        "*", "**", "[a](", ")", "https://a.org/x_y", ".", "O(", "n^{1+o(1)}", "times",
        "\\cite{x}", "\\[", "\\]", "\\(", "\\)", "mathcal{O}(", "sqrt[3]{n}", "leq", "(",
        "\x07", "\u202e", "é", "𝒪", "arXiv:2301.12345", "&amp;", "&lt;", "&gt;", "&#", "769;",
        "<i>", "</i>", "<sup>", "2", "</sup>", "<jats:p>", "<br/>", "&nbsp;",
        "<a href='", "'>", "&", "{é}", "{}", "(cid:173) ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(SNIPPETS, max_size=25).map("".join))


@given(TEXTS)
def test_spans_cover_the_source_exactly(source: str) -> None:
    spans = prose.spans(source)
    assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(source)
    assert all(span.start < span.end for span in spans)


@given(TEXTS)
def test_the_plain_form_is_one_normal_line(source: str) -> None:
    plain = prose.plain(source)
    assert plain == plain.strip()
    assert "  " not in plain
    assert unicodedata.is_normalized("NFC", plain)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in plain)


@given(TEXTS, st.data())
def test_every_range_leads_back_into_the_source(source: str, data: st.DataObject) -> None:
    reading = prose.reading(source)
    start = data.draw(st.integers(0, len(reading.plain)))
    end = data.draw(st.integers(start, len(reading.plain)))
    begin, stop = reading.source_range(start, end)
    assert 0 <= begin <= stop <= len(source)
    if start < end:
        outer = reading.source_range(0, len(reading.plain))
        assert outer[0] <= begin < stop <= outer[1]


@given(TEXTS, st.data())
def test_what_a_range_says_is_what_its_pieces_say(source: str, data: st.DataObject) -> None:
    reading = prose.reading(source)
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    said = ""
    ends = [*(piece.at for piece in reading.pieces[1:]), len(reading.plain)]
    for piece, stop in zip(reading.pieces, ends, strict=True) if reading.pieces else ():
        whole = reading.plain[piece.at : stop]
        if piece.exact:
            said += whole[max(0, start - piece.start) : max(0, end - piece.start)]
        elif piece.start < end and start < piece.end:
            said += whole
    assert reading.said(start, end) == (
        said.strip(" ") if reading.pieces else reading.plain[start:end]
    )


@given(TEXTS)
def test_later_characters_come_from_later_places(source: str) -> None:
    reading = prose.reading(source)
    ranges = [reading.source_range(at, at + 1) for at in range(len(reading.plain))]
    assert ranges == sorted(ranges)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F)))
def test_words_are_their_own_plain_form(source: str) -> None:
    assume(source not in vocabulary.STRONG_SIGNS)  # "varphi" is a letter
    assert prose.plain(source) == unicodedata.normalize("NFC", source)


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        ("one two three", "two", "two"),
        ("one  \n two\tthree", "two three", "two\tthree"),
        ("  a  b ", "b", "b"),
        ("in a {\\em finite sample} setting", "finite sample", "finite sample"),
        ('the na\\"{\\i}ve way', "naïve", 'na\\"{\\i}ve'),
        ("an L^2 error", "L² error", "L^2 error"),
        ("time n^{1+o(1)} at", "o(1)", "n^{1+o(1)}"),
        ("the ``short-sighted'' view", "short-sighted", "short-sighted"),
        ("cafe\u0301 noir", "café", "cafe\u0301 noir"),  # not in normal form
        ("language models~(LLMs) are", "models (LLMs)", "models~(LLMs)"),
    ],
)  # fmt: skip
def test_words_are_found_again_in_the_source(source: str, words: str, there: str) -> None:
    reading = prose.reading(source)
    start = reading.plain.index(words)
    begin, end = reading.source_range(start, start + len(words))
    assert source[begin:end] == there


@pytest.mark.parametrize("mark", ["\u0301", "\u0307", "\u0308", "\u0323", "\u0338"])
@pytest.mark.parametrize("written", ["u&#{};ber", "u&amp;#{};ber", "<i>u</i>&#{};ber"])
def test_a_mark_that_is_written_by_its_number_is_joined_with_its_letter(
    mark: str, written: str
) -> None:
    source = written.format(ord(mark))
    assert prose.plain(source) == unicodedata.normalize("NFC", f"u{mark}ber")
    assert mark in str(markup.inline(source))


def test_an_empty_text() -> None:
    assert prose.reading("").plain == ""
    assert prose.reading("").source_range(0, 0) == (0, 0)
    assert prose.reading(" \n ").source_range(0, 0) == (0, 0)
    assert prose.spans("") == ()


def test_urls_in_order_each_once() -> None:
    source = (
        "At https://a.org/x_y. See [here](https://b.org/z), \\href{https://c.org}{c}, www.d.org"
        " and github.com/e/f; https://a.org/x_y, arXiv:2301.12345, a@b.org,"
        " https://u@evil.org, http://."
    )
    assert prose.urls(source) == (
        "https://a.org/x_y",
        "https://b.org/z",
        "https://c.org",
        "https://www.d.org",
        "https://github.com/e/f",
    )


@pytest.mark.parametrize(
    "piece",
    [
        "((x_1",
        "x_{",
        "\\log ",
        "epsilon+",
        "$x",
        "\\ensuremath{",
        "*a",
        "_a_ ",
        "`'",
        "https://a.b/)",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length_warrants(piece: str) -> None:
    source = piece * (30_000 // len(piece))
    assert prose.plain(source)


def test_each_phrase_of_a_long_text_is_found_at_once() -> None:
    reading = prose.reading("sparse $x$ " * 15_000)
    assert all(reading.said(at, at + 6) == "sparse" for at in range(0, 11 * 15_000, 11))


def test_of_a_long_text_no_stretch_between_addresses_is_looked_at_with_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []
    monkeypatch.setattr(characters, "_has_left", lambda text: looked_at.append(len(text)))
    source = "Zoë & co; see https://a.org/x for it. " * 1_000
    assert prose.urls(source) == ("https://a.org/x",)
    assert len(prose.spans(source)) > 1_000
    assert sum(looked_at) < 2 * len(source)
