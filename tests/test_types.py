"""The site's scripts are typed: by JSDoc, checked by the TypeScript compiler."""

import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def project(checkout: Path) -> Path:
    """The settings that the compiler works by."""
    return checkout / "tests" / "js" / "tsconfig.json"


def compiler(*arguments: str, checkout: Path) -> str:
    """Return what the compiler says."""
    node = shutil.which("node")
    assert node, "scripts/test installs Node.js"
    tsc = checkout / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
    command = [node, str(tsc), "--pretty", "false", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_the_scripts_keep_to_their_types(project: Path, checkout: Path) -> None:
    assert compiler("--project", str(project), checkout=checkout) == ""


def test_every_script_is_checked(project: Path, checkout: Path) -> None:
    listed = compiler("--project", str(project), "--listFilesOnly", checkout=checkout)
    scripts = sorted(map(str, (checkout / "static" / "js").rglob("*.js")))
    assert scripts
    assert [script for script in scripts if script not in listed.splitlines()] == []


def test_a_wrong_type_would_be_found(project: Path, checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("/** @type {number} */\nconst a = 'text';\n", "utf-8")
    settings = tmp_path / "tsconfig.json"
    settings.write_text(f'{{"extends": "{project}", "include": ["wrong.js"]}}', "utf-8")
    assert "error TS2322" in compiler("--project", str(settings), checkout=checkout)
