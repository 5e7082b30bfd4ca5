"""`readings`: what of a text takes long to find out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper
from sitegen import prose, readings
from sitegen.cache import again
from sitegen.errors import warning
from sitegen.model import Paper, Source
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


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from("abcd"), text), max_size=4), min_size=1, max_size=5
    )
)
def test_papers_in_plain_form_are_the_very_same_as_long_as_they_stay(
    libraries: list[list[tuple[str, str]]],
) -> None:
    known = {(ident, said): _paper(said, said) for each in libraries for ident, said in each}
    told = dict(zip(known, readings.read([*known.values()]), strict=True))
    found = {key: replace(made, id=key[0]) for key, made in known.items()}
    last: dict[tuple[str, str], Paper] = {}
    for each in libraries:
        again.turn(holds=True)
        asked = [*{key[0]: key for key in each}.values()]
        plain = readings.plain([found[key] for key in asked], [told[key] for key in asked])
        assert plain == [told[key].plain(found[key]) for key in asked]
        now = dict(zip(asked, plain, strict=True))
        assert all(now[key] is last[key] for key in now.keys() & last.keys())
        last = now
    again.turn(holds=False)
    again.forget()


def test_formulas_at_fault_are_told_title_first() -> None:
    (reading,) = readings.read([_paper(r"On $\nope$", r"We show $\frac$ and $x$.")])
    assert reading.faults == (r"$\nope$", r"$\frac$")


def test_each_formula_at_fault_is_a_warning_at_the_first_place_of_its_paper() -> None:
    endless = rf"$\nope{' x' * 100}$"
    places = (Source("a.txt", 7), Source("b.txt", 1))
    odd = replace(_paper(r"On $\frac$", f"We show {endless}."), sources=places)
    library = [_paper("On graphs", "We show $x$."), odd]
    found = [*readings.faults(library, readings.read(library))]
    assert found == [
        warning("a.txt:7", rf"TeX not understood: {said}", "shown as it is")
        for said in (r"$\frac$", rf"$\nope{' x' * 36}…")
    ]
