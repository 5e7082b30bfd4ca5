"""Keys: what spellings of one phrase share, and acronyms with their long forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics import acronyms, folding, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Auto-encoders", "auto encoder"),
        ("Optimisation", "optimization"),
        ("behaviours", "behavior"),
        ("Modelling", "modeling"),
        ("analyses", "analysis"),
        ("matrices", "matrix"),
        ("LLMs", "LLM"),
        ("Bayes' theorem", "Bayes theorem"),
        ("policies", "policy"),
        ("losses", "loss"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert tokens.key(one) == tokens.key(other)


@pytest.mark.parametrize(
    "word", ["physics", "data", "bias", "analysis", "GPS", "noise", "exercise"]
)
def test_words_that_stay(word: str) -> None:
    assert tokens.key(word) == word.lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("auto encoder", "autoencoder"),
        ("learning representation", "representation learning"),
        ("disentangled representation", "disentanglement"),
        ("pre training", "pretraining"),
        ("generative modeling", "generative model"),
        ("math reasoning", "mathematical reasoning"),
        ("pre trained language model", "pretrained language model"),
        ("pre trained model", "pretrained model"),
        ("deep rl", "deep reinforcement learning"),
        ("offline rl agent", "offline reinforcement learning agent"),
        ("nlp model", "natural language processing"),
        ("multi task learning", "multitask learning"),
        ("sim2real transfer", "sim to real transfer"),
        ("robotic grasping", "robot grasping"),
        ("dialog state tracking", "dialogue state tracking"),
        ("recommendation system", "recommender system"),
    ],
)
def test_near_duplicates_are_one_subject(one: str, other: str) -> None:
    assert folding.squeezed(one) == folding.squeezed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("image to text generation", "text to image generation"),
        ("language model", "language learning"),
        ("pre trained model", "pre trained"),
        ("self supervised learning", "supervised learning"),
        ("rl", "transfer rl"),
        ("l2 norm", "l norm"),
    ],
)
def test_different_subjects_stay_apart(one: str, other: str) -> None:
    assert folding.squeezed(one) != folding.squeezed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("self supervised", "self supervised learning"),
        ("self supervision", "self supervised learning"),
        ("multitask", "multi task learning"),
        ("nonconvex", "non convex optimization"),
        ("multi agent", "multiagent system"),
        ("sim2real transfer", "sim to real"),
        ("policy gradient method", "policy gradient"),
        ("multi armed bandit problem", "multi armed bandit"),
        ("convolutional network", "convolutional neural network"),
        ("deep convolution network", "deep cnn"),
        ("graph convolutional neural network", "gcn model"),
    ],
)
def test_what_is_said_for_short_or_with_a_word_too_many_is_one_subject(
    one: str, other: str
) -> None:
    assert folding.subject(one) == folding.subject(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kernel method", "kernel"),
        ("inverse problem", "inverse"),
        ("zero shot", "few shot"),
        ("bayesian neural network", "bayesian network"),
        ("graph network", "graph convolutional network"),
        ("fully convolutional network", "convolutional network"),
        ("self supervised", "supervised learning"),
    ],
)
def test_a_word_that_tells_something_parts_subjects(one: str, other: str) -> None:
    assert folding.subject(one) != folding.subject(other)


@given(st.text())
def test_a_key_never_fails_and_is_one_line(value: str) -> None:
    key = tokens.key(value)
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("plain", "acronym", "long_form"),
    [
        ("large language models (LLMs) are", "llm", "large language model"),
        ("Low-Rank Adaptation (LoRA) of", "lora", "low rank adaptation"),
        ("use sparse autoencoders (SAEs)", "sae", "sparse autoencoder"),
        ("a mixture of experts (MoE) is", "moe", "mixture of expert"),
        ("text-to-image (T2I) models", "t2i", "text to image"),
        ("video object segmentation (VOS), a", "vos", "video object segmentation"),
    ],
)
def test_definitions(plain: str, acronym: str, long_form: str) -> None:
    found = list(acronyms.definitions(plain, tokens.tokens(plain)))
    assert [(each.acronym, each.long_form) for each in found] == [(acronym, long_form)]


@pytest.mark.parametrize(
    "plain",
    [
        "we beat them (SOTA)",
        "in May (see Fig)",
        "the world (IJCAI)",
        f"the x-{'a-' * 60}a (XAAAAAAB)",
    ],
)
def test_what_defines_nothing(plain: str) -> None:
    assert not list(acronyms.definitions(plain, tokens.tokens(plain)))


def test_a_long_form_may_be_a_chain_without_end() -> None:
    plain = f"the x-{'a-' * 3_000}b (XB)"
    (found,) = acronyms.definitions(plain, tokens.tokens(plain))
    assert (found.acronym, found.long_form.count(" ")) == ("xb", 3_001)
