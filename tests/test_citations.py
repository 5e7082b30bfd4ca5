"""`citations`: BibTeX that BibTeX reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import paper
from sitegen import citations
from sitegen.model import Links


def test_a_full_entry() -> None:
    one = paper(
        "x", "The LoRA & friends of 100% naïve models", authors=("Ada Lovelace", "Li, Bo"),
        venue="ICML", published="2024-05-31",
        links=Links(arxiv="2401.00001", doi="10.1/a_b", page="https://a.b/c_d"),
    )  # fmt: skip
    assert citations.bibtex(one).splitlines() == [
        "@inproceedings{lovelace2024lora,",
        r"  title = {{The} {LoRA} \& friends of 100\% naïve models},",
        "  author = {Ada Lovelace and Li, Bo},",
        "  booktitle = {ICML},",
        "  year = {2024},",
        "  eprint = {2401.00001},",
        "  archiveprefix = {arXiv},",
        "  doi = {10.1/a_b},",
        "  url = {https://a.b/c_d},",
        "}",
    ]


KINDS = {
    "article": (
        "Journal of Machine Learning Research",
        "Annals of Statistics",
        "IEEE Transactions on Robotics",
        "IEEE/ACM Transactions on Networking",
        "Physical Review Letters",
        "Nature",
        "Nature Communications",
        "PLOS ONE",
        "Communications of the ACM",
        "Proceedings of the National Academy of Sciences",
        "TMLR",
        "The Lancet",
        "The Lancet Digital Health",
        "JAMA",
        "Bioinformatics",
        "Machine Learning",
        "IEEE Access",
        "Information and Management",
        "ACM Computing Surveys",
        "Computational Linguistics",
        "Annalen der Physik",
        "IEEE Trans. Pattern Anal. Mach. Intell.",
        "J. Mach. Learn. Res.",
        "Phys. Rev. Lett.",
        "Proc. Natl. Acad. Sci. USA",
        "Commun. ACM",
        "Proceedings of the IEEE",
    ),
    "inproceedings": (
        "NeurIPS",
        "ICML 2024",
        "Findings of ACL",
        "Proceedings of the 40th International Conference on Machine Learning",
        "Workshop on Peer Review",
        "International Conference on Learning Representations",
        "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition",
        "Proc. Mach. Learn. Res.",
        "Machine Learning for Health",
        "Conference of the North American Chapter of the ACL",
        "EMNLP",
        "Ann Arbor Machine Learning Meetup",
        "J-Machine Learning Summit",
    ),
    "misc": ("arXiv", "CoRR", "arXiv.org", "bioRxiv"),
}
FIELDS = {"article": "journal", "inproceedings": "booktitle", "misc": "howpublished"}


@pytest.mark.parametrize(("entry", "venue"), [(e, v) for e, vs in KINDS.items() for v in vs])
def test_a_venue_is_cited_as_what_its_name_says(entry: str, venue: str) -> None:
    first, *lines = citations.bibtex(paper("x", venue=venue)).splitlines()
    assert first.startswith(f"@{entry}{{")
    assert f"  {FIELDS[entry]} = {{{venue}}}," in lines
    assert sum(line.startswith(f"  {name} =") for name in FIELDS.values() for line in lines) == 1


def test_very_many_authors_end_in_others() -> None:
    *some, last = [f"A{n} B" for n in range(301)]
    author = citations.bibtex(paper("x", authors=tuple(some))).splitlines()[2]
    assert author.endswith("and A299 B},")
    author = citations.bibtex(paper("x", authors=(*some, last))).splitlines()[2]
    assert author.endswith("and A299 B and others},")


def test_others_that_have_no_names_are_others() -> None:
    for last in ("et al.", "Et al", "others"):
        author = citations.bibtex(paper("x", authors=("He, K.", last))).splitlines()[2]
        assert author.endswith("{He, K. and others},")


def test_odd_names_and_ids_leave_the_entry_whole() -> None:
    one = paper("i,{d} 9", "图", authors=("Research and Development Lab",))
    first, _, author, *_ = citations.bibtex(one).splitlines()
    assert re.fullmatch(r"@misc\{\w+,", first)
    assert author == "  author = {{Research and Development Lab}},"
    capitals = citations.bibtex(paper("x", authors=("RESEARCH AND DEVELOPMENT LAB", "Li, Bo")))
    assert "  author = {{RESEARCH AND DEVELOPMENT LAB} and Li, Bo}," in capitals.splitlines()
    assert re.fullmatch(r"@misc\{paper[0-9a-f]{8},", citations.bibtex(paper("9", "图"))[:20])


@pytest.mark.parametrize(
    ("title", "person", "key"),
    [
        (r"G{\"o}del machines", "Jürgen Schmidhuber", "schmidhuber2006godel"),
        (r"$\ell_1$-Regularized models", "Nowak, A.", "nowak2006l1"),
        ("{L}earning with {K}ernels", "Schölkopf, B.", "scholkopf2006learning"),
        ("<i>Ab initio</i> R&amp;D", "Heß, A.", "hess2006ab"),
    ],
)
def test_a_key_is_made_from_what_is_read(title: str, person: str, key: str) -> None:
    entry = citations.bibtex(paper("x", title, authors=(person,), published="2006"))
    assert entry.startswith(f"@misc{{{key},")


def test_a_title_alone() -> None:
    assert citations.bibtex(paper("x", "On sparsity")).splitlines() == [
        "@misc{sparsity,",
        "  title = {{On} sparsity},",
        "}",
    ]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (
            r"Bounds in $O(\log n)$ for $\ell_1$-norms",
            r"{Bounds} in {$O(\log n)$} for {$\ell_1$-norms}",
        ),
        (
            "Fast ε-free maps, π₀ and H∞",
            r"{Fast} {$\varepsilon$-free} maps, {$\pi$$_0$} and {H$\infty$}",
        ),
        (r"Maps in $\OPT$ and $\R^2$", r"{Maps} in {OPT} and {$\mathbb{R}^2$}"),
        ("Η Ελλάδα in maps", "{Η} {Ελλάδα} in maps"),
        ("Costs of $5 and $7", r"{Costs} of \$5 and \$7"),
    ],
)
def test_formulas_stay_formulas(title: str, written: str) -> None:
    assert f"  title = {{{written}}}," in citations.bibtex(paper("x", title)).splitlines()


@given(st.text(min_size=1), st.text())
def test_braces_balance_and_the_key_is_plain(title: str, person: str) -> None:
    entry = citations.bibtex(paper("0123456789", title, authors=(person,)))
    depth = 0
    for char in re.sub(r"\\[{}]", "", entry):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    assert re.match(r"@misc\{[A-Za-z0-9:_-]+,\n", entry)


def test_what_lacks_a_name_or_a_year_is_told_apart_by_more_of_its_title() -> None:
    bare = paper("a", "Causal Models of Attention in the Wild")
    other = paper("b", "Causal Models of Attention for Language")
    keys = [citations.bibtex(one).partition("{")[2].partition(",")[0] for one in (bare, other)]
    assert keys == ["causalmodelsattentionwild", "causalmodelsattentionlanguage"]
    foreign = paper("c", "强化学习", authors=("王伟",), published="2024")
    assert re.search(r"@misc\{2024paper[0-9a-f]+,", citations.bibtex(foreign))


def test_a_lone_brace_leaves_the_entry_balanced() -> None:
    # BibTeX counts a brace behind a backslash as one too.
    entry = citations.bibtex(paper("a", "Sets {1, 2 and }3{", authors=("A {B",)))
    assert entry.count("{") == entry.count("}")
