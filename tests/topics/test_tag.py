"""The tagger: figures on the seeds, what stays when papers come, evidence and names."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from making import seeds
from sitegen import prose, text, topics
from sitegen.model import Paper
from sitegen.topics import names, phrases, ranking, selection, statistics, tokens
from tagged import economics, named, tagging, titled


def test_figures_on_the_seeds() -> None:
    found, papers = tagging(), seeds()
    counts = [len(found.tags[paper.id]) for paper in papers]
    assert len(papers) == 229
    assert sum(count > 0 for count in counts) >= 0.97 * len(papers)
    assert sum(counts) >= 2.3 * len(papers)
    assert max(counts) <= 6
    assert max(len(topic.papers) for topic in found.topics) <= 0.2 * len(papers)


def test_the_seeds_have_the_topics_that_a_reader_expects() -> None:
    expected = {
        "Large Language Models", "Transformers", "In-Context Learning", "Gaussian Processes",
        "Time Series Forecasting", "Variational Autoencoders", "Causal Representation Learning",
        "Mechanistic Interpretability", "Sparse Autoencoders", "State-Space Models",
    }  # fmt: skip
    assert expected <= named(tagging()).keys()


def test_no_topic_of_the_seeds_is_academic_prose() -> None:
    unwanted = {
        "experimental results", "large number", "proposed method", "state-of-the-art", "novel",
        "real-world data", "training data", "deep learning", "performance", "models",
    }  # fmt: skip
    assert not unwanted & {name.lower() for name in named(tagging())}


def test_names_of_the_seeds_differ_by_more_than_spelling() -> None:
    spellings = [text.folded(name).replace(" ", "").rstrip("s") for name in named(tagging())]
    assert len(spellings) == len(set(spellings))


def test_topics_and_tags_agree() -> None:
    found = tagging()
    assert [topic.slug for topic in found.topics] == sorted({t.slug for t in found.topics})
    for topic in found.topics:
        tagged = {
            paper for paper, tags in found.tags.items() if topic.slug in {t.topic for t in tags}
        }
        assert set(topic.papers) == tagged
        assert len(topic.papers) == len(tagged) > 0
    shared = [topic for topic in found.topics if len(topic.papers) > 1]
    assert len(shared) > 4 * (len(found.topics) - len(shared))


def test_every_paper_has_keyphrases() -> None:
    for phrases_of_paper in tagging().keyphrases.values():
        assert 0 < len(phrases_of_paper) <= 10
        assert len(set(phrases_of_paper)) == len(phrases_of_paper)


def test_evidence_lies_in_the_source_in_reading_order() -> None:
    found = tagging()
    for paper in seeds():
        for tag in found.tags[paper.id]:
            assert tag.evidence
            places = [(each.part == "abstract", each.start, each.end) for each in tag.evidence]
            assert places == sorted(set(places))
            for each in tag.evidence:
                assert 0 <= each.start < each.end <= len(getattr(paper, each.part))


def test_evidence_is_every_occurrence_in_every_spelling() -> None:
    papers = [
        titled(
            f"Sparse Auto-Encoders for {what}",
            f"We train sparse autoencoders (SAEs) on {what}. Each SAE is small, and a sparse "
            "auto-encoder is cheap.",
        )
        for what in ("Speech", "Proteins", "Weather", "Chess", "Music")
    ]
    found = topics.tag(papers)
    [tag] = [each for each in found.tags[papers[0].id] if each.topic == "sparse-autoencoder"]
    spans = [getattr(papers[0], each.part)[each.start : each.end] for each in tag.evidence]
    assert spans == [
        "Sparse Auto-Encoders", "sparse autoencoders", "SAEs", "SAE", "sparse auto-encoder",
    ]  # fmt: skip


def test_evidence_counts_in_the_source_form() -> None:
    papers = [
        titled(
            f"On \\emph{{Gaussian processes}} {n}", "With $\\alpha$, Gaussian processes do well."
        )
        for n in ("one", "two")
    ]
    found = topics.tag(papers)
    for paper in papers:
        places = [each for tag in found.tags[paper.id] for each in tag.evidence]
        assert {each.part for each in places} == {"title", "abstract"}
        for each in places:
            span = getattr(paper, each.part)[each.start : each.end]
            assert "Gaussian processes" in prose.plain(span)


def test_input_order_decides_nothing() -> None:
    shuffled = list(seeds())
    random.Random(7).shuffle(shuffled)  # noqa: S311 - order, not secrets
    assert topics.tag(shuffled) == tagging()


def test_scores_are_of_the_paper_alone() -> None:
    papers = seeds()
    some = topics.tag(papers[:60])
    assert all(some.keyphrases[each.id] == tagging().keyphrases[each.id] for each in papers[:60])


def test_tags_hardly_move_when_papers_come() -> None:
    papers = seeds()
    fewer = topics.tag([paper for at, paper in enumerate(papers) if at % 10])
    overlaps = []
    for paper, tags in fewer.tags.items():
        one = {tag.topic for tag in tags}
        other = {tag.topic for tag in tagging().tags[paper]}
        overlaps.append(len(one & other) / len(one | other) if one | other else 1.0)
    assert sum(overlaps) / len(overlaps) >= 0.9


def test_keywords_of_the_authors_come_first() -> None:
    abstract = "We look at hats and at the size of hats in many towns."
    papers = [titled(f"On Hats {n}", abstract, "Millinery", "head wear") for n in "abcdef"]
    found = topics.tag([*papers, *seeds()])
    for paper in papers:
        assert [tag.topic for tag in found.tags[paper.id]][:2] == ["head-wear", "millinery"]
        assert found.keyphrases[paper.id][:2] == ("head wear", "Millinery")
    assert named(found)["Millinery"].papers == tuple(sorted(paper.id for paper in papers))


def test_another_field_gets_its_own_topics() -> None:
    found = topics.tag(economics())
    expected = {
        "Minimum Wages", "Labor Market Power", "Monetary Policy", "Household Debt",
        "Inflation Expectations", "Carbon Taxes", "Regional Inequality",
    }  # fmt: skip
    assert expected <= named(found).keys()
    assert all(found.tags.values())


@pytest.mark.parametrize("papers", [[], [titled("", "")], [titled("A", "")], [titled("", "b")]])
def test_hardly_any_text(papers: Sequence[Paper]) -> None:
    found = topics.tag(papers)
    assert found.topics == ()
    assert found.tags.keys() == found.keyphrases.keys() == {paper.id for paper in papers}


def test_slugs_that_collide_differ() -> None:
    abstract = "We compare C++ templates with c# templates."
    papers = [titled(f"Paper {n}", abstract, "C# templates", "C++ templates") for n in "abcdefgh"]
    slugs = [topic.slug for topic in topics.tag(papers[:4]).topics]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(
    ("papers", "most"), [(50, 1.02), (2_000, 1.02), (2_400, 1.1), (90_000, 1.1)]
)
def test_the_threshold_grows_slower_than_the_site(papers: int, most: float) -> None:
    before, after = selection.strength(papers), selection.strength(papers * 10 // 9)
    assert before <= after < most * before


def test_variants_of_a_phrase_count_as_one() -> None:
    paper = titled(
        "Graph Neural Networks", "Graph neural networks (GNNs) pass messages. GNNs win."
    )
    found = phrases.phrases(phrases.cut(paper), {})
    assert found["graph neural network"].count == 4
    assert found["graph neural network"].defined
    assert "gnn" not in found


def test_an_acronym_inside_a_phrase_counts_as_what_it_means() -> None:
    long = titled(
        "Offline Reinforcement Learning from Logs",
        "Offline reinforcement learning learns from logs. Offline reinforcement learning is safe.",
    )
    short = titled(
        "Safe Offline RL", "Offline RL needs no simulator. Offline RL learns from logs."
    )
    found = topics.tag([long, short])
    one = next(each for each in found.topics if "Offline" in each.name)
    assert set(one.papers) == {long.id, short.id}
    (marked,) = [tag for tag in found.tags[short.id] if tag.topic == one.slug]
    said = {getattr(short, each.part)[each.start : each.end] for each in marked.evidence}
    assert said == {"Offline RL"}


def test_the_rank_of_a_phrase_follows_from_its_features() -> None:
    background = statistics.shipped()
    paper = titled("Sparse Coding", "We study sparse coding. Results on a large number of images.")
    scores = ranking.rank(paper, background).scores
    assert next(iter(scores)) == tokens.key("Sparse Coding")
    richer = replace(paper, abstract=paper.abstract + " Sparse coding is sparse coding.")
    assert ranking.rank(richer, background).scores["sparse coding"] > scores["sparse coding"]


@pytest.mark.parametrize(
    ("surfaces", "acronyms", "name"),
    [
        (["large language models", "Large language model"], ["LLMs"], "Large Language Models"),
        (
            ["in-context learning", "in-context learning", "in context learning"],
            [],
            "In-Context Learning",
        ),
        (["low-rank adaptation"], ["LoRA", "LoRA"], "LoRA"),
        (["BERT models", "Bert models", "BERT models"], [], "BERT Models"),
        (["chain of thought"], [], "Chain of Thought"),
        (["Chain of Thoughts"], [], "Chain of Thought"),
        (["chain-of-thoughts", "chain-of-thoughts"], [], "Chain-of-Thought"),
        (["chain of thought", "chain of thoughts"], [], "Chain of Thought"),
        (["inductive bias", "inductive biases", "inductive biases"], [], "Inductive Bias"),
        (["Gaussian process", "Gaussian processes"], [], "Gaussian Processes"),
        (["robot control"] * 3 + ["robot controls"] * 2, [], "Robot Control"),
        (["word alignments", "word alignment", "word alignment"], [], "Word Alignment"),
        (["diffusion"] * 2 + ["diffusions"] * 2, [], "Diffusion"),
        (["bad interactions"] * 3 + ["bad interaction"], [], "Bad Interactions"),
        (["dense representations"] + ["dense representation"] * 2, [], "Dense Representations"),
        (["MAth word", "math word"], [], "Math Word"),
    ],
)
def test_names(surfaces: list[str], acronyms: list[str], name: str) -> None:
    assert names.name(Counter(surfaces), Counter(acronyms)) == name


def test_a_table_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="version 0"):
        statistics.parsed("0\t10\t5\n\n{}\n{}\n\n\n\n\n\n\n\n\n\nkey\n\n1\t1\t1\t0\t0\t0")
