"""`cache.again`: a pure function is asked once for what two builds in a row want to know."""

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
