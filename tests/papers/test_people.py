"""`papers.people`: one name for a person, however a list writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from making import paper, record
from sitegen import citations, papers
from sitegen.papers.people import people


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["Lovelace, A."], ["A. Lovelace"]),
        (["LeCun, Yann", "Bengio,Yoshua"], ["Yann LeCun", "Yoshua Bengio"]),
        (["van der Berg, Jean", "Márquez-Ruiz, G."], ["Jean van der Berg", "G. Márquez-Ruiz"]),
        (["{van der Berg}, Jan", "O’Brien, J.-P. R"], ["Jan van der Berg", "J.-P. R O’Brien"]),
        (["The, Fu Siong", "Smith, John<sup>1,2</sup>"], ["Fu Siong The", "John Smith"]),
        ([r"Erd{\H o}s, P.", "{Google, Zürich}"], ["P. Erdős", "Google, Zürich"]),
        (["He, K.", "ATLAS Collaboration"], ["K. He", "ATLAS Collaboration"]),
        (["He, K.", "University of California, Berkeley", "OpenAI, Inc."],
         ["K. He", "University of California, Berkeley", "OpenAI, Inc."]),
        (["He, K.", "et al."], ["K. He", "et al."]),
        (["King, Jr., Martin", "He, K."], ["King, Jr., Martin", "K. He"]),
        (["Ada Lovelace", "He, K.", "Li, Bo"], ["Ada Lovelace", "K. He", "Bo Li"]),
    ],
)  # fmt: skip
def test_the_given_name_stands_first(written: list[str], read: list[str]) -> None:
    assert people(written) == tuple(read)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["A. Lovelace", "J.-M. Lien and A. F. van der Stappen"],
         ["A. Lovelace", "J.-M. Lien", "A. F. van der Stappen"]),
        (["Ada Lovelace", "and Alan Turing"], ["Ada Lovelace", "Alan Turing"]),
        (["Ada Lovelace and", "Alan Turing"], ["Ada Lovelace", "Alan Turing"]),
        (["*Ada Lovelace", "Alan Turing *", "Bo Li†", "Jan Novak[2]", "Ömer Morgül1", ")*"],
         ["Ada Lovelace", "Alan Turing", "Bo Li", "Jan Novak", "Ömer Morgül"]),
    ],
)  # fmt: skip
def test_each_person_is_one_without_marks_of_notes(written: list[str], read: list[str]) -> None:
    assert people(written) == tuple(read)


@pytest.mark.parametrize(
    "item",
    [
        "Institute for Maps and Data Science", "{Ada Lovelace and Alan Turing}", "Ada and Alan",
        "Lovelace, A. and Turing, A.", "Research Team and Bo Li", "Fernando Alonso", "Prince 2",
        "Gemini Team V2", "J. Smith Jr.", "X Æ A-12",
    ],
)  # fmt: skip
def test_other_items_stay_whole(item: str) -> None:
    assert people([item, "Bo Li"]) == (item.strip("{}"), "Bo Li")


@pytest.mark.parametrize(
    "written",
    [
        ["Ada Lovelace", "Bo Li"],
        ["Ada Lovelace", "Li, Bo"],
        ["Robert Downey, Jr."],
        ["Lovelace, Ada", "He, K.", "Robert Downey, III"],
        ["Jane Doe, PhD", "John Smith, M.D."],
        ["Ada Lovelace, MIT", "Bo Li, CMU"],
        ["J. Smith, Google"],
        ["Ada Lovelace, Charles Babbage"],
        ["Lovelace, Ada, Babbage", "He, K."],
        ["Lovelace,", "He, K."],
        [", Ada"],
        ["OpenAI, Inc."],
        ["Gómez Ríos, Ana María", "Li, Bo"],
        ["García Márquez, Gabriel", "Smith, Anna"],
        ["GOMEZ RIOS, ANA", "Li, BO"],
        ["Jane Doe, Stanford", "John Roe, Google"],
        ["Jane Doe, M.Sc.", "John Roe, Berlin"],
        ["Dr. Jane Doe, Professor", "X Y, Dean"],
        ["Vaswani, Ashish et al.", "He, K."],
        ["DeepSeek-AI, et al", "Doe, Jane"],
        ["Washington, DC", "Doe, Jane"],
        ["王, 伟", "李, 明"],
        ["{Lovelace, Ada}"],
        [],
    ],
)
def test_where_a_comma_may_mean_something_else_names_stay(written: list[str]) -> None:
    assert people(written) == tuple(name.strip("{}") for name in written)


def test_records_that_write_names_either_way_are_one_paper_of_the_same_people() -> None:
    lists = (("Babbage, Charles", "Li, Bo"), ("Charles Babbage", "Bo Li"))
    told = [replace(record("A", at=f"a:{at}"), authors=who) for at, who in enumerate(lists, 1)]
    for order in (told, told[::-1]):
        (merged,), problems = papers.merge(order)
        assert merged.authors == ("Charles Babbage", "Bo Li")
        assert (len(merged.sources), problems) == (2, [])


def test_a_list_that_comes_again_the_other_way_is_taken_once() -> None:
    twice = ("Lovelace, Ada", "Li, Bo", "Ada Lovelace", "Bo Li")
    (merged,), _ = papers.merge([replace(record("A"), authors=twice)])
    assert merged.authors == ("Ada Lovelace", "Bo Li")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Schölkopf, Bernhard", "scholkopf"),
        ("van der Berg, Jean", "berg"),
        ("García Márquez, Gabriel", "marquez"),
        ("García-Márquez, Gabriel", "garciamarquez"),
        ("King, Jr., Martin", "king"),
        ("Robert Downey, Jr.", "downey"),
    ],
)
def test_a_key_begins_with_the_family_name_still(written: str, key: str) -> None:
    entry = citations.bibtex(paper("x", "On sparsity", authors=people([written])))
    assert entry.startswith(f"@misc{{{key}sparsity,")


NAMES = st.text(st.sampled_from("aB. ,é{}"), max_size=9) | st.sampled_from(
    ["Li, Bo", "Ada L", "Li, Jr.", "{A, B}", "The Lab"]
)


@given(st.lists(NAMES))
def test_no_name_and_no_letter_is_lost(written: list[str]) -> None:
    read = people(written)
    assert len(read) == len(written)
    for before, after in zip(written, read, strict=True):
        letters = [sorted(filter(str.isalpha, name)) for name in (before, after)]
        assert letters[0] == letters[1]
