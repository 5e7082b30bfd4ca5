"""`readings`: what of a text takes long to find out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper
from sitegen import prose, readings
from sitegen.model import Paper
from sitegen.readings import Reading

text = st.lists(
    st.sampled_from(
        ("We", "show", r"\emph{graphs}", "$x^2$", "{\\bf y}", "C++.", r"$\nope$", "  ")
    )
).map(" ".join)


def _paper(title: str, abstract: str) -> Paper:
    """Return a paper of these texts."""
    return replace(paper("a"), title=title, abstract=abstract)


@given(text, text)
def test_a_paper_is_turned_into_plain_form(title: str, abstract: str) -> None:
    (reading,) = readings.read([_paper(title, abstract)])
    plain = reading.plain(_paper(title, abstract))
    assert plain == _paper(prose.plain(title), prose.plain(abstract))


@given(text, text)
def test_a_reading_is_read_as_it_was_noted(title: str, abstract: str) -> None:
    (reading,) = readings.read([_paper(title, abstract)])
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


def test_a_text_that_reads_as_it_is_written_is_kept_as_it_is() -> None:
    found = _paper("Graphs", "We show graphs.")
    (reading,) = readings.read([found])
    assert reading.plain(found) is found
    assert reading == Reading(None, None, "We show graphs.", ())


def test_formulas_at_fault_are_told_title_first() -> None:
    (reading,) = readings.read([_paper(r"On $\nope$", r"We show $\frac$ and $x$.")])
    assert reading.faults == (r"$\nope$", r"$\frac$")
