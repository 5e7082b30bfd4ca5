"""The addresses of topics whose owner merges others into them."""

import pytest

from making import seeds
from tagged import named, ruled, tagging


@pytest.mark.parametrize(
    ("rules", "slug"),
    [
        ('merge."Large Language Models" = ["Language Models"]', "large-language-model"),
        ('rename."Language Models" = "Large Language Models"', "large-language-model"),
        ('merge."LLMs" = ["Language Models"]', "llms"),
    ],
)
def test_the_target_of_a_merge_keeps_its_address(rules: str, slug: str) -> None:
    before = named(tagging())["Large Language Models"].slug
    (topic,) = (each for each in ruled(seeds(), rules).topics if "language-model" in each.former)
    assert topic.slug == slug
    assert before in {slug, *topic.former}


@pytest.mark.parametrize("phrase", ["MLP", "LDMs", "MLMs"])
def test_the_old_address_leads_on_whichever_spelling_is_merged(phrase: str) -> None:
    before = next(topic for topic in tagging().topics if phrase in topic.phrases)
    found = ruled(seeds(), f'merge."Gaussian Processes" = ["{phrase}"]')
    assert before.slug in named(found)["Gaussian Processes"].former
