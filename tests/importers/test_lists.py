"""`importers.lists`: people and keywords as exports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importers import lists


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["Ada L", " ", "Emmy N"], ("Ada L", "Emmy N")),
        ([{"authorId": 1, "name": "Ada  L"}, "Emmy N"], ("Ada L", "Emmy N")),
        ([{"given": "Ada", "family": "L"}, {"family": "N", "given": None}], ("Ada L", "N")),
        (
            [{"given": "A", "family": "B", "suffix": "Jr."}, {"name": "C Lab"}],
            ("A B Jr.", "C Lab"),
        ),
        ([{"author_position": "first", "author": {"display_name": "Ada L"}}], ("Ada L",)),
        ("A. Vaswani; N. Shazeer", ("A. Vaswani", "N. Shazeer")),
        ("Devlin, Jacob; and Chang, M.;", ("Devlin, Jacob", "Chang, M.")),
        ("Jos&eacute; M.; R&D; Ana L", ("Jos&eacute; M.", "R&D", "Ana L")),
        ("Devlin, Jacob and Chang, Ming-Wei", ("Devlin, Jacob", "Chang, Ming-Wei")),
        ("Ada L  and\nEmmy N and others", ("Ada L", "Emmy N", "others")),
        ("Ada L. Lovelace", ("Ada L. Lovelace",)),
        ("Jos&eacute; Mora", ("Jos&eacute; Mora",)),
        ("Ludwig  van\tBeethoven", ("Ludwig van Beethoven",)),
        # As arXiv has them.
        (
            "C. Bal\\'azs, E. L. de Berger and C.-P. Yuan",
            ("C. Bal\\'azs", "E. L. de Berger", "C.-P. Yuan"),
        ),
        ("Ada Lee, Bo Li, and Cy Ma", ("Ada Lee", "Bo Li", "Cy Ma")),
        ("Ada Lee, Bo Li, Cy Ma", ("Ada Lee", "Bo Li", "Cy Ma")),
        ([None, "Ada L"], ("Ada L",)),
        ([], ()),
        (" ", ()),
    ],
)
def test_people_are_read_as_services_write_them(written: object, read: tuple[str, ...]) -> None:
    assert lists.people(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "Ada",
        "A. L.",
        "Lovelace, Ada",
        # Two people, or one whose names are all double.
        "Garcia Marquez, Gabriel Jose",
        "Lee, A. B., Li, C., Ma, D.",
        "Garcia Marquez, G. J., Vargas Llosa, M. P.",
        "A. Lovelace et al.",
        "Ada Lovelace & Emmy Noether",
        "Ada Lovelace (1), Bo Li (2), Cy Ma (1)",
        "The members of the working group",
        "Department of Research and Development",
        "Knuth, Jr, Donald and Last, Jr, First",
        "Ada L, and Emmy N,",
        "others and et al.",
        ";",
        [{"name": 3}],
        [{"name": " "}],
        [{"id": 1}, "Ada L"],
        [1],
        [["Ada L"]],
        {"name": "Ada L"},
        1,
        None,
    ],
)
def test_who_is_not_clear_is_nobody(written: object) -> None:
    assert lists.people(written) is None


def test_keywords_are_a_list_or_parted_by_semicolons() -> None:
    assert lists.keywords(["a", " ", None]) == ("a",)
    assert lists.keywords("") == ()
    assert lists.keywords("deep learning; NLP") == ("deep learning", "NLP")
    assert lists.keywords("research and development; R&D;") == ("research and development", "R&D")
    for unclear in ("deep learning, NLP", "bread and butter", [1], [{"name": "a"}], None):
        assert lists.keywords(unclear) is None


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.sampled_from(["A; B", "A B and C D"]),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["name", "family", "given", "author", "x"]), inner)
    ),
)


@given(VALUES)
def test_any_value_is_names_or_nothing(value: object) -> None:
    for read in (lists.people(value), lists.keywords(value)):
        assert read is None or all(name and name == name.strip() for name in read)
