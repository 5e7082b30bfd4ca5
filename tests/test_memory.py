"""`jobs.memory`: when a process looks for values that nothing but themselves refers to."""

import gc
from pathlib import Path

import pytest

from sitegen import watch
from sitegen.cli import watching
from sitegen.errors import BuildError, error
from sitegen.jobs import HERE, memory
from watched import looking, options


def test_nothing_is_looked_for_while_somebody_waits_for_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def build(*_: object, **__: object) -> None:
        seen.append(gc.isenabled())
        raise BuildError(error("seeds", "fails"))

    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watching, "build", build)
    watching.built(options(), HERE, watch.Changes(looking(tmp_path / "seeds")))
    assert seen == [False]
    assert gc.isenabled()


def test_nor_is_it_after_a_part_of_the_build() -> None:
    assert gc.isenabled()
    with memory.uncollected():
        with memory.uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
