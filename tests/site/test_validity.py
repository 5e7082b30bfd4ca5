"""Every page is valid, semantic HTML, as html-validate's recommended preset judges it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

NODE = "node_modules/html-validate/bin/html-validate.mjs"


def findings(folder: Path, checkout: Path) -> list[str]:
    """Return what html-validate says against the pages of `folder`, each with its place."""
    node = shutil.which("node")
    assert node, "scripts/test installs Node.js"
    tests = checkout / "tests"
    command = [node, NODE, "--config", "htmlvalidate.mjs", "--formatter", "json", str(folder)]
    # Into a file: Node leaves before a pipe has taken all of a long answer.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        done = subprocess.run(command, cwd=tests, stdout=said, check=False)
        assert done.returncode in {0, 1}
        said.seek(0)
        answer = json.load(said)
    return [
        f"{Path(file['filePath']).name}:{one['line']}: {one['ruleId']}: {one['message']}"
        for file in answer
        for one in file["messages"]
    ]


def test_every_page_is_valid(seed_site: Path, checkout: Path) -> None:
    assert findings(seed_site, checkout) == []


def test_every_page_is_valid_where_topics_have_much_to_show(
    briefed_site: Path, checkout: Path
) -> None:
    assert findings(briefed_site, checkout) == []


def test_an_index_in_parts_is_valid(lettered_site: Path, checkout: Path, tmp_path: Path) -> None:
    # Of its hundreds of topics, no page says what others don't.
    for path in lettered_site.glob("topics*.html"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert findings(tmp_path, checkout) == []


def test_hostile_text_leaves_every_page_valid(hostile_site: Path, checkout: Path) -> None:
    assert findings(hostile_site, checkout) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p><div>A block in a paragraph</div></p>", "close-order"),
        ("<img src='a.png'>", "wcag/h37"),
        ("<h1>One</h1><h3>Three</h3>", "heading-level"),
        ("<p id='a'>a</p><p id='a'>b</p>", "no-dup-id"),
        ("<form><input name='a'></form>", "input-missing-label"),
    ],
)
def test_an_invalid_page_would_be_found(
    tmp_path: Path, checkout: Path, body: str, rule: str
) -> None:
    head = '<!DOCTYPE html><html lang="en"><head><title>A</title></head>'
    (tmp_path / "page.html").write_text(f"{head}<body>{body}</body></html>", "utf-8")
    assert rule in {line.split(": ")[1] for line in findings(tmp_path, checkout)}
