"""`prose.breaks`: words that the end of a line parted, sentences that ran together."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import markup, prose
from sitegen.prose import breaks

PACKED = Path(breaks.__file__).parent / breaks.FILE
WORDS = gzip.decompress(PACKED.read_bytes()).decode().split("\n")
WHOLE = [word for word in WORDS if "-" not in word]


@given(st.sampled_from(WHOLE), st.data(), st.sampled_from([" ", "\n", " \n  ", "   "]))
def test_a_known_word_is_whole_wherever_it_was_parted(
    word: str, data: st.DataObject, blank: str
) -> None:
    at = data.draw(st.integers(2, len(word) - 1))
    source = f"The {word[:at]}-{blank}{word[at:]} is here."
    if word[at:] in ("or", "to", "and"):
        return
    hyphen = "-" if f"{word[:at]}-{word[at:]}" in WORDS else ""
    whole = f"The {word[:at]}{hyphen}{word[at:]} is here."
    assert prose.plain(source) == whole
    assert markup.paragraphs(source) == f"<p>{whole}</p>"
    begin = len("The ")
    reading = prose.reading(source)
    found = reading.source_range(begin, begin + len(word) + len(hyphen))
    assert source[slice(*found)] == f"{word[:at]}-{blank}{word[at:]}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Contin- uous maps", "Continuous maps"),
        ("the classiﬁ- cation of dif- ﬁcult maps", "the classification of difficult maps"),
        ("a real- world map", "a real-world map"),
        ("a multi-\ndocument map", "a multi-document map"),
        ("self-super- vised maps", "self-supervised maps"),
        ("knowl(cid:173) edge of signal-to(cid:173)noise", "knowledge of signal-to-noise"),
        ("two(cid:173)dimensional and non(cid:173) linear", "two-dimensional and non-linear"),
        ("the speaker(cid:173)dependent map", "the speaker-dependent map"),
        (
            "Algo-rithmic uncer-tainties of envi-ronments",
            "Algorithmic uncertainties of environments",
        ),
        ("a nonlin- ear, non- linear map", "a nonlinear, non-linear map"),
    ],
)
def test_parted_words_read_whole(source: str, expected: str) -> None:
    assert prose.plain(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "short- and long-term",
        "in- or output",
        "over- to underfitting",
        "pre- post-synaptic",
        "the map- that we draw",
        "state-of- the-art",
        "a map - tion",
        "Short- Term maps",
        "blorf- ing",
        "bi-variate, tele-robotic and neuro-muscular",
        "care-givers, non-linear and state-of-the-art",
        "https://a.org/algo-rithmic",
    ],
)
def test_other_breaks_stay(source: str) -> None:
    assert prose.plain(source) == source


def test_a_paragraph_ends_with_its_blank_line() -> None:
    assert prose.plain("the repre-\n\nsentation") == "the repre- sentation"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("We draw maps.However, none helps.", "We draw maps. However, none helps."),
        (
            "It is (new).We say so by 3%.In all it is.",
            "It is (new). We say so by 3%. In all it is.",
        ),
    ],
)
def test_sentences_that_ran_together_are_apart(source: str, expected: str) -> None:
    assert prose.plain(source) == expected
    assert markup.paragraphs(source) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "source",
    ["asp.Net core", "See https://a.org/maps.The rest", "J.The map", "torch.Tensor is it"],
)
def test_other_points_join(source: str) -> None:
    assert prose.plain(source) == source
