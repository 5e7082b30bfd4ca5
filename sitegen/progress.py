"""How far a command has come, as those who work say it and those who show it hear it."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """What hears of progress."""

    def step(self, name: str) -> None:
        """Hear that a step begins, and so that the one before is done."""

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield `items`, of which there are `total`, and hear of each that is done."""


class Silence:
    """Hears and shows nothing."""

    def step(self, name: str) -> None:
        """Do nothing."""

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002
        """Yield `items`."""
        yield from items
