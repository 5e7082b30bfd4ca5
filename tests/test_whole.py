"""`cache.whole`: what is no file keeps nobody waiting, and is told."""

import os
import tracemalloc
from pathlib import Path

import pytest

from sitegen.cache import whole
from sitegen.cache.whole import File, Summed


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


def test_no_long_line_is_read_to_see_whose_a_file_is(tmp_path: Path) -> None:
    file = File(tmp_path / "file", "1")
    file.path.touch()
    os.truncate(file.path, 1 << 24)
    tracemalloc.start()
    assert file.there
    assert not file.forget()
    assert file.content() == b""
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()


def test_a_file_that_cannot_be_read_to_its_end_is_told_and_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: object) -> bool:
        raise OSError

    file = File(tmp_path / "file", "1")
    assert file.filled(lambda summed: summed.write(b"\n"))
    monkeypatch.setattr(whole, "_is_undamaged", failing)
    assert file.opened() is None  # were it left open, its end would be a warning
    assert [problem.what for problem in file.problems] == [
        "is no cache that can be read: it is made anew"
    ]


@pytest.mark.skipif(os.name == "nt", reason="the system keeps who writes a file alone with it")
def test_of_two_who_write_at_once_neither_leaves_half_a_file(tmp_path: Path) -> None:
    one, two = File(tmp_path / "file", "1"), File(tmp_path / "file", "1")

    def fill_first(summed: Summed) -> None:
        summed.write(b"\none")
        assert two.filled(fill_second) is not None

    def fill_second(summed: Summed) -> None:
        summed.write(b"\ntwo")

    assert one.filled(fill_first) is None
    assert two.content() == one.content() != b""
    assert b"two" in one.content()
    assert not one.problems
    assert not two.problems
    assert [*tmp_path.iterdir()] == [tmp_path / "file"]


@pytest.mark.skipif(os.name == "nt", reason="the system keeps who writes a file alone with it")
def test_who_ends_first_does_not_put_what_another_is_writing(tmp_path: Path) -> None:
    file, unfinished = File(tmp_path / "file", "1"), tmp_path / "file.part"

    def fill(summed: Summed) -> None:
        summed.write(b"\none")
        unfinished.unlink()
        unfinished.write_bytes(b"half")  # as another process does

    assert file.filled(fill) is None
    assert not file.path.exists()
    assert unfinished.read_bytes() == b"half"
    assert not file.problems
