"""Paragraphs, inline text and faults."""

import pytest

from markup_reader import Reader
from sitegen import markup
from sitegen.markup.mathml import mathml


def test_paragraphs_are_split_at_blank_lines() -> None:
    assert markup.paragraphs("one\ntwo\n \n\nthree") == "<p>one\ntwo</p>\n<p>three</p>"


@pytest.mark.parametrize("source", ["", "\n\n"])
def test_no_text_has_no_paragraph(source: str) -> None:
    assert markup.paragraphs(source) == ""


def test_a_title_has_no_links() -> None:
    source = "See https://a.org, [b](https://b.org), \\href{https://c.org}{c} and arXiv:2301.12345"
    assert markup.inline(source) == "See https://a.org, b, c and arXiv:2301.12345"


def test_a_title_has_no_displayed_formula() -> None:
    assert markup.inline("On $$x$$") == "On <math><mi>x</mi></math>"


def test_blocks_of_markdown_stay_text() -> None:
    source = "# one\n- two\n1. three\n> four\n| a | b |\n![x](https://a.org/x.png)\n---\n    five"
    assert set(Reader(str(markup.paragraphs(source))).seen) == {"p", "a"}


def test_elements_that_cross_are_closed_and_opened_again() -> None:
    assert markup.inline(r"\emph{a *b} c*") == "<em>a b c</em>"
    assert markup.inline(r"*a \textbf{b* c} d") == (
        "<em>a <strong>b</strong></em><strong> c</strong> d"
    )


def test_names_of_functions_are_letters_with_a_thin_space_and_nothing_of_an_operator() -> None:
    thin = '<mspace width="0.1667em"></mspace>'
    assert mathml(r"\Pr x") == f"<math><mi>Pr</mi>{thin}<mi>x</mi></math>"
    assert mathml(r"\limsup_n a") == (
        f"<math><msub><mi>lim\u2006sup</mi><mi>n</mi></msub>{thin}<mi>a</mi></math>"
    )


def test_faults_name_the_tex_as_it_stands() -> None:
    assert markup.faults("fine $x^2$\n\nbad $\\foo{x}$ and $x_{$") == ("$\\foo{x}$", "$x_{$")
    assert markup.faults("no mathematics") == ()


def test_fonts_become_letters_that_every_browser_shows() -> None:
    assert mathml(r"\mathbf{x}\mathbb{R}\mathcal{B}\mathfrak{g}") == (
        "<math><mi>𝐱</mi><mi>ℝ</mi><mi>ℬ</mi><mi>𝔤</mi></math>"
    )


def test_the_converters_attributes_are_checked() -> None:
    assert mathml(r"\color{red}{x}") == "<math><mstyle><mi>x</mi></mstyle></math>"
