"""`importers.lines`: encodings, line ends, compression, faults."""

import gzip
import os
import threading
from pathlib import Path

import pytest

from sitegen.errors import BuildError
from sitegen.importers import lines


def read(path: Path, content: bytes) -> list[lines.Line]:
    path.write_bytes(content)
    return list(lines.lines(path, "in"))


def test_any_line_end_and_a_byte_order_mark(tmp_path: Path) -> None:
    found = read(tmp_path / "a", b"\xef\xbb\xbfone\r\ntwo\rthree\n\nfive")
    assert [(line.number, line.text) for line in found] == [
        (1, "one"), (2, "two"), (3, "three"), (4, ""), (5, "five"),
    ]  # fmt: skip


def test_a_bad_byte_costs_its_line_and_is_named(tmp_path: Path) -> None:
    found = read(tmp_path / "a", b"one\ntw\xffo\nthree")
    assert [line.fault for line in found] == ["", "byte 6 is not UTF-8", ""]
    assert found[2].text == "three"


@pytest.mark.parametrize(
    ("content", "at"),
    [
        (b"one\rtw\xffo\rthree", 6),
        (b"x" * 100 + b"\nab\xff", 103),
        (b"x" * 15 + b"\n\xff", 16),
        (b"one\n\xff\xfetwo", 4),
        (b"\xffone", 0),
    ],
)
def test_the_place_of_a_bad_byte_counts_all_that_is_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, at: int
) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 16)
    faults = [line.fault for line in read(tmp_path / "a", content) if "byte " in line.fault]
    assert faults == [f"byte {at} is not UTF-8"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path / "a", "\ufeffone".encode(encoding))
    assert found[0].fault == "byte 0 is not UTF-8: the file is UTF-16"


def test_the_offset_counts_the_byte_order_mark(tmp_path: Path) -> None:
    assert read(tmp_path / "a", b"\xef\xbb\xbfa\xff")[0].fault == "byte 4 is not UTF-8"


def test_gzip_is_told_by_content(tmp_path: Path) -> None:
    assert [line.text for line in read(tmp_path / "a", gzip.compress(b"one\ntwo"))] == [
        "one",
        "two",
    ]


def test_a_cut_off_gzip_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="can't be read: Compressed file ended"):
        read(tmp_path / "a", gzip.compress(b"one\ntwo" * 1000)[:-10])


def test_a_damaged_gzip_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^in: can't be read: "):
        read(tmp_path / "a", gzip.compress(b"one\ntwo")[:10] + b"\xff" * 99)


def test_a_file_that_is_gone_is_an_error_in_the_words_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^in: can't be read: No such file or directory$"):
        [*lines.lines(tmp_path / "a", "in")]


def test_a_line_without_end_is_not_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 16)
    found = read(tmp_path / "a", b"x" * 100 + b"\nnext")
    assert [(line.number, bool(line.fault), line.text) for line in found] == [
        (1, True, ""),
        (2, False, "next"),
    ]


@pytest.mark.parametrize(
    "content", [b"one\ntwo", gzip.compress(b"one\ntwo")], ids=["plain", "gzipped"]
)
def test_a_pipe_is_read_like_a_file(tmp_path: Path, content: bytes) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[content])
    writer.start()
    assert [line.text for line in lines.lines(tmp_path / "pipe", "in")] == ["one", "two"]
    writer.join()
