"""The search's scripts are classic, small and pass the type checker."""

import re
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
COMPILER = CHECKOUT / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
SCRIPTS = sorted((CHECKOUT / "static" / "js" / "search").glob("*.js"))


def test_scripts_pass_the_type_checker(node_binary: str) -> None:
    if not COMPILER.exists():
        pytest.fail("npm packages are not installed: scripts/test installs them")
    done = subprocess.run(
        [node_binary, COMPILER, "--project", CHECKOUT / "tests" / "js"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_small_strict_and_leaves_markup_to_the_dom(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("'use strict';\n/** ")
    assert len(text.splitlines()) < 150
    assert not re.search(r"innerHTML|insertAdjacentHTML|eval\(|new Function|\bimport\b", text)


def test_joined_by_name_the_first_makes_the_global_and_the_last_starts_the_page() -> None:
    assert [SCRIPTS[0].name, SCRIPTS[-1].name] == ["base.js", "view.js"]
