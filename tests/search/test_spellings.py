"""British and American spellings find one another."""

from making import paper
from scripting import Node
from sitegen import search

SPELLINGS = {
    "optimise": "optimize",
    "optimisations": "optimizations",
    "regularised": "regularized",
    "analysing": "analyzing",
    "behavioural": "behavioral",
    "neighbourhoods": "neighborhoods",
    "colours": "colors",
    "dialogue": "dialog",
    "defence": "defense",
    "centres": "centers",
    "centred": "centered",
    "fibre": "fiber",
    "grey": "gray",
    "artefacts": "artifacts",
    "judgement": "judgment",
    "programme": "program",
}
OTHERS = (
    "supervised", "noise", "denoising", "precise", "exercise", "promising", "surprises", "revise",
    "arises", "size", "prize", "horizon", "analysis", "hour", "four", "tensor", "factors", "log",
    "laboratory", "collaborative", "prologue", "evidence", "sense", "parameter", "enter", "graph",
    "facts", "programming", "图神",
)  # fmt: skip


def test_each_of_two_spellings_leads_to_the_other(node: Node) -> None:
    british, american = list(SPELLINGS), list(SPELLINGS.values())
    assert node("respelt.cjs", [*british, *american]) == [*american, *british]


def test_other_words_have_one_spelling(node: Node) -> None:
    assert dict(zip(OTHERS, node("respelt.cjs", OTHERS), strict=True)) == dict.fromkeys(OTHERS)


LIBRARY = (
    paper("british", "Bayesian optimisation of colour"),
    paper("american", "Bayesian optimization of color"),
    paper("several", "Bayesian optimizers"),
    paper("other", "Bayesian networks", abstract="Optimal colonies."),
)

FOUND = {
    "bayesian optimisation color ": ["american", "british"],
    "bayesian optimization colour ": ["american", "british"],
    '"optimisation" bayesian ': ["british"],
    '"bayesian optimization" ': ["american"],
    "bayesian -colour ": ["other", "several"],
}


def test_a_paper_has_a_word_in_either_spelling_but_not_in_quotes(node: Node) -> None:
    given = {
        "files": dict(search.files(LIBRARY, {}, {})),
        "similar": False,
        "queries": list(FOUND),
    }
    answers = node("find.cjs", given)["answers"]
    best = [
        sorted(answer["hits"][: len(found)])
        for answer, found in zip(answers, FOUND.values(), strict=True)
    ]
    assert best == list(FOUND.values())
    assert [answer["complete"] for answer in answers[:2]] == [2, 2]
    assert "american" not in answers[2]["hits"]
    assert "british" not in answers[4]["hits"]


def test_the_spelling_that_was_typed_comes_first(node: Node) -> None:
    queries = ["optimisation ", "optimization "]
    given = {"files": dict(search.files(LIBRARY, {}, {})), "similar": False, "queries": queries}
    answers = node("find.cjs", given)["answers"]
    assert [answer["hits"][:2] for answer in answers] == [
        ["british", "american"],
        ["american", "british"],
    ]
