"""`inputs`: whatever a site is made from has a part in its digest, and nothing else has."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen import engine, inputs, theme
from sitegen.config import Config, load

PAPER = '{"title": "A", "abstract": "It says."}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with settings, rules and a theme."""
    files = {
        "sitegen.toml": 'theme = "look"\nsources = ["in"]\n',
        "topics.toml": "",
        "in/a.jsonl": PAPER,
        "look/templates/404.html": "gone",
        "look/static/css/mine.css": "p {}",
    }
    for path, content in files.items():
        (tmp_path / "library" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "library" / path).write_text(content)
    return tmp_path / "library"


def digest(folder: Path, config: Config | None = None, *, watched: bool = False) -> str:
    """Return the digest of the library in a folder."""
    known = config or load(folder / "sitegen.toml")
    return inputs.digest(known, folder, theme.load(known.theme, watched=watched))


def written(path: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_text(content)


@pytest.mark.parametrize(
    "change",
    [
        written("sitegen.toml", 'theme = "look"\nsources = ["in"]\ntitle = "Mine"\n'),
        written("topics.toml", 'ban = ["A"]\n'),
        written("in/a.jsonl", PAPER.replace("A", "B")),
        written("in/b.jsonl", ""),
        lambda folder: (folder / "in" / "a.jsonl").rename(folder / "in" / "b.jsonl"),
        lambda folder: (folder / "in" / "gone.jsonl").symlink_to("nowhere"),
        written("look/templates/404.html", "not here"),
        written("look/static/css/mine.css", "q {}"),
        lambda folder: (folder / "look/static/css/mine.css").rename(
            folder / "look/static/css/its.css"
        ),
        written("look/templates/extra.html", "which no page uses: that is told"),
    ],
)
def test_a_change_of_what_a_site_is_made_from_is_told(
    folder: Path, change: Callable[[Path], object]
) -> None:
    before = digest(folder)
    assert before == digest(folder)
    change(folder)
    assert digest(folder) not in {"", before}


def test_another_engine_and_a_watched_site_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [digest(folder), digest(folder, watched=True)]
    monkeypatch.setattr(engine, "digest", lambda: "another")
    assert len({*found, digest(folder)}) == 3


def test_where_the_library_is_and_where_the_site_goes_does_not_count(folder: Path) -> None:
    before = digest(folder)
    config = load(folder / "sitegen.toml")
    assert digest(folder, replace(config, output=folder / "elsewhere")) == before
    moved = folder.with_name("moved")
    folder.rename(moved)
    assert digest(moved) == before


def test_what_the_library_holds_beside_papers_is_told_once(folder: Path) -> None:
    config = replace(load(folder / "sitegen.toml"), sources=(folder,))
    (folder / "site").mkdir()
    (folder / "site" / "more.jsonl").write_text(PAPER)
    files, passed_over = inputs.files(replace(config, output=folder / "site"), folder)
    assert [file.name for file in files] == ["in/a.jsonl"]
    assert passed_over == []


def test_what_can_not_be_read_twice_has_no_digest(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    config = replace(load(folder / "sitegen.toml"), sources=(folder / "pipe",))
    assert digest(folder, config) == ""


@pytest.mark.parametrize(
    "path", ["in/a.jsonl", "look/static/css/mine.css", "look/templates/404.html"]
)
def test_a_file_that_is_another_for_a_while_is_seen_by_how_it_is(folder: Path, path: str) -> None:
    config = load(folder / "sitegen.toml")
    look = theme.load(config.theme)
    before = inputs.moment(config, folder, look)
    assert before
    assert inputs.moment(config, folder, look) == before
    content = (folder / path).read_bytes()
    for changed in (b"other", content):
        (folder / path).write_bytes(changed)
    assert inputs.moment(config, folder, look) != before


def test_where_nothing_can_be_told_there_is_no_moment(folder: Path) -> None:
    config = load(folder / "sitegen.toml")
    gone = replace(config, sources=(folder / "nowhere",))
    assert inputs.moment(gone, folder, theme.load(config.theme)) == frozenset()
