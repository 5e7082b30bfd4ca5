"""`cache`: what was done before is not done again, and nothing in it can change a result."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

import pytest

from sitegen.cache import Cache, Lines, memory, together
from sitegen.jobs import HERE, Jobs

A = TypeVar("A")
B = TypeVar("B")


class Doubling:
    """Doubles words and remembers for which it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, words: Sequence[str]) -> list[str]:
        """Return the words doubled."""
        self.asked += words
        return [2 * word for word in words]


def doubled(path: Path, words: Sequence[str], engine: str = "1") -> tuple[list[str], list[str]]:
    """What comes back, and what had to be done for it."""
    work = Doubling()
    lines = Lines(path, engine)
    cache = Cache(lines, work, str)
    assert list(cache.over(HERE, words)) == [2 * word for word in words]
    return work.asked, [problem.what for problem in lines.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    memory.forget()
    return tmp_path / ".sitegen" / "words"


def test_only_what_is_new_is_done(path: Path) -> None:
    assert doubled(path, ["a", "b\nc", "ä", "😀"]) == (["a", "b\nc", "ä", "😀"], [])
    assert doubled(path, ["ä", "x", "a", "b\nc"]) == (["x"], [])
    assert doubled(path, ["x"]) == ([], [])


def test_what_is_no_longer_asked_for_is_forgotten(path: Path) -> None:
    doubled(path, ["a", "b"])
    large = path.stat().st_size
    doubled(path, ["a", "a"])
    assert path.stat().st_size < large
    assert doubled(path, ["b"]) == (["b"], [])


def test_where_nothing_is_new_nothing_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubled(path, ["a", "b"])
    monkeypatch.setattr(Lines, "write", None)
    assert doubled(path, ["b", "a", "a"]) == ([], [])


def test_another_engines_results_are_not_taken(path: Path) -> None:
    doubled(path, ["a"])
    assert doubled(path, ["a"], engine="2") == (["a"], [])


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-40],
        lambda data: data.replace(b"aa", b"ab"),
        lambda data: b"\xff\xfe" + data,
        lambda _: b"",
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_is_thrown_away_with_a_word(
    path: Path, harm: Callable[[bytes], bytes]
) -> None:
    doubled(path, ["a"])
    path.write_bytes(harm(path.read_bytes()))
    asked, (said,) = doubled(path, ["a"])
    assert asked == ["a"]
    assert "made anew" in said
    assert doubled(path, ["a"]) == ([], [])


def test_where_nothing_can_be_written_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    asked, said = doubled(tmp_path / "file" / "words", ["a"])
    assert asked == ["a"]
    assert said


def both(folder: Path, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What had to be done of two things that are kept, each in its own file."""
    first, second = Doubling(), Doubling()
    one = Cache(Lines(folder / ".sitegen" / "one", "1"), first, str)
    two = Cache(Lines(folder / ".sitegen" / "two", "1"), second, int, len, lambda n: "-" * n)
    found, others = together(HERE, words, one, two)
    assert found == [2 * word for word in words]
    assert list(map(len, others)) == [2 * len(word) for word in words]
    return first.asked, second.asked


def test_of_two_things_that_are_kept_each_is_done_where_it_lacks(tmp_path: Path) -> None:
    assert both(tmp_path, ["a", "b"]) == (["a", "b"], ["a", "b"])
    assert both(tmp_path, ["b", "c"]) == (["c"], ["c"])
    (tmp_path / ".sitegen" / "one").unlink()
    assert both(tmp_path, ["c", "d", "b"]) == (["c", "d", "b"], ["d"])
    (tmp_path / ".sitegen" / "two").unlink()
    assert both(tmp_path, ["c", "d", "b"]) == ([], ["c", "d", "b"])
    assert both(tmp_path, ["c"]) == ([], [])


def test_what_lacks_of_two_things_is_done_by_one_process(tmp_path: Path) -> None:
    class Together(Jobs):
        """Tells how many items it is given at once."""

        given: ClassVar[list[int]] = []

        def over(
            self, function: Callable[[Sequence[A]], Sequence[B]], items: Sequence[A]
        ) -> Iterator[B]:
            self.given.append(len(items))
            return super().over(function, items)

    one = Cache(Lines(tmp_path / "one", "1"), Doubling(), str)
    two = Cache(Lines(tmp_path / "two", "1"), Doubling(), str)
    list(one.over(HERE, ["a"]))
    assert together(Together(), ["a", "b"], one, two) == (["aa", "bb"], ["aa", "bb"])
    assert Together.given == [2]


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path, path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    path.parent.mkdir()
    path.with_suffix(".part").symlink_to(tmp_path / "precious")
    doubled(path, ["a"])
    assert doubled(path, ["a"]) == ([], [])
    assert (tmp_path / "precious").read_text() == "mine"


def test_what_can_not_be_written_whole_takes_no_room(path: Path) -> None:
    def told() -> Iterator[bytes]:
        yield b"one"
        raise OSError(28, "No space left on device")

    lines = Lines(path, "1")
    lines.write(told())
    assert [problem.what for problem in lines.problems] == [
        "can't be written: No space left on device"
    ]
    assert list(path.parent.iterdir()) == []


def test_there_is_nothing_to_read_where_another_engine_left_it(path: Path) -> None:
    assert not Lines(path, "1").there
    doubled(path, ["a"])
    assert Lines(path, "1").there
    assert not Lines(path, "2").there
    path.write_bytes(b"sitegen\xff")
    assert Lines(path, "2").there


def test_what_was_prepared_is_read_once_and_what_was_odd_is_told_once(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"sitegen\xff")
    Lines(path, "1").prepare(len)
    path.unlink()
    lines = Lines(path, "1")
    assert lines.recalled(lambda _: 7) == 0
    assert len(lines.problems) == 1
    again = Lines(path, "1")
    assert again.recalled(lambda _: 7) == 7
    assert not again.problems


def test_what_is_held_is_of_one_file_and_one_engine(path: Path) -> None:
    lines = Lines(path, "1", holds=True)
    lines.keep(7, [b"line"])
    assert lines.recalled(len) == 7
    assert Lines(path, "1", holds=True).recalled(len) == 7
    assert Lines(path, "2", holds=True).recalled(len) == 0
    assert Lines(path.with_name("other"), "1", holds=True).recalled(len) == 0
    path.unlink()
    assert lines.recalled(len) == 7
    lines.release()
    assert lines.recalled(len) == 0


def test_who_is_interrupted_leaves_nothing_half_written(path: Path) -> None:
    def told() -> Iterator[bytes]:
        yield b"one"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Lines(path, "1").write(told())
    assert list(path.parent.iterdir()) == []


def held(path: Path, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What comes back where the process holds what it knows, and what had to be done for it."""
    work = Doubling()
    found = [*Cache(Lines(path, "1", holds=True), work, str).over(HERE, words)]
    assert found == [2 * word for word in words]
    return found, work.asked


def test_the_very_same_items_have_the_very_same_results(path: Path) -> None:
    words = [f"word {at}" for at in range(4)]
    first, asked = held(path, words)
    assert asked == words
    other = [words[2], "new", words[1].lower(), words[0]]
    second, asked = held(path, other)
    assert asked == ["new"]
    assert second[0] is first[2]
    assert second[2] is first[1]
    assert second[3] is first[0]
    assert doubled(path, other) == ([], [])


def test_few_new_lines_wait_where_the_process_holds_them(path: Path) -> None:
    words = [f"word {at}" for at in range(400)]
    held(path, words)
    before = path.read_bytes()
    for at in range(2):
        words[at] = f"other {at}"
        assert held(path, words)[1] == [words[at]]
        assert path.read_bytes() == before
    assert held(path, words)[1] == []
    words[2] = "another"
    assert held(path, words)[1] == ["another"]
    assert path.read_bytes() != before
    path.unlink()
    assert held(path, words)[1] == []
    assert doubled(path, words) == ([], [])
