"""`cache.whole`: what is no file keeps nobody waiting, and is told."""

import os
from pathlib import Path

import pytest

from sitegen.cache.whole import File


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    file = File(tmp_path / "pipe", "1")
    assert file.there
    assert file.content() == b""
    assert [problem.what for problem in file.problems] == [
        "is no cache that can be read: it is made anew"
    ]
    assert not file.forget()
    assert file.filled(lambda summed: summed.write(b"\n"))
    assert file.content()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no endless file")
def test_no_endless_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "endless").symlink_to("/dev/zero")
    file = File(tmp_path / "endless", "1")
    assert file.content() == b""
    assert file.problems
    assert file.filled(lambda summed: summed.write(b"\n"))
    assert file.content()
    assert Path("/dev/zero").exists()
