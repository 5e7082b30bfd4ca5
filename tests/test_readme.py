"""The README's two commands are the ones that are run, and it names every option."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from ruamel.yaml import YAML

from sitegen import rules
from sitegen.model import Rule

_FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@pytest.fixture
def readme(checkout: Path) -> str:
    """The README's text."""
    return (checkout / "README.md").read_text("utf-8")


@pytest.fixture
def commands(readme: str) -> list[str]:
    """The command lines before the README's first section."""
    opening = readme.partition("\n## ")[0]
    return [line for block in _FENCED.findall(opening) for line in block.splitlines()]


def said(*arguments: str) -> str:
    """Return what sitegen prints when it is called with `arguments`."""
    command = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_it_opens_with_exactly_two_commands(commands: list[str]) -> None:
    assert commands == ["python -m pip install . && sitegen build", "scripts/test"]


def test_the_workflow_publishes_with_the_first(commands: list[str], checkout: Path) -> None:
    path = checkout / ".github" / "workflows" / "pages.yml"
    steps = YAML(typ="safe").load(path.read_text("utf-8"))["jobs"]["build"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == commands[:1]


def test_continuous_integration_runs_the_second(commands: list[str], checkout: Path) -> None:
    run = (checkout / ".ci" / "run").read_text("utf-8")
    assert any(line.split()[:1] == commands[1:] for line in run.splitlines())


@pytest.mark.parametrize("script", ["scripts/test", "scripts/screenshots", ".ci/run"])
def test_a_script_can_be_run(checkout: Path, script: str) -> None:
    assert shutil.which(str(checkout / script))


def test_every_command_and_option_is_documented(readme: str) -> None:
    overview = said("--help")
    documented = set(_OPTION.findall(readme))
    assert "--output" in said("build", "--help")
    for command in re.findall(r"^    (\w+) ", overview, re.MULTILINE):
        assert f"sitegen {command}" in readme
        missing = set(_OPTION.findall(said(command, "--help"))) - documented - {"-h"}
        assert missing == set(), command


def test_its_rules_on_topics_are_rules(readme: str) -> None:
    (example,) = (block for block in _FENCED.findall(readme) if "[rename]" in block)
    found, problems = rules.read(tomllib.loads(example), "topics.toml", {})
    assert [*problems, *rules.contradictions(found)] == []
    assert {rule.kind for rule in found} == set(get_args(get_type_hints(Rule)["kind"]))


def test_every_documented_option_exists(readme: str) -> None:
    usage = readme.partition("\n## Configuration")[0].partition("\n## ")[2]
    known = set(_OPTION.findall(said("--help") + said("build", "--help")))
    assert set(_OPTION.findall(usage)) - known == set()


def test_every_file_that_it_links_to_exists(readme: str, checkout: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme)
    assert links
    assert [link for link in links if not (checkout / link).exists()] == []
