"""`text`: normal form, folding, slugs, sentences, excerpts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import text

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=200)
DEVICES = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(ANY_TEXT)
def test_normal_form_is_nfc_encodable_and_without_controls(value: str) -> None:
    normal = text.normal(value)
    normal.encode()
    assert normal == unicodedata.normalize("NFC", normal)
    assert text.normal(normal) == normal
    assert not any(unicodedata.category(char) == "Cc" and char not in "\t\n" for char in normal)


@pytest.mark.parametrize(
    ("value", "normal"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        ("page\x0cnext\x0brow\x85line\u2028again", "page\nnext\nrow\nline\nagain"),
        ("ex\xadtrac\xadtion \x00of\x7f", "extraction of"),
    ],
)
def test_lines_end_in_one_way_and_words_have_no_breaks(value: str, normal: str) -> None:
    assert text.normal(value) == normal


@given(ANY_TEXT)
def test_a_slug_is_a_file_name_everywhere(value: str) -> None:
    slug = text.slug(text.normal(value))
    assert slug
    assert len(slug.encode()) <= text.SLUG_BYTES
    assert slug == slug.casefold()
    assert slug.strip(" .-") == slug
    assert slug not in DEVICES
    assert "--" not in slug
    assert not set(slug) & set('/\\:*?"<>|\x00')


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Sparse Autoencoders: A Survey", "sparse-autoencoders-a-survey"),
        ("Élan vital — naïvely", "elan-vital-naively"),
        ("CON", "con-eecb"),
        ("图神经网络", "图神经网络"),
        ("L²-norms", "l2-norms"),
        ("../../etc/passwd", "etc-passwd"),
        ("0:_0", "0-0"),
    ],
)
def test_slugs_read_as_titles(title: str, slug: str) -> None:
    assert text.slug(title) == slug


def test_a_slug_without_letters_is_a_digest_of_its_own() -> None:
    assert text.slug("!!!") != text.slug("???")


@given(ANY_TEXT, st.text("0123456789abcdef", min_size=4, max_size=16))
def test_a_suffix_fits_behind_any_slug(value: str, suffix: str) -> None:
    slug = text.slug_with(text.slug(text.normal(value)), suffix)
    assert slug.endswith(f"-{suffix}")
    assert len(slug.encode()) <= text.SLUG_BYTES


def test_folding_drops_case_accents_and_punctuation() -> None:
    assert text.folded("Naïve  Bayes: A Re-view!") == text.folded("NAIVE BAYES a re view")


def test_sentences_do_not_end_at_abbreviations() -> None:
    told = "We use e.g. Adam. Smith et al. (2020) agree. 3D is hard! Why?"
    assert text.sentences(told) == [
        "We use e.g. Adam.",
        "Smith et al. (2020) agree.",
        "3D is hard!",
        "Why?",
    ]


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("We bound X by H. As a corollary, it holds.", "We bound X by H."),
        ("A is linear in Z. Based on this, we act.", "A is linear in Z."),
        ("Ask J. Smith of it.", "Ask J. Smith of it."),
        ("Chairs, tables, etc. In this paper, we sit.", "Chairs, tables, etc."),
        # An export has lost the blank.
        ("Bars are heavy.We lift them.", "Bars are heavy."),
        ("What is new?However, we know.", "What is new?"),
        ("We use Node.js and ASP.NET as such.", "We use Node.js and ASP.NET as such."),
    ],
)
def test_the_first_sentence_ends_where_the_next_begins(told: str, first: str) -> None:
    assert text.sentences(told)[0] == first


@given(ANY_TEXT, st.integers(10, 80))
def test_an_excerpt_is_never_longer_than_asked(value: str, limit: int) -> None:
    assert len(text.excerpt(value, limit)) <= limit


def test_an_excerpt_ends_at_a_word() -> None:
    assert text.excerpt("sparse autoencoders find features", 25) == "sparse autoencoders…"


def test_bidi_controls_are_noticed() -> None:
    assert text.has_bidi_controls("safe \u202etxet")
    assert not text.has_bidi_controls("שלום")


def test_a_byline_counts_those_it_does_not_name() -> None:
    assert text.byline(["A", "B", "C", "D"]) == "A, B, C, D"
    assert text.byline(["A", "B", "C", "D", "E", "F"]) == "A, B, C, D and 2\u00a0more"
    assert text.byline([]) == ""


def test_what_stands_for_a_picture_is_left_out() -> None:
    assert text.normal("Sampling for \ufffcMaps") == "Sampling for Maps"
    assert text.line("é\ufffc") == "é"
