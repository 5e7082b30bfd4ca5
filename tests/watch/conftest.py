"""A folder to watch, and little patience."""

from pathlib import Path

import pytest

from sitegen import watch


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.jsonl").write_text("{}\n")
    (tmp_path / "site").mkdir()
    return folder


@pytest.fixture
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what no event tells of be found soon."""
    for name in ("_AWAKE", "_LOOK", "_SHARE", "_WRITING"):
        monkeypatch.setattr(watch, name, 0.01)
