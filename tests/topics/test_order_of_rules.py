"""The owner's rules mean the same in whatever order they stand."""

import pytest

from making import seeds
from tagged import named, ruled


@pytest.mark.parametrize(
    ("rule", "now"),
    [
        ('rename."Mamba" = "Snakes"\n', "Snakes"),
        ('merge."Latent Diffusion" = ["Mamba"]\n', "Latent Diffusion"),
    ],
)
def test_a_pin_undoes_no_other_rule_wherever_it_stands(rule: str, now: str) -> None:
    pin = 'pin."Mamba" = []\n'
    before, behind = ruled(seeds(), pin + rule), ruled(seeds(), rule + pin)
    assert before.topics == behind.topics
    assert "mamba" in named(behind)[now].former
    assert "Mamba" not in named(behind)


def test_another_spelling_for_a_name_undoes_no_merge_wherever_it_stands() -> None:
    merge, rename = 'merge."Circuits" = ["LLMs"]\n', 'rename."Large Language Models" = "LLMs"\n'
    before, behind = ruled(seeds(), rename + merge), ruled(seeds(), merge + rename)
    assert before.topics == behind.topics
    assert "large-language-model" in named(behind)["Circuits"].former
