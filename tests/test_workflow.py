"""The workflow that publishes the site is valid and does what it says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

Workflow = dict[str, Any]
OFFICIAL = {
    "actions/checkout",
    "actions/setup-python",
    "actions/configure-pages",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
}


@pytest.fixture
def path(checkout: Path) -> Path:
    """The file of the workflow."""
    return checkout / ".github" / "workflows" / "pages.yml"


@pytest.fixture
def workflow(path: Path) -> Workflow:
    """The workflow as values."""
    values: Workflow = YAML(typ="safe").load(path.read_text("utf-8"))
    return values


def schema_findings(path: Path) -> str:
    """Return what the schema of GitHub's workflows says against the file at `path`."""
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_it_is_a_valid_workflow(path: Path) -> None:
    assert schema_findings(path) == ""


def test_an_invalid_workflow_would_be_found(path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "pages.yml"
    broken.write_text(path.read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert "runs-on" in schema_findings(broken)


def test_it_runs_on_pushes_to_main_and_by_hand(workflow: Workflow) -> None:
    assert workflow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}


def test_it_may_do_what_publishing_needs_and_no_more(workflow: Workflow) -> None:
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_it_builds_and_uploads_the_site_and_deploys_what_was_uploaded(workflow: Workflow) -> None:
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    uses = [step.get("uses", "run").partition("@")[0] for step in build["steps"]]
    assert uses == [
        "actions/checkout",
        "actions/setup-python",
        "run",
        "actions/configure-pages",
        "actions/upload-pages-artifact",
    ]
    assert build["steps"][-1]["with"] == {"path": "site/"}
    assert deploy["needs"] == "build"
    assert deploy["environment"]["name"] == "github-pages"
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]


def test_it_uses_official_actions_at_a_major_version(workflow: Workflow) -> None:
    used = [
        step["uses"].split("@v")
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert {name for name, _ in used} == OFFICIAL
    assert all(version.isdigit() for _, version in used)
