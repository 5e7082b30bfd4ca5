"""`cache.again`: what two builds in a row want to know is found out once."""

from collections.abc import Callable, Iterator

import pytest

from sitegen.cache import again


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def upper(asked: list[str]) -> Iterator[Callable[[str], str]]:
    @again.remembered
    def function(word: str) -> str:
        asked.append(word)
        return word.upper()

    yield function
    again.turn(holds=False)
    again.forget()


def test_nothing_is_held_unless_a_build_says_so(
    upper: Callable[[str], str], asked: list[str]
) -> None:
    assert [upper("a"), upper("a")] == ["A", "A"]
    again.turn(holds=False)
    upper("a")
    assert asked == ["a", "a", "a"]


def test_what_the_last_build_asked_is_known_and_what_it_did_not_ask_is_not(
    upper: Callable[[str], str], asked: list[str]
) -> None:
    again.turn(holds=True)
    assert [upper(word) for word in "aab"] == ["A", "A", "B"]
    again.turn(holds=True)
    assert [upper(word) for word in "bc"] == ["B", "C"]
    again.turn(holds=True)
    assert [upper(word) for word in "abc"] == ["A", "B", "C"]
    assert asked == ["a", "b", "c", "a"]
    again.turn(holds=False)
    upper("b")
    assert asked[4:] == ["b"]


def test_no_more_is_held_than_is_allowed(
    upper: Callable[[str], str], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "_MOST", 2)
    for _ in range(2):
        again.turn(holds=True)
        assert [upper(word) for word in "abcab"] == ["A", "B", "C", "A", "B"]
    assert asked == ["a", "b", "c", "c"]


def test_who_forgets_asks_again(upper: Callable[[str], str], asked: list[str]) -> None:
    again.turn(holds=True)
    upper("a")
    again.forget()
    again.turn(holds=True)
    upper("a")
    assert asked == ["a", "a"]


@pytest.fixture
def joined(asked: list[str]) -> Iterator[Callable[[list[str]], str]]:
    @again.same
    def function(words: list[str]) -> str:
        asked.append("".join(words))
        return "".join(words)

    yield function
    again.turn(holds=False)
    again.forget()


def test_the_same_value_is_known_and_an_equal_one_is_not(
    joined: Callable[[list[str]], str], asked: list[str]
) -> None:
    one, other = ["a"], ["a"]
    for _ in range(2):
        again.turn(holds=True)
        assert [joined(one), joined(one), joined(other)] == ["a", "a", "a"]
    assert asked == ["a", "a"]
    again.turn(holds=True)
    joined(one)
    again.turn(holds=True)
    joined(one)
    joined(other)
    assert asked == ["a", "a", "a"]


def test_a_build_that_was_spared_most_questions_leaves_the_others_answered(
    upper: Callable[[str], str], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "abcdefghijklmnopq"
    again.turn(holds=True)
    assert "".join(map(upper, words)) == words.upper()
    for word in "abz":
        again.turn(holds=True)
        upper(word)
    again.turn(holds=True)
    assert "".join(map(upper, words)) == words.upper()
    assert "".join(asked) == f"{words}z"
    monkeypatch.setattr(again, "_MOST", len(words))
    again.turn(holds=True)
    upper("y")
    again.turn(holds=True)
    upper("a")
    assert "".join(asked) == f"{words}zya"


def test_a_value_in_the_place_of_one_that_is_gone_is_another(
    joined: Callable[[list[str]], str],
) -> None:
    for at in range(200):
        again.turn(holds=True)
        assert joined([str(at)]) == str(at)


def test_what_is_known_by_being_the_same_is_bounded_too(
    joined: Callable[[list[str]], str], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "_MOST", 1)
    one, other = ["a"], ["b"]
    for _ in range(2):
        again.turn(holds=True)
        assert [joined(one), joined(other), joined(one), joined(other)] == ["a", "b", "a", "b"]
    assert asked == ["a", "b", "b", "b", "b"]


@pytest.fixture
def last() -> Iterator[again.Last[str]]:
    yield again.Last[str]()
    again.turn(holds=False)
    again.forget()


def test_what_was_found_last_is_recalled_while_builds_hold_it(last: again.Last[str]) -> None:
    assert last.recalled() is None
    last.hold("before any build", 1)
    assert last.recalled() is None
    again.turn(holds=True)
    last.hold("first", 1)
    again.turn(holds=True)
    assert last.recalled() == "first"
    again.turn(holds=True)  # the build before failed on its way
    assert last.recalled() == "first"
    again.turn(holds=False)
    assert last.recalled() is None


def test_what_was_found_of_a_large_library_is_not_held(last: again.Last[str]) -> None:
    again.turn(holds=True)
    last.hold("small", again.LARGEST)
    last.hold("large", again.LARGEST + 1)
    assert last.recalled() is None


def test_who_forgets_recalls_nothing(last: again.Last[str]) -> None:
    again.turn(holds=True)
    last.hold("first", 1)
    again.forget()
    assert last.recalled() is None


def test_what_is_found_again_and_equal_is_the_value_that_there_was() -> None:
    before, equal, other = ["a"], ["a"], ["b"]
    assert again.as_before(equal, before) is before
    assert again.as_before(other, before) is other
    assert again.as_before(other, None) is other
