"""A configuration in a folder, and what is told of its faults."""

from pathlib import Path

import pytest

from sitegen import config
from sitegen.errors import UsageError


def load(folder: Path, content: str) -> config.Config:
    """Return the settings that `content` says."""
    path = folder / "sitegen.toml"
    path.write_text(content, encoding="utf-8")
    return config.load(path)


def faults(folder: Path, content: str) -> list[str]:
    """Return what is told of the faults of `content`."""
    with pytest.raises(UsageError) as raised:
        load(folder, content)
    return [
        f"{Path(p.where).name}: {p.what}" + (f" ({p.hint})" if p.hint else "")
        for p in raised.value.problems
    ]
