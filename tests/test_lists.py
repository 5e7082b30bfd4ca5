"""`jobs.lists`: what differs from the last list is told; who does not hold that is told all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.jobs.lists import LostError, Receiver, Sender

LISTS = st.lists(st.dictionaries(st.sampled_from("abcde"), st.integers(), max_size=5), max_size=6)


@given(LISTS)
def test_who_is_told_each_change_holds_each_list_in_its_order(
    lists: list[dict[str, int]],
) -> None:
    sender, receiver = Sender[int](), Receiver[int]()
    for items in lists:
        found = receiver.received(sender.change(items))
        assert list(found.items()) == list(items.items())


def test_only_what_is_another_value_is_told() -> None:
    sender = Sender[list[int]]()
    one, two = [1], [2]
    assert sender.change({"a": one, "b": two}).items == {"a": one, "b": two}
    assert sender.change({"b": two, "a": one}).items == {}
    assert sender.change({"b": two, "a": [1]}).items == {"a": [1]}


def test_what_stayed_is_the_same_value_as_before() -> None:
    sender, receiver = Sender[list[int]](), Receiver[list[int]]()
    one = [1]
    before = receiver.received(sender.change({"a": one}))["a"]
    assert receiver.received(sender.change({"a": one, "b": [2]}))["a"] is before


def test_who_missed_a_list_says_so_until_all_is_told() -> None:
    sender, receiver = Sender[int](), Receiver[int]()
    receiver.received(sender.change({"a": 1}))
    sender.change({"a": 2})
    with pytest.raises(LostError):
        receiver.received(sender.change({"a": 2, "b": 3}))
    assert receiver.received(sender.whole({"a": 2, "b": 3})) == {"a": 2, "b": 3}
    assert receiver.received(sender.change({"b": 3})) == {"b": 3}


def test_another_sender_is_not_taken_for_the_last() -> None:
    first, other, receiver = Sender[int](), Sender[int](), Receiver[int]()
    receiver.received(first.change({"a": 1}))
    other.change({"a": 1})
    with pytest.raises(LostError):
        receiver.received(other.change({"a": 1, "b": 2}))


def test_who_was_told_nothing_says_so() -> None:
    sender, receiver = Sender[int](), Receiver[int]()
    sender.change({"a": 1})
    with pytest.raises(LostError):
        receiver.received(sender.change({"a": 1}))
