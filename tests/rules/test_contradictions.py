"""`rules.contradictions`: what can't both be followed is told with both lines."""

import tomllib
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import places, rules
from sitegen.model import Rule, RuleKind, Source


def contradictions(content: str) -> list[str]:
    found, problems = rules.read(tomllib.loads(content), "t.toml", places.places(content))
    assert not problems
    return [f"{problem.where}: {problem.what}" for problem in rules.contradictions(found)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            'rename."A" = "B"\nrename."a" = "C"',
            "2: 'a' is renamed to 'C', but 'A' is renamed to 'B' (line 1)",
        ),
        (
            'merge."A" = ["C"]\nmerge."B" = ["x", "C"]',
            "2: 'C' is merged into 'B', but 'C' is merged into 'A' (line 1)",
        ),
        (
            'rename."A" = "B"\nmerge."C" = ["A"]',
            "2: 'A' is merged into 'C', but 'A' is renamed to 'B' (line 1)",
        ),
        (
            'pin."A" = ["x"]\npin."B" = ["x"]',
            "2: 'x' means 'B', but 'x' means 'A' (line 1)",
        ),
        (
            'merge."A" = ["B"]\nmerge."B" = ["A"]',
            "2: 'A' is merged into 'B', but 'B' is merged into 'A' (line 1)",
        ),
        (
            'merge."A" = ["B"]\nmerge."B" = ["C"]\nrename."A" = "C"',
            "3: 'A' is renamed to 'C', but 'B' is merged into 'A' (line 1) and 'C' is merged",
        ),
        (
            'rename."A" = "C"\nrename."B" = "c"',
            "2: 'B' is renamed to 'c', but 'A' is renamed to 'C' (line 1)",
        ),
        ('ban = ["A"]\npin."A" = []', "2: 'A' is pinned, but 'A' is banned (line 1)"),
        ('rename."A" = "B"\nban = ["A"]', "2: 'A' is banned, but 'A' is renamed to 'B' (line 1)"),
        ('rename."A" = "B"\nban = ["B"]', "2: 'B' is banned, but 'A' is renamed to 'B' (line 1)"),
        ('merge."A" = ["B"]\nban = ["A"]', "2: 'A' is banned, but 'B' is merged into 'A' (line 1"),
        ('papers.p.add = ["A"]\nban = ["A"]', "2: 'A' is banned, but 'p' has 'A' (line 1)"),
        ('parent."A" = "B"\nban = ["b"]', "2: 'b' is banned, but 'A' is part of 'B' (line 1)"),
        (
            'parent."A" = "B"\nparent."a" = "C"',
            "2: 'a' is part of 'C', but 'A' is part of 'B' (line 1)",
        ),
        (
            'parent."A" = "B"\nparent."a" = ""',
            "2: 'a' is part of no topic, but 'A' is part of 'B' (line 1)",
        ),
        ('parent."A" = "a"', "1: 'A' is part of 'a': that is itself"),
        (
            'merge."A" = ["B"]\nparent."A" = "B"',
            "2: 'A' is part of 'B': that is itself",
        ),
        (
            'parent."A" = "B"\nparent."B" = "A"',
            "2: 'B' is part of 'A', but 'A' is part of 'B' (line 1)",
        ),
        (
            'description."A" = "x"\ndescription."a" = "y"',
            "2: 'a' is described as 'y', but 'A' is described as 'x' (line 1)",
        ),
        (
            'papers.p.add = ["A"]\npapers.p.remove = ["a"]',
            "2: 'p' does not have 'a', but 'p' has 'A' (line 1)",
        ),
    ],
)
def test_both_lines_are_named(content: str, said: str) -> None:
    (found,) = contradictions(content)
    assert found.startswith(f"t.toml:{said}")


@pytest.mark.parametrize(
    "content",
    [
        'rename."A" = "B"\nrename."B" = "C"',
        'rename."LLMs" = "LLMS"',
        'rename."A" = "B"\nmerge."B" = ["A", "C"]\npin."B" = ["A"]',
        'pin."A" = ["x"]\nparent."A" = "B"\ndescription."A" = "x"',
        'papers.p.add = ["A"]\npapers.q.remove = ["A"]',
        'ban = ["A"]\npapers.q.remove = ["A"]',
        'parent."A" = "C"\nparent."B" = "C"\nparent."C" = ""',
        'rename."C++" = "C Plus Plus"\nrename."C#" = "C Sharp"',
    ],
)
def test_what_agrees_is_no_contradiction(content: str) -> None:
    assert contradictions(content) == []


@pytest.mark.parametrize(
    "content",
    [
        'rename."LLMs" = "X"\nrename."Large Language Models" = "X"',
        'rename."LLM" = "X"\nrename."LLMs" = "X"',
        'merge."LLMs" = ["GPT"]\nmerge."Large Language Models" = ["GPT"]',
        'merge."LLMs" = ["LLM"]\nmerge."LLM" = ["LLMs"]',
        'parent."A" = "LLMs"\nparent."a" = "Large Language Models"',
    ],
)
def test_names_that_may_be_one_topics_are_judged_when_that_is_known(content: str) -> None:
    found, _ = rules.read(tomllib.loads(content), "t.toml", {})
    assert not rules.contradictions(found)
    alike = {"llm": "l", "llms": "l", "large language models": "l"}
    assert not rules.contradictions(
        found, topic=lambda name: alike.get(name.casefold(), name.casefold())
    )
    assert rules.contradictions(found, topic=str.casefold)


def test_a_rule_of_another_file_is_named_with_it() -> None:
    one = Rule("ban", "A", "", Source("sitegen.toml", 7))
    other = Rule("pin", "A", "A", Source("topics.toml", 2))
    (problem,) = rules.contradictions([one, other])
    assert problem.where == "topics.toml:2"
    assert problem.what == "'A' is pinned, but 'A' is banned (sitegen.toml:7)"


def test_what_is_the_same_is_for_the_caller_to_say() -> None:
    content = 'papers.p.add = ["LLMs"]\npapers.q.remove = ["LLM"]'
    found, _ = rules.read(tomllib.loads(content), "t.toml", {})
    assert not rules.contradictions(found)
    assert rules.contradictions(found, topic=lambda name: name[:3], paper=lambda _: "p")


KINDS: tuple[RuleKind, ...] = get_args(RuleKind)
NAMES = st.sampled_from(["A", "B", "C", "a", "b", "Ab"])


@given(st.lists(st.tuples(st.sampled_from(KINDS), NAMES, NAMES), max_size=12))
def test_any_rules_are_judged(found: list[tuple[RuleKind, str, str]]) -> None:
    numbered = [Rule(*rule, Source("t.toml", line)) for line, rule in enumerate(found, 1)]
    problems = rules.contradictions(numbered)
    assert {problem.where for problem in problems} <= {str(rule.source) for rule in numbered}
    again = rules.contradictions([rule for rule in numbered for _ in range(2)])
    assert bool(again) == bool(problems)
