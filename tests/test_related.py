"""Related papers: near ones first, with the words that tie them."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pytest
from msgspec.structs import replace

import making
from making import seeds
from sitegen import prose, related, topics
from sitegen.jobs import Jobs
from sitegen.model import Neighbour, Tagging
from sitegen.related import nearest, postings, reading, shares, ties, vectors
from sitegen.related.stems import stem
from sitegen.site import untagged
from tagged import economics, tagging

A = TypeVar("A")
B = TypeVar("B")


def test_every_seed_has_neighbours_that_share_words_with_it() -> None:
    found = related.neighbours(seeds(), tagging())
    assert found.keys() == {paper.id for paper in seeds()}
    assert sum(len(near) for near in found.values()) >= 5 * len(found)
    for paper, near in found.items():
        others = [each.paper for each in near]
        assert len(others) == len(set(others)) <= nearest.NEIGHBOURS
        assert paper not in others
        for each in near:
            assert 1 <= len(each.words) <= ties.WORDS
            assert len(set(each.words)) == len(each.words)


class Few(Jobs):
    """Maps over seven items at once, each seven as by another process."""

    def over(
        self, function: Callable[[Sequence[A]], Sequence[B]], items: Sequence[A]
    ) -> Iterator[B]:
        """Yield what `function` returns for each seven items."""
        for at in range(0, len(items), 7):
            reading.met.cache_clear()
            yield from function(items[at : at + 7])


def test_processes_that_know_nothing_of_each_other_read_papers_as_one_does() -> None:
    found, _ = related.begun(seeds(), tagging().keyphrases, jobs=Few())()
    assert found == related.neighbours(seeds(), tagging())


def test_papers_of_one_subject_are_neighbours() -> None:
    papers = economics()
    found = related.neighbours(papers, topics.tag(papers))
    by_title = {paper.title: paper.id for paper in papers}
    first, *_ = found[by_title["Carbon Taxes and Firm Entry"]]
    assert first.paper == by_title["Revenue Recycling of Carbon Taxes in Sweden"]
    assert "carbon taxes" in first.words


def test_both_papers_say_what_ties_them() -> None:
    papers = {paper.id: f"{paper.title} {paper.abstract}".lower() for paper in seeds()}
    phrases = {
        paper: {stem(topics.tokens.key(each)) for each in found}
        for paper, found in tagging().keyphrases.items()
    }
    for paper, near in related.neighbours(seeds(), tagging()).items():
        for each in near:
            for word in each.words:
                term = stem(topics.tokens.key(word))
                whole = re.compile(rf"(?<![^\W_]){re.escape(word.lower())}(?:e?s)?(?![^\W_])")
                said = all(whole.search(papers[one]) for one in (paper, each.paper))
                assert said or term in phrases[paper] & phrases[each.paper]


def test_what_is_skipped_for_speed_hardly_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    found = related.neighbours(seeds(), tagging())
    for module, name in (
        (shares, "PROBES"),
        (nearest, "COMPARED"),
        (postings, "INDEXED"),
        (postings, "LONGEST"),
        (vectors, "LONGEST_VECTOR"),
    ):
        monkeypatch.setattr(module, name, 1_000_000)
    exact = related.neighbours(seeds(), tagging())
    same = sum(len(_first(near) & _first(exact[paper])) for paper, near in found.items())
    assert same >= 0.9 * sum(len(_first(near)) for near in exact.values())


def _first(near: tuple[Neighbour, ...]) -> set[str]:
    """Return the ids of the five nearest."""
    return {each.paper for each in near[:5]}


@pytest.mark.parametrize(
    "forms",
    [
        "adapt adapted adapting",
        "generate generated generating generation generative generator",
        "sparse sparsity",
        "plan planned planning",
        "theory theories",
        "stochastic stochastically",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(topics.folding.key(form)) for form in forms.split()}) == 1


def test_other_words_stay_apart() -> None:
    words = "adapter adaptation generality generation planet planning sting string ring red sing"
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_plain_forms_that_are_known_change_nothing() -> None:
    addressed = replace(
        economics()[0], id="a", abstract=r"Tax $\alpha$ at https://a.example/x_y_z \emph{soon}."
    )
    papers = [*seeds(), addressed]
    plain = [
        replace(one, title=prose.plain(one.title), abstract=prose.plain(one.abstract))
        for one in papers
    ]
    assert plain != papers
    found = related.neighbours(papers, tagging(), plain=plain)
    assert found == related.neighbours(papers, tagging())


def test_input_order_decides_nothing() -> None:
    shuffled = list(seeds())
    random.Random(3).shuffle(shuffled)  # noqa: S311 - order, not secrets
    assert related.neighbours(shuffled, tagging()) == related.neighbours(seeds(), tagging())


def test_variants_are_not_related() -> None:
    one, *others = economics()
    twin = replace(one, id="twin", slug="twin", abstract=one.abstract + " More.")
    one, twin = replace(one, variants=("twin",)), replace(twin, variants=(one.id,))
    papers = [one, twin, *others]
    found = related.neighbours(papers, topics.tag(papers))
    assert "twin" not in {each.paper for each in found[one.id]}
    assert one.id not in {each.paper for each in found["twin"]}


def test_one_more_paper_leaves_most_neighbours_alone() -> None:
    papers = seeds()
    before = related.neighbours(papers[1:], tagging())
    after = related.neighbours(papers, tagging())
    same = sum(
        [each.paper for each in near] == [e.paper for e in after[p] if e.paper != papers[0].id]
        for p, near in before.items()
    )
    assert same >= 0.9 * len(before)


def test_no_papers_and_one_paper() -> None:
    assert related.neighbours([], Tagging((), {}, {})) == {}
    one = economics()[0]
    assert related.neighbours([one], topics.tag([one])) == {one.id: ()}


def test_what_ties_two_papers_is_the_same_from_both_sides() -> None:
    one, other = replace(economics()[0], id="a"), replace(economics()[0], id="b")
    near = related.neighbours([one, other], Tagging((), {}, {}))
    assert [each.paper for each in near["a"]] == ["b"]
    assert near["a"][0].words
    assert near["a"][0].words == near["b"][0].words


def test_what_is_named_is_a_word_of_both_and_no_part_of_one() -> None:
    # A word that a line's end has cut is no name, though both hold its first half.
    texts = (
        "Approximative solvers for tides.",
        "Tides: an approximation.",
        "The approximat ion of tides.",
    )
    papers = [
        replace(economics()[0], id=letter, title=letter, abstract=abstract)
        for letter, abstract in zip("abc", texts, strict=True)
    ]
    near = related.neighbours(papers, Tagging((), {}, {}))
    words = {word for found in near.values() for each in found for word in each.words}
    assert words == {"tides"}


def test_a_part_of_a_compound_ties_nothing() -> None:
    papers = [
        making.paper(
            str(n), abstract=f"We study zero-shot {what} of the state-of-the-art in quokka herds."
        )
        for n, what in enumerate(("parsing", "ranking"))
    ]
    others = [
        making.paper(f"x{n}", abstract=f"Something else number {n} is told.") for n in range(30)
    ]
    found = related.neighbours([*papers, *others], untagged([*papers, *others]))
    named = {word for near in found["0"] if near.paper == "1" for word in near.words}
    assert {"quokka", "herds"} <= named
    assert named.isdisjoint({"zero", "state", "art"})


def test_a_phrase_that_papers_only_imply_ties_nothing() -> None:
    papers = [making.paper(str(n), abstract=f"Wombats dig burrow number {n}.") for n in range(2)]
    others = [
        making.paper(f"x{n}", abstract=f"Something else number {n} is told.") for n in range(30)
    ]
    tagging = replace(
        untagged([*papers, *others]),
        keyphrases={"0": ("question answering",), "1": ("question answering",)},
    )
    found = related.neighbours([*papers, *others], tagging)
    named = {word for near in found["0"] if near.paper == "1" for word in near.words}
    assert "question answering" not in named


def test_an_address_ties_nothing() -> None:
    papers = [
        replace(economics()[0], id=letter, title=title, abstract=f"{text} https://code.example/it")
        for letter, title, text in (("a", "Solar Cells", "Silicon."), ("b", "Tides", "Moons."))
    ]
    assert related.neighbours(papers, Tagging((), {}, {})) == {"a": (), "b": ()}
