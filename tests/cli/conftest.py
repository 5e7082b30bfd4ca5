"""A folder to run sitegen in."""

from pathlib import Path

import pytest

from making import PAPERS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder but for one file of papers."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.jsonl").write_text(PAPERS)
    return tmp_path
