"""The wheel: templates and static files travel in it, and it builds a site far from a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PAGE = """Get trending papers in your email inbox!
Subscribe
A Survey of Sparse Autoencoders
{abstract}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A folder that holds what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    options = ["--no-build-isolation", "--disable-pip-version-check", "--wheel-dir", str(folder)]
    subprocess.run([*command, *options, str(checkout)], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site-packages")
    return folder / "site-packages"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed sitegen in `folder`, where no checkout is in sight."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )


def test_a_whole_site_from_one_dump_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "that.txt").write_text(PAGE.format(abstract="We survey sparse things. " * 20))
    said = run(installed, tmp_path, "build", "that.txt", "-o", "out")
    assert said.stdout.startswith("1 paper, ")
    made = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "out").rglob("*")}
    assert {
        "out/index.html",
        "out/papers/a-survey-of-sparse-autoencoders.html",
        "out/static/site.css",
        "out/static/search.js",
        "out/search/tables.js",
    } <= made
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sitegen", "out", "that.txt"]


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    code = "import sitegen.theme; print(sitegen.theme.__file__, sitegen.theme.builtin())"
    command = [sys.executable, "-c", code]
    said = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    module, builtin = said.stdout.split()
    assert Path(module).is_relative_to(installed)
    assert Path(builtin).is_relative_to(installed)
