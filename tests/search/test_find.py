"""What a reader types finds the paper that was meant, and is never an error."""

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from scripting import Node
from sitegen import search
from sitegen.model import Paper

Find = Callable[[list[str]], Any]

ODD = [
    "model:", "foo:bar", "a~", "n^{1+o(1)}", "+must -not", "*", "**", "a*b", "~1", "^2", '"', "\\",
    "title:graph", "<script>", "__proto__", "constructor", "hasOwnProperty", "toString", "%", "&",
    "🙂", "\u202e", "図", "a" * 5000, "- - -", "'", "C++", "   ", "", "year:", "year:..", "title:",
    '"" ""', "year:2020..", '-"', "-", "--graph", "title:-graph", "author:", "“graph", "year:9999",
    '"C++', '"学', '"学 "', '-"学"', '"- -"', "year:…", '-"xyzzyq"', '"图 学"', '-"图 学"',
    "constructor:graph", '-constructor:"graph neural"', "constructor: graph",
]  # fmt: skip


def _share_first(answers: list[Any], papers: Sequence[Paper]) -> float:
    """Return how often the first of an answer is the paper of its own position."""
    firsts = [
        answer["hits"][:1] == [paper.id] for answer, paper in zip(answers, papers, strict=True)
    ]
    return float(sum(firsts) / len(firsts))


def _misspelt(title: str, chance: random.Random) -> str:
    """Return `title` with two neighbours swapped inside its longest word."""
    longest = max(title.split(), key=len)
    at = chance.randrange(0, max(2, len(longest) - 2))
    wrong = longest[:at] + longest[at + 1 : at + 2] + longest[at] + longest[at + 2 :]
    return title.replace(longest, wrong)


def test_a_title_finds_its_paper_however_it_is_typed(
    find: Find, papers: tuple[Paper, ...]
) -> None:
    chance = random.Random(7)  # noqa: S311  # no secret depends on it
    titles = [paper.title for paper in papers]
    shuffled = [" ".join(chance.sample(words, len(words))) for words in map(str.split, titles)]
    assert _share_first(find(titles), papers) > 0.98
    assert _share_first(find(shuffled), papers) > 0.98
    assert _share_first(find([title[:-2] for title in titles]), papers) > 0.98
    assert _share_first(find([_misspelt(title, chance) for title in titles]), papers) > 0.97


def test_papers_with_every_word_come_first(find: Find) -> None:
    (answer,) = find(["graph neural networks"])
    assert answer["words"] == sorted(answer["words"], reverse=True)
    assert answer["complete"] == answer["words"].count(3) > 1


def test_nothing_typed_is_an_error(find: Find) -> None:
    assert len(find(ODD)) == len(ODD)


def test_lunr_operators_are_words(find: Find) -> None:
    plain, marked = find(["graph networks ", "graph: +networks~ ^"])
    assert set(plain["hits"]) == set(marked["hits"])


def test_a_prefix_that_is_no_field_is_a_word_whatever_its_name(find: Find) -> None:
    every, without = find(["constructor:graph -title:graph", "constructor graph -title:graph"])
    assert every["hits"] == without["hits"] != []
    assert every["missing"] == without["missing"]


@pytest.mark.parametrize("typed", ["tra", "trans", "transformer", "transformers", "trasnformer"])
def test_results_while_typing_hold_the_word_to_be(find: Find, typed: str) -> None:
    whole, growing = find(["transformer ", typed])
    assert growing["all"] >= whole["all"] * 0.9
    assert set(whole["hits"][:3]) & set(growing["hits"])


def test_a_field_narrows_and_a_minus_leaves_out(find: Find, papers: tuple[Paper, ...]) -> None:
    anywhere, titled, without, only_minus = find(
        ["graph ", "title:graph ", "graph -language ", "-graph "]
    )
    assert 0 < titled["all"] < anywhere["all"]
    assert 0 < without["all"] < anywhere["all"]
    assert only_minus["all"] == len(papers) - anywhere["all"]
    by_id = {paper.id: paper for paper in papers}
    assert all("graph" in by_id[hit].title.lower() for hit in titled["hits"])
    assert not any("language" in by_id[hit].abstract.lower() for hit in without["hits"])


def test_a_phrase_is_read_for_in_the_best_papers(find: Find, papers: tuple[Paper, ...]) -> None:
    loose, phrase = find(["large language models ", 'abstract:"large language models" '])
    assert 0 < phrase["all"] < loose["all"]
    assert phrase["read"] >= phrase["all"]
    by_id = {paper.id: paper for paper in papers}
    for hit in phrase["hits"]:
        text = by_id[hit].abstract.lower().replace("-", " ")
        assert "large language model" in text


def test_a_passage_marks_the_words_found(find: Find) -> None:
    (answer,) = find(["gaussian processes"])
    assert answer["passages"]
    for passage in answer["passages"]:
        assert len(passage["text"]) <= 260
        assert {word.lower() for word in passage["marked"]} & {"gaussian", "processes", "process"}


def test_what_is_missing_is_named_and_the_nearest_spelling_offered(find: Find) -> None:
    missing, close, far = find(["xyzzyq graph", "grahp networks", "reinforcemmentt"])
    assert missing["missing"] == ["xyzzyq"]
    assert missing["without"] == "graph"
    assert close["guessed"] == ["grahp"]
    assert far["nearest"] == "reinforcement" or far["guessed"] == ["reinforcemmentt"]


def test_what_is_offered_instead_keeps_the_rest_of_the_query(find: Find) -> None:
    misspelt, rare, alone = find(
        ["venue:neuripz graph -vision year:2024", 'graph author:xyzzyq "neural networks" -a', "図"]
    )
    assert misspelt["nearest"] in (None, "venue:neurips graph -vision year:2024")
    assert rare["without"] == 'graph "neural networks" -a'
    assert alone["nearest"] is None


def test_a_spelling_is_corrected_where_it_stands(find: Find) -> None:
    (answer,) = find(["-graph year:2024 title:reinforcemmentt"])
    assert answer["nearest"] == "-graph year:2024 title:reinforcement"


OFFERS = {
    "xyzzyq:graph": "graph",
    "graph:xyzzyq": "graph",
    '-xyzzyq:"neural networks" graph': '-"neural networks" graph',
    "xyzzyq title::neural": "title:neural",
    "graph xyzzyq year:...2020": "graph year:...2020",
    "graph title:xyzzyq neural": "graph neural",
    "title:graph,xyzzyq": "title:graph",
    '"networks xyzzyq"': '"networks"',
    '"xyzzyq, networks"': '"networks"',
    '"networks of the xyzzyq"': '"networks"',
    "「graph neural xyzzyq」": "「graph neural」",
    "„graph neural xyzzyq“": "„graph neural“",
    'author:"xyzzyq xyzzyr" graph': 'author:"xyzzyr" graph',
    "(graph + xyzzyq) title:": "graph",
    "xyzzyq xyzzyr": None,
    "graph " * 3 + "-xyzzyq xyzzyr": "graph graph graph -xyzzyq",
}


def test_a_query_without_its_rarest_word_has_no_debris(find: Find) -> None:
    answers = find(list(OFFERS))
    assert [answer["without"] for answer in answers] == list(OFFERS.values())


def test_a_slip_in_quotes_is_not_read_over_but_told(find: Find) -> None:
    (answer,) = find(['"neural netwroks"'])
    assert (answer["all"], answer["missing"]) == (0, ["netwroks"])
    assert answer["nearest"] == '"neural networks"'


def test_a_slip_that_a_paper_made_too_is_told(node: Node) -> None:
    abstracts = ["On neural networks."] * 40 + ["Netwroks in the brain.", "Neural fields."]
    library = [Paper(f"{at}", f"{at}", f"T{at}", text) for at, text in enumerate(abstracts)]
    given = {"files": dict(search.files(library, {}, {})), "similar": False}
    asked = ['"neural netwroks"', '"neural fields"']
    wrong, right = node("find.cjs", {**given, "queries": asked})["answers"]
    assert (wrong["all"], wrong["missing"]) == (0, [])
    assert wrong["nearest"] == '"neural networks"'
    assert (right["all"], right["nearest"]) == (1, None)


def test_a_name_is_found_beyond_those_that_a_card_shows(node: Node) -> None:
    people = tuple(f"Person {name}" for name in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Oak"))
    named = Paper(id="1", slug="1", title="Trees", abstract="", authors=people)
    other = Paper(id="2", slug="2", title="Oak", abstract="A person.", authors=("Oak Ash",))
    given = {"files": dict(search.files([named, other], {}, {})), "similar": False}
    asked = ['author:"Person Oak"', '"Person Oak"', 'author:"Birch Ash"', '-author:"Person Oak"']
    answers = node("find.cjs", {**given, "queries": asked})["answers"]
    assert [each["all"] for each in answers] == [1, 1, 0, 1]


def test_a_compound_counts_whole_and_its_parts_are_better_than_nothing(node: Node) -> None:
    abstracts = {"1": "The in-context way.", "2": "In the context of a way.", "3": "A context."}
    library = [Paper(ident, ident, ident, abstract) for ident, abstract in abstracts.items()]
    library.append(Paper("4", "4", "4", "A free lunch."))
    given = {"files": dict(search.files(library, {}, {})), "similar": False}
    asked = ["lunch-context ", "lunch-context way ", "context-way ", "context-way -lunch "]
    answers = node("find.cjs", {**given, "queries": asked})["answers"]
    found = [(set(each["hits"]), each["complete"]) for each in answers]
    assert found == [
        ({"1", "2", "3", "4"}, 0), ({"1", "2"}, 0), ({"1", "2"}, 2), ({"1", "2"}, 2),
    ]  # fmt: skip


def test_a_name_with_a_sign_is_found_before_the_letter(node: Node) -> None:
    abstracts = {"1": "A compiler of C. C it is, in C.", "2": "C++ in a few words of the paper."}
    library = [Paper(ident, ident, ident, abstract) for ident, abstract in abstracts.items()]
    given = {"files": dict(search.files(library, {}, {})), "similar": False}
    asked = ["C++", "C++ ", "C ", "-C++ ", "-C "]
    answers = node("find.cjs", {**given, "queries": asked})["answers"]
    found = [each["hits"] for each in answers]
    assert found == [["2", "1"], ["2", "1"], ["1", "2"], ["1"], []]


def test_a_pasted_abstract_finds_its_paper(
    node: Node, files: dict[str, str], papers: tuple[Paper, ...]
) -> None:
    asked = [paper.abstract for paper in papers[:60]]
    given = {"files": files, "queries": asked, "similar": True}
    answers = node("find.cjs", given)["answers"]
    assert _share_first(answers, papers[:60]) > 0.95


def test_a_query_loads_little(node: Node, files: dict[str, str]) -> None:
    given = {"files": files, "queries": ["graph neural networks"], "similar": False}
    fetched = node("find.cjs", given)["fetched"]
    assert len(set(fetched)) == len(fetched) < len(files) / 2


def test_what_a_growing_word_may_become_comes_with_the_word(
    node: Node, files: dict[str, str], papers: tuple[Paper, ...]
) -> None:
    said = {word.lower() for paper in papers for word in paper.title.split()}
    words = sorted(word for word in said if word.isascii() and word.isalpha() and len(word) > 4)
    rounds = node("rounds.cjs", {"files": files, "queries": words[:400]})
    assert set(rounds) == {1}
