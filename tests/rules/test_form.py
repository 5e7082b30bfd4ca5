"""`rules.form`: what may stand in a file of rules, and how faults are told."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import places, rules
from sitegen.model import Rule, Source

ALL = """
ban = ["Expressive  Power"]
[rename]
"LLMs" = "Large Language Models"
[merge]
"Disentanglement" = [
  "Disentangled Representations",
  "Disentangled Features",
]
[pin]
"Flaky Tests" = ["flaky test", "test flakiness"]
"Hats" = []
[parent]
"Flaky Tests" = "Software Testing"
"Hats" = ""
[description]
"Flaky Tests" = \"\"\"Tests that pass and fail
on the same code.\"\"\"
[papers."a-paper"]
add = ["Flaky Tests"]
remove = ["Transformers"]
"""


def read(content: str) -> tuple[list[Rule], list[str]]:
    found, problems = rules.read(tomllib.loads(content), "t.toml", places.places(content))
    assert {problem.severity for problem in problems} <= {"error"}
    told = [f"{p.where}: {p.what}" + (f" ({p.hint})" if p.hint else "") for p in problems]
    return found, told


def test_every_rule_with_its_line() -> None:
    found, problems = read(ALL)
    assert problems == []
    assert found == [
        Rule(kind, topic, value, Source("t.toml", line))  # type: ignore[arg-type]
        for line, kind, topic, value in [
            (2, "ban", "Expressive Power", ""),
            (4, "rename", "LLMs", "Large Language Models"),
            (7, "merge", "Disentanglement", "Disentangled Representations"),
            (8, "merge", "Disentanglement", "Disentangled Features"),
            (11, "pin", "Flaky Tests", "flaky test"),
            (11, "pin", "Flaky Tests", "test flakiness"),
            (12, "pin", "Hats", "Hats"),
            (14, "parent", "Flaky Tests", "Software Testing"),
            (15, "parent", "Hats", ""),
            (
                17,
                "description",
                "Flaky Tests",
                "Tests that pass and fail on the same code.",
            ),
            (20, "add", "Flaky Tests", "a-paper"),
            (21, "remove", "Transformers", "a-paper"),
        ]
    ]


def test_the_table_may_stand_inside_another() -> None:
    content = '[topics]\nenabled = true\nrename."A b" = "C"'
    table = tomllib.loads(content)["topics"]
    found, _ = rules.read(
        {"rename": table["rename"]}, "s.toml", places.places(content), ("topics",)
    )
    assert found == [Rule("rename", "A b", "C", Source("s.toml", 3))]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("bann = []", "unknown key 'bann' among the rules on topics (did you mean 'ban'?)"),
        ('ban = "A"', "'ban' must be a list of strings"),
        ("ban = [1]", "'ban' must be a list of strings"),
        ('ban = [""]', "a name is empty"),
        ('ban = ["?!"]', "'?!' holds no letter and no digit"),
        ('ban = ["a\\u0000"]', "holds a character that can't be shown"),
        ('ban = ["a\\u202e"]', "holds a character that can't be shown"),
        ("rename = []", "'rename' must be a table"),
        ('rename."A" = 1', "'rename.A' must be a string"),
        ('rename."A" = " "', "a name is empty"),
        ('rename."" = "A"', "a name is empty"),
        ('merge."A" = "B"', "'merge.A' must be a list of strings"),
        ('pin."A" = [["B"]]', "'pin.A' must be a list of strings"),
        ('parent."A" = ["B"]', "'parent.A' must be a string"),
        ('description."A" = ""', "the description is empty"),
        ("papers = 1", "'papers' must be a table"),
        ("papers.x = 1", "'papers.x' must be a table"),
        ('papers.x.ad = ["A"]', "unknown key 'ad' for a paper (did you mean 'add'?)"),
        ('papers.x.remove = "A"', "'papers.x.remove' must be a list of strings"),
        ('papers."".add = ["A"]', "a paper is empty"),
    ],
)
def test_faults_of_form(content: str, said: str) -> None:
    found, problems = read(f"# one\n{content}")
    assert found == []
    assert len(problems) == 1
    assert problems[0].startswith("t.toml:2: ")
    assert said in problems[0]


def test_every_fault_is_told_at_once_and_the_rest_is_read() -> None:
    found, problems = read('ban = [\n  "A",\n  2,\n  "",\n  "B",\n]\nwhat = 1')
    assert [rule.topic for rule in found] == ["A", "B"]
    assert [problem.partition(": ")[0] for problem in problems] == [
        "t.toml:3",
        "t.toml:4",
        "t.toml:7",
    ]


KEYS = st.sampled_from(rules.KEYS) | st.text(max_size=4)
LEAVES = st.text(max_size=4) | st.integers() | st.booleans() | st.floats() | st.dates()
JUNK = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["add", "remove"]) | st.text(max_size=4), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, JUNK, max_size=4))
def test_any_table_gives_rules_or_faults(table: dict[str, object]) -> None:
    found, problems = rules.read(table, "t.toml", {})
    assert all(rule.topic.strip() for rule in found)
    assert all(problem.where == "t.toml:1" and problem.what for problem in problems)
    assert all(problem.what for problem in rules.contradictions(found))
