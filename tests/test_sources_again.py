"""`sources`: what is told of files that were read before is what is told of them afresh."""

from collections.abc import Iterator
from operator import is_
from pathlib import Path

import pytest

from exported import paper
from sitegen import sources
from sitegen.cache import again
from sitegen.errors import Problem
from sitegen.model import Record


@pytest.fixture(autouse=True)
def _nothing_held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sources, "_SMALL", 100)
    yield
    again.forget()


def told(*paths: Path) -> list[list[Record | Problem]]:
    return [[*sources.records(sources.InputFile(path, path.name))] for path in paths]


def titles(told: list[Record | Problem]) -> list[str]:
    return [each.title for each in told if isinstance(each, Record)]


def written(path: Path, *titles: str) -> Path:
    path.write_text("".join(paper(title=title) + "\n" for title in titles))
    return path


def test_only_the_edited_line_of_several_large_files_is_read_again(tmp_path: Path) -> None:
    names = [f"Paper {at}" for at in range(70)]
    one = written(tmp_path / "one.jsonl", *names)
    two = written(tmp_path / "two.jsonl", *names)
    again.turn(holds=True)
    before = told(one, two)
    names[66] = "Another"
    written(one, *names)
    again.turn(holds=True)
    after = told(one, two)
    stayed = [old is new for old, new in zip(before[0], after[0], strict=True)]
    assert stayed.count(False) == 1
    assert not stayed[66]
    assert all(old is new for old, new in zip(before[1], after[1], strict=True))
    again.forget()
    assert told(one, two) == after


def test_a_file_that_grows_shrinks_or_goes_is_told_as_it_is(tmp_path: Path) -> None:
    one = written(tmp_path / "one.jsonl", "A", "B", "C")
    two = written(tmp_path / "two.jsonl", "D", "E", "F")
    for now in (("A", "B", "C"), ("A", "B"), ("B", "A", "C", "D"), ("A",), ("A", "B", "C")):
        written(one, *now)
        again.turn(holds=True)
        assert titles(told(one, two)[0]) == [*now]
    two.unlink()
    again.turn(holds=True)
    assert len(told(one)) == 1
    written(two, "G", "H", "I")
    again.turn(holds=True)
    assert titles(told(one, two)[1]) == ["G", "H", "I"]


def test_of_more_papers_than_are_held_no_file_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LARGEST", 5)
    one, two = written(tmp_path / "one.jsonl", "A", "B", "C"), tmp_path / "two.jsonl"
    long = "\n".rjust(10_000)  # what short lines tell is remembered in any case
    one.write_text(one.read_text().replace("\n", long))
    for now, held in (("DE", True), ("DEF", False), ("DE", True)):
        content = written(two, *now).read_text()
        two.write_text(content.replace("\n", long))
        again.turn(holds=True)
        before = told(one, two)
        again.turn(holds=True)
        after = told(one, two)
        assert before == after
        assert all(map(is_, before[1], after[1])) is held


def test_a_file_is_not_held_where_no_build_follows(tmp_path: Path) -> None:
    one = written(tmp_path / "one.jsonl", "A", "B", "C")
    (first,) = told(one)
    (second,) = told(one)
    assert first == second
    assert not any(old is new for old, new in zip(first, second, strict=True))
