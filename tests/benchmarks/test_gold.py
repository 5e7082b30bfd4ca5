"""A phrase is a keyword when both fold and stem to the same words."""

import pytest

from measuring import gold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zero-Shot Learning", "zero shot learning"),
        ("Zero–shot learning", "zero-shot learning"),
        ("graph neural networks", "Graph Neural Network"),
        ("neural radiance fields(NeRF)", "neural radiance field"),
        ("Large Language Models (LLMs)", "LLM"),
        ("LLM agents", "large language model agent"),
        ("GANs", "generative adversarial networks"),
        ("multi-agent RL", "multi agent reinforcement learning"),
        ("Poincaré embeddings", "Poincare embedding"),
        ("robotic manipulation", "Robotics manipulation"),
    ],
)
def test_spellings_of_one_keyword_are_equal(one: str, other: str) -> None:
    assert gold.folded(one) == gold.folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("language model", "large language model"),
        ("neural network", "network, neural"),
        ("autoencoder", "auto encoder"),
        ("rag time", "rags"),
        ("gas", "gan"),
    ],
)
def test_other_keywords_differ(one: str, other: str) -> None:
    assert gold.folded(one) != gold.folded(other)


def test_a_keyword_is_stemmed_word_by_word() -> None:
    assert gold.folded("Training Generative Models") == "train generat model"


def test_what_folds_to_nothing_is_no_keyword() -> None:
    assert gold.all_folded(["—", "(x)", "SLAM", "slam"]) == {"simultan local and map"}
