"""`importers.rereading`: what is told of edited lines is what is told of the whole file."""

import gzip
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import Problem
from sitegen.importers import importer_for, rereading
from sitegen.importers.lines import lines
from sitegen.model import Record

NAME = "p.jsonl"


def line(title: str, **more: object) -> bytes:
    return json.dumps({"title": title, "abstract": f"{title} says so.", **more}).encode()


def told(content: bytes) -> list[Record | Problem]:
    """Return what the whole file tells; one that is of no format tells nothing."""
    stream = [*lines(content, NAME)]
    importer = importer_for([each.text for each in stream[: rereading.HEAD]])
    return [*importer.read(NAME, stream)] if importer else []


def many(count: int = 100) -> list[bytes]:
    return [line(f"Paper {at}") for at in range(count)]


def joined(parts: Sequence[bytes]) -> bytes:
    return b"".join(part + b"\n" for part in parts)


def held(content: bytes) -> rereading.Read | None:
    return rereading.read(NAME, content, told(content))


def test_only_the_edited_line_is_read() -> None:
    parts = many()
    first = held(joined(parts))
    assert first is not None
    parts[70] = line("Another", year=2024)
    now = first.edited(joined(parts))
    assert now is not None
    assert [*now.records] == told(joined(parts))
    same = [old is new for old, new in zip(first.records, now.records, strict=True)]
    assert same.count(False) == 1
    assert not same[70]
    # The next edit goes on from there, and back.
    parts[70] = line("Paper 70")
    again = now.edited(joined(parts))
    assert again is not None
    assert [*again.records] == [*first.records]


def test_lines_keep_their_numbers_where_others_are_blank() -> None:
    parts = many()
    parts[3:5] = [b"", b"  "]
    first = held(joined(parts))
    assert first is not None
    parts[80] = line("Another")
    now = first.edited(joined(parts))
    assert now is not None
    assert [*now.records] == told(joined(parts))
    parts[3] = line("Where nothing was")
    assert now.edited(joined(parts)) is None


@pytest.mark.parametrize(
    "edited",
    [
        b"",
        b"not json",
        b"{}",
        line("A", unknown=1),
        line("A", year="?"),
        line("A") + b"\r",
        b"\xef\xbb\xbf" + line("A"),
        line("A") + b"\xff",
        line("A") + b"\n" + line("B"),
        b'{"title": "A", "title": "B", "abstract": "c"}',
    ],
)
@pytest.mark.parametrize("at", [0, 5, 90])
def test_a_line_that_tells_more_or_less_than_a_paper_has_the_file_read(
    edited: bytes, at: int
) -> None:
    parts = many()
    first = held(joined(parts))
    parts[at] = edited
    assert first is not None
    assert first.edited(joined(parts)) is None


@pytest.mark.parametrize("at", [5, 90])
@pytest.mark.parametrize(
    "edited",
    [gzip.compress(line("A"), mtime=0), b"\x1f\x8b" + line("A")],
    ids=["whole", "only begun"],
)
def test_a_line_that_begins_as_packed_files_do_is_not_unpacked(edited: bytes, at: int) -> None:
    assert b"\n" not in edited
    parts = many()
    first = held(joined(parts))
    parts[at] = edited
    assert first is not None
    assert first.edited(joined(parts)) is None


def test_another_head_is_asked_for_its_format() -> None:
    parts = [b"", *many()]
    first = held(joined(parts))
    assert first is not None
    parts[0] = b"["
    assert first.edited(joined(parts)) is None
    parts[0] = b""
    parts[1] = line("A")
    now = first.edited(joined(parts))
    assert now is not None
    assert [*now.records] == told(joined(parts))


def test_many_edits_have_the_file_read() -> None:
    first = held(joined(many()))
    assert first is not None
    assert first.edited(joined([line(f"Other {at}") for at in range(100)])) is None


@pytest.mark.parametrize(
    "content",
    [
        joined(many()).replace(b"\n", b"\r\n"),
        joined([*many(), b"not json"]),
        joined([*many(), line("A", unknown=1)]),
        b"This is not a paper.\n" * 100,
        b"",
    ],
)
def test_a_file_in_which_something_is_odd_is_not_held(content: bytes) -> None:
    assert held(content) is None


LINES = st.one_of(
    st.sampled_from(
        [
            b"",
            b" ",
            b"{",
            b"[",
            b"# A",
            b"null",
            b"\xef\xbb\xbf",
            b"\xff",
            b"\r",
            b"\x0b",
        ]
    ),
    st.builds(line, st.sampled_from(["A", "B", "Él", "C\u2028D"])),
    st.builds(line, st.just("A"), keywords=st.sampled_from([["k"], 3, "a; b"])),
    st.builds(line, st.just("A"), published=st.sampled_from(["2024", "24"])),
    st.builds(line, st.just("A"), other=st.just(1)),
)


@given(st.lists(LINES, max_size=6), st.lists(st.tuples(st.integers(0, 70), LINES), max_size=8))
def test_what_edits_tell_is_what_the_file_tells(
    head: list[bytes], edits: list[tuple[int, bytes]]
) -> None:
    parts = [*head, *many(65)]
    known = held(joined(parts))
    for at, edited in edits:
        parts[at % len(parts)] = edited
        content = joined(parts)
        found = known.edited(content) if known else None
        if found:
            assert [*found.records] == told(content)
        known = found or held(content)
