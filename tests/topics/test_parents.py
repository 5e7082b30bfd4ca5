"""`topics.parents`: what a topic is under, what it is not under, and what more papers change."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import seeds
from sitegen import places, rules, text, topics
from sitegen.model import Paper, Tagging, Topic
from sitegen.topics import parents, tokens
from tagged import tagging

ACRONYMS = {"llm": "large language model", "to": "trajectory optimization"}


def placed(
    *names: str, also: Mapping[str, tuple[str, ...]] | None = None, alone: tuple[str, ...] = ()
) -> dict[str, str | None]:
    """Return the parents of topics by their names; `also` adds keys, `alone` are not listed."""
    found = {
        name: Topic(text.slug(name), name, ("p", "q"), listed=name not in alone) for name in names
    }
    keys_of = {name: (tokens.key(name), *(also or {}).get(name, ())) for name in names}
    above = parents.placed(found, keys_of, ACRONYMS, len(names))
    return {name: above.get(name) for name in names}


def hierarchy(found: Tagging) -> dict[str, str]:
    """Return the names of topics that have a parent, with the parent's name."""
    names = {topic.slug: topic.name for topic in found.topics}
    return {topic.name: names[topic.parent] for topic in found.topics if topic.parent}


@pytest.mark.parametrize(
    ("topic", "parent"),
    [
        ("Deep Generative Models", "Generative Models"),
        ("Sparse Autoencoders", "Autoencoders"),
        ("Gaussian Process Regression", "Gaussian Processes"),
        ("Text-to-Image Generation", "Image Generation"),
        ("Reinforcement Learning from Human Feedback", "Reinforcement Learning"),
        ("Unsupervised Domain Adaptation", "Domain Adaptation"),
        ("Zero-Shot Image Classification", "Image Classification"),
        ("Multi-Agent Reinforcement Learning", "Reinforcement Learning"),
        ("LLM Agents", "Large Language Models"),
        ("Learning Theory of Neural Collapse", "Neural Collapse"),
    ],
)
def test_a_topic_is_under_the_phrase_inside_it(topic: str, parent: str) -> None:
    assert placed(topic, parent) == {topic: parent, parent: None}


@pytest.mark.parametrize(
    ("topic", "other"),
    [
        ("Self-Supervised Learning", "Supervised Learning"),
        ("Self Supervised Learning", "Supervised Learning"),
        ("Weakly Supervised Learning", "Supervised Learning"),
        ("Non-Convex Optimization", "Convex Optimization"),
        ("Multi-Robot Systems", "Robot Systems"),
        ("Unsupervised Learning", "Learning"),
        ("Vision-Language Models", "Language Models"),
        ("Vision Language Models", "Language Models"),
        ("Regression Discontinuity Design", "Regression"),
        ("Entity Alignment", "Alignment"),
        ("Dynamic Programming", "Programming"),
        ("Sparse Coding", "Coding"),
        ("Text-to-Image", "Trajectory Optimization"),
        ("Causal Inference", "Causal Discovery"),
        ("Planning without World Models", "World Models"),
    ],
)
def test_a_topic_is_not_under_what_only_sounds_alike(topic: str, other: str) -> None:
    assert placed(topic, other) == {topic: None, other: None}


def test_the_end_of_a_phrase_says_what_it_is_a_kind_of() -> None:
    found = placed("Time Series Forecasting", "Time Series", "Forecasting")
    assert found["Time Series Forecasting"] == "Forecasting"
    found = placed("Safety of Language Models", "Safety", "Language Models")
    assert found["Safety of Language Models"] == "Safety"


def test_the_longest_phrase_is_the_nearest() -> None:
    found = placed("Deep Causal Representation Learning", "Causal Representation Learning",
                   "Representation Learning")  # fmt: skip
    assert found["Deep Causal Representation Learning"] == "Causal Representation Learning"
    assert found["Causal Representation Learning"] == "Representation Learning"


def test_every_spelling_of_a_topic_counts() -> None:
    also = {"Disentanglement": ("disentangled representation learning",)}
    found = placed("Disentanglement", "Representation Learning", also=also)
    assert found["Disentanglement"] == "Representation Learning"
    also = {"Stochastic Optimization": ("stochastic optimization algorithm",)}
    found = placed("Stochastic Optimization", "Optimization Algorithms", also=also)
    assert found["Stochastic Optimization"] is None
    also = {"Latent Diffusion": ("latent diffusion model",)}
    found = placed("Latent Diffusion", "Diffusion Models", also=also)
    assert found["Latent Diffusion"] == "Diffusion Models"
    also = {
        "Long Sequences": ("long sequence modeling",),
        "Sequence Models": ("sequence modeling",),
    }
    assert placed("Long Sequences", "Sequence Models", also=also)["Long Sequences"] is None


def test_a_topic_of_one_paper_has_a_parent_and_is_none() -> None:
    names = ("Very Deep Kernels", "Deep Kernels", "Kernels")
    found = placed(*names, alone=("Deep Kernels",))
    assert found == {"Very Deep Kernels": "Kernels", "Deep Kernels": "Kernels", "Kernels": None}


WORDS = st.sampled_from(["red", "hat", "shop", "of", "self", "LLM"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=3).map(tuple), max_size=8))
def test_nothing_is_part_of_itself(also: dict[str, tuple[str, ...]]) -> None:
    above = placed(*also, also={name: tuple(map(tokens.key, also[name])) for name in also})
    for name in above:
        way: list[str | None] = [name]
        while way[-1] is not None:
            way.append(above[way[-1]])
            assert way[-1] not in way[:-1]


def of_sizes(topic: str, other: str, *, shared: int, size: int, large: int) -> str | None:
    """Return the parent of a topic of `size` papers that has `shared` with a `large` one."""
    papers = [f"p{n}" for n in range(size + large)]
    small = Topic("small", topic, tuple(papers[:size]))
    first = size - shared
    big = Topic("big", other, tuple(papers[first : first + large]))
    keys_of = {"small": (tokens.key(topic),), "big": (tokens.key(other),)}
    topics = {"small": small, "big": big}
    return parents.placed(topics, keys_of, {}, len(papers)).get("small")


def test_a_topic_whose_papers_have_a_much_larger_one_is_under_it_if_they_share_a_word() -> None:
    wages = ("Wage Gaps", "Minimum Wages")
    assert of_sizes(*wages, shared=4, size=5, large=15) == "big"
    assert of_sizes(*wages, shared=3, size=5, large=15) is None
    assert of_sizes(*wages, shared=5, size=5, large=14) is None
    assert of_sizes(*wages, shared=2, size=2, large=15) is None
    assert of_sizes("Wage Gaps", "Gaussian Processes", shared=5, size=5, large=15) is None
    # What is aligned, or programmed, differs from phrase to phrase.
    assert of_sizes("Word Alignment", "Alignment", shared=5, size=5, large=15) is None
    # Too many topics are about learning.
    other = ("Transfer Learning", "Reinforcement Learning")
    assert of_sizes(*other, shared=5, size=5, large=15) is None


RIGHT = {
    "Deep Generative Models": "Generative Models",
    "Large Language Models": "Language Models",
    "Disentanglement": "Representation Learning",
    "Causal Representation Learning": "Representation Learning",
    "Latent Diffusion Models": "Diffusion Models",
    "Mathematical Reasoning": "Reasoning",
    "Inductive Reasoning": "Reasoning",
    "Abstract Reasoning": "Reasoning",
    "Variational Autoencoders": "Autoencoders",
    "Sparse Autoencoders": "Autoencoders",
    "Time Series Forecasting": "Forecasting",
    "Mechanistic Interpretability": "Interpretability",
}


def test_the_hierarchy_of_the_seeds_is_a_curators() -> None:
    found, names = hierarchy(tagging()), {topic.name for topic in tagging().topics}
    there = {topic: parent for topic, parent in RIGHT.items() if {topic, parent} <= names}
    assert len(there) >= 8
    assert {topic: found.get(topic) for topic in there} == there
    for topic, parent in found.items():
        assert {"self", "semi", "un", "non", "zero", "few"}.isdisjoint(tokens.key(parent).split())
        assert not topic.startswith(("Self-", "Unsupervised", "Vision-Language"))


def test_parents_stay_when_papers_are_added() -> None:
    found, papers = hierarchy(tagging()), list(seeds())
    random.Random(7).shuffle(papers)  # noqa: S311 - a sample, no secret
    fewer = topics.tag(papers[: len(papers) * 9 // 10])
    before = {topic.name for topic in fewer.topics if topic.listed}
    there = {topic for topic, parent in found.items() if {topic, parent} <= before}
    assert len(there) >= 6
    assert {topic: hierarchy(fewer).get(topic) for topic in there} == {
        topic: found[topic] for topic in there
    }


def test_the_owners_parents_go_first() -> None:
    content = {
        "parent": {
            "Sparse Autoencoders": "Mechanistic Interpretability",
            "Variational Autoencoders": "",
            "Representation Learning": "Causal Representation Learning",
        }
    }
    source = "\n".join(f'parent."{a}" = "{b}"' for a, b in content["parent"].items())
    wanted, problems = rules.read(content, "topics.toml", places.places(source))
    assert not problems
    papers: tuple[Paper, ...] = seeds()
    found = hierarchy(topics.tag(papers, wanted))
    assert found["Sparse Autoencoders"] == "Mechanistic Interpretability"
    assert "Variational Autoencoders" not in found
    assert found["Representation Learning"] == "Causal Representation Learning"
    assert "Causal Representation Learning" not in found
    assert found["Mechanistic Interpretability"] == "Interpretability"
