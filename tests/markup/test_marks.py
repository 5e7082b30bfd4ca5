"""Marked passages in HTML: whole formulas, closed at the borders of elements."""

from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import seeds
from markup_reader import Reader
from sitegen import markup
from sitegen.markup import Mark, markdown

SOURCE = "Deep *residual learning* of $x^2$ in [our page](https://a.org), see ``here''."


def passage(source: str, words: str, *labels: str) -> Mark:
    """Return a mark on the first occurrence of `words` in `source`."""
    start = source.index(words)
    return Mark(start, start + len(words), labels)


def marked(source: str, *marks: Mark) -> list[tuple[str, str]]:
    """Return the labels and the text of each marked segment of `source`."""
    return Reader(str(markup.paragraphs(source, marks))).marked


def test_a_mark_is_a_word_of_note_with_its_topics() -> None:
    found = markup.paragraphs("Graph neural networks", [Mark(0, 12, ("graphs", "neural"))])
    assert found == ('<p><b data-topics="graphs neural">Graph neural</b> networks</p>')


def test_a_title_is_marked_in_the_same_way() -> None:
    assert markup.inline("A tree", [Mark(2, 6, ("trees",))]) == (
        'A <b data-topics="trees">tree</b>'
    )


@pytest.mark.parametrize(
    ("words", "segments"),
    [
        ("residual", ["residual"]),
        ("residual learning", ["residual learning"]),
        ("Deep *residual", ["Deep ", "residual"]),
        ("learning* of", ["learning", " of"]),
        ("*residual learning*", ["residual learning"]),
        ("^2", ["x2"]),
        ("of $x", ["of x2"]),
        ("our page", ["our page"]),
        ("in [our", ["in ", "our"]),
        ("``here''", ["“here”"]),
    ],
)
def test_a_mark_closes_at_borders_and_splits_no_formula(words: str, segments: list[str]) -> None:
    assert marked(SOURCE, passage(SOURCE, words, "t")) == [("t", text) for text in segments]


def test_marks_that_overlap_share_a_segment() -> None:
    source = "one two three"
    found = marked(source, passage(source, "one two", "a"), passage(source, "two three", "b"))
    assert found == [("a", "one "), ("a b", "two"), ("b", " three")]


def test_a_mark_over_two_paragraphs() -> None:
    assert marked("end here\n\nnow on", Mark(4, 13, ("t",))) == [("t", "here"), ("t", "now")]


@given(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE)))
def test_marks_never_change_what_is_read(start: int, end: int) -> None:
    with_mark = Reader(str(markup.paragraphs(SOURCE, [Mark(start, end, ("t",))])))
    without = Reader(str(markup.paragraphs(SOURCE)))
    assert with_mark.text == without.text
    assert [name for name in with_mark.seen if name != "b"] == without.seen


BITS = st.integers(0, 40)
MARKS = st.lists(st.builds(Mark, BITS, BITS, st.sampled_from([("a",), ("b",), ("a", "b")])))


@given(MARKS)
def test_each_letter_has_the_labels_of_all_marks_around_it(marks: list[Mark]) -> None:
    source = ascii_letters[:40]
    around = {
        letter: {label for mark in marks if mark.start <= at < mark.end for label in mark.labels}
        for at, letter in enumerate(source)
    }
    segments = Reader(str(markup.inline(source, marks))).marked
    found = {letter: set(labels.split()) for labels, letters in segments for letter in letters}
    assert found == {letter: labels for letter, labels in around.items() if labels}


def test_a_text_without_markdown_is_written_as_its_parser_leaves_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [paper.abstract for paper in seeds() if not markdown.has_any(paper.abstract)]
    marked = [(text, overlapping(text)) for text in texts]
    direct = [markup.paragraphs(text, marks) for text, marks in marked]
    monkeypatch.setattr(markdown, "has_any", lambda _: True)
    assert direct == [markup.paragraphs(text, marks) for text, marks in marked]
    assert len(texts) > 100


def overlapping(text: str) -> list[Mark]:
    """Marks all over a text, some of which overlap."""
    return [Mark(at, at + 30 - at % 7, (str(at % 5),)) for at in range(0, len(text), 23)]
