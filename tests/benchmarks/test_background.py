"""Two-fold figures rest on other statistics than those shipped."""

import gzip
from importlib import resources
from pathlib import Path

import pytest

from making import paper
from measuring import background
from sitegen.topics import statistics


def test_papers_are_tagged_with_the_statistics_that_are_named(tmp_path: Path) -> None:
    packed = resources.files("sitegen.topics").joinpath(statistics.FILE).read_bytes()
    (tmp_path / "same.gz").write_bytes(packed)
    (tmp_path / "other.gz").write_bytes(gzip.compress(b"no version\t1\n\n"))
    library = [paper("a", "Graph neural networks"), paper("b", "Graph neural networks again")]
    assert background.tagged(library, tmp_path / "same.gz").keyphrases["a"]
    with pytest.raises(ValueError, match="statistics of version no version"):
        background.tagged(library, tmp_path / "other.gz")
