"""Long lists for a process that stays and may hold most of what is in them."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Generic, TypeVar

from sitegen.jobs.parcel import Memo, Parcel

A = TypeVar("A")


class LostError(LookupError):
    """A process does not hold the list that a change is one of: it must be told all."""


class Sent(Parcel, Generic[A], frozen=True):
    """What tells a list to a process.

    Attributes:
        base: The number of the list that it follows from, 0 where all is told.
        number: Its own number.
        keys: What its items are called, in their order.
        items: Those that are not in the base, or other ones there.
    """

    base: int
    number: int
    keys: Sequence[str]
    items: Mapping[str, A]


_numbers = count(1)


class Sender(Memo, Generic[A]):
    """Tells lists to one process, of each what differs from the one before.

    Items are the same where they are the very same value.
    """

    def __init__(self) -> None:
        self._number = 0
        self._items: Mapping[str, A] = {}

    def change(self, items: Mapping[str, A]) -> Sent[A]:
        """Return what tells `items`, by what they are called, to who was told the last ones."""
        known = self._items
        new = {key: item for key, item in items.items() if known.get(key) is not item}
        return self._sent(self._number, items, new)

    def whole(self, items: Mapping[str, A]) -> Sent[A]:
        """Return what tells `items` to anybody."""
        return self._sent(0, items, items)

    def _sent(self, base: int, items: Mapping[str, A], new: Mapping[str, A]) -> Sent[A]:
        """Return what tells `items`, and hold them as the last that were told."""
        self._number, self._items = next(_numbers), items
        return Sent(base, self._number, list(items), new)


class Receiver(Memo, Generic[A]):
    """Holds the list that a process was last told."""

    def __init__(self) -> None:
        self._number = 0
        self._items: dict[str, A] = {}

    def received(self, sent: Sent[A]) -> dict[str, A]:
        """Return the list that is told, in its order; an item that stayed is the same value.

        Raises:
            LostError: Where it follows from one that is not held.
        """
        if sent.base not in {0, self._number}:
            raise LostError
        known = self._items if sent.base else {}
        new = sent.items
        self._items = {key: new[key] if key in new else known[key] for key in sent.keys}
        self._number = sent.number
        return self._items
