"""`topics.questions`: what a paper was asked once is not asked again, and nothing else differs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from making import seeds
from sitegen import topics
from sitegen.cache import Cache, Lines
from sitegen.jobs import HERE
from sitegen.model import Paper, Rule, Source
from sitegen.topics import evidence, phrases, questions, reasons, statistics
from sitegen.topics.means import Means
from sitegen.topics.questions import Question, Questions
from tagged import titled

WORDS = (
    "sparse attention", "causal inference", "graph neural networks (GNNs)", "GNNs", "LLMs",
    "a variational autoencoder (VAE)", "VAEs", "gaussian processes", "GPs", "for", "$x^2$.", "We",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
KEYWORDS = st.lists(st.sampled_from(["VAE", "GNNs", "Sparse Attention", "LLM"]), max_size=2)
RULES = [
    (),
    (Rule("pin", "Causal Inference", "causality", Source("topics.toml", 1)),),
    (Rule("merge", "Sparse Attention", "GPs", Source("topics.toml", 1)),),
    (Rule("ban", "Sparse Attention", "", Source("topics.toml", 1)),),
]


class Kept:
    """A cache in a folder, and what had to be asked in spite of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def answers(self, asked: Sequence[Question]) -> Iterable[topics.Answer]:
        """Return what `topics.answered` does."""
        lines = Lines(self.folder / "mentions", "1")
        return Cache(lines, self.noted, topics.Answer).over(HERE, asked)

    def rankings(self, papers: Sequence[Paper]) -> Iterable[topics.Ranking]:
        """Return what `topics.ranked` does."""
        lines, packed = Lines(self.folder / "rankings", "1"), topics.Ranking.packed
        cache = Cache(lines, topics.ranked, topics.Packed, packed, topics.unpacked)
        return cache.over(HERE, papers)

    def noted(self, asked: Sequence[Question]) -> list[topics.Answer]:
        """Return the answers, and note the papers."""
        self.asked += [question.paper.id for question in asked]
        return topics.answered(asked)


def test_a_question_holds_all_acronyms_that_could_tell_something() -> None:
    known = statistics.shipped().acronyms
    tagging = topics.tag(seeds())
    keys_of = {topic.slug: (topic.name.lower(),) for topic in tagging.topics}
    keys_of |= {form: (form,) for form in known.values()}
    asking = Questions(keys_of, known)
    for number, paper in enumerate(seeds()):
        asked = [tag.topic for tag in tagging.tags[paper.id]] + list(keys_of)[number::97]
        question = asking.question(paper, asked)
        texts = phrases.cut(paper)
        spelling = {key: topic for topic in sorted(asked) for key in keys_of[topic]}
        found = evidence.mentions(texts, spelling, known)
        (answer,) = questions.answered([question])
        assert answer.mentions == found
        assert answer.clues == reasons.clues(paper, texts, found, known)
        assert len(question.acronyms) < len(known)


def test_an_answer_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    whole = topics.tag(seeds(), means=Means(answers_of=kept.answers))
    assert len(kept.asked) > 0.9 * len(seeds())
    kept.asked.clear()
    assert topics.tag(seeds(), means=Means(answers_of=kept.answers)) == whole
    assert kept.asked == []


@pytest.mark.parametrize(
    "other",
    [
        titled("On VAEs", "We say it.", "GNN"),
        titled("On GNNs", "We do.", "GNN"),
        titled("On GNNs", "We say it."),
        titled("On GNNs", "We say it.", "VAE"),
        titled("On GNNsWe", " say it.", "GNN"),
    ],
)
def test_whatever_an_answer_is_made_from_is_part_of_its_key(other: Paper) -> None:
    paper = titled("On GNNs", "We say it.", "GNN")
    asking = Questions({"graph": ("graph",)}, {"gnn": "graph"})
    assert asking.question(paper, ()) != asking.question(other, ())
    assert asking.question(paper, ()) != asking.question(paper, ["graph"])


def test_two_sets_of_keys_or_acronyms_are_two_questions() -> None:
    paper = titled("On GNNs", "We say it.")
    kinds: list[tuple[tuple[str, ...], dict[str, str]]] = [
        (("graph",), {}), (("graph", "tree"), {}), (("graph",), {"gnn": "graph"}),
    ]  # fmt: skip
    asked = {Questions({"graph": k}, a).question(paper, ["graph"]) for k, a in kinds}
    assert len(asked) == len(kinds)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5), TEXT, KEYWORDS, st.sampled_from(RULES)), max_size=4))
def test_after_any_edits_topics_are_what_they_would_be_anyway(
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[int, str, list[str], tuple[Rule, ...]]],
) -> None:
    kept = Kept(tmp_path_factory.mktemp("kept"))
    library = [
        Paper(f"{at}", f"p{at}", f"On {WORDS[at]}", f"{WORDS[at - 1]} {WORDS[at]}.")
        for at in range(6)
    ]
    for at, text, keywords, rules in edits:
        library[at] = replace(library[at], abstract=f"{text}.", keywords=tuple(keywords))
        means = Means(kept.rankings, kept.answers)
        assert topics.tag(library, rules, means) == topics.tag(library, rules)


def test_an_acronym_in_a_rule_makes_no_paper_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [Rule("merge", "Sparse Attention", "QXZ", Source("topics.toml", 1))]
    library = [
        titled(f"On {number}", f"Quick xenon zones (QXZ) have {number}. Sparse attention is one.")
        for number in ("hats", "heads", "shoes")
    ]
    kept = Kept(tmp_path)
    means = Means(kept.rankings, kept.answers, misses=False)
    whole = topics.tag(library, rules, means)
    assert "Quick Xenon Zones" not in {topic.name for topic in whole.topics}
    read: list[str] = []
    monkeypatch.setattr(phrases, "cut", lambda paper: read.append(paper.id))
    assert topics.tag(library, rules, means) == whole
    assert read == []
