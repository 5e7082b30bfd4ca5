"""What is noted of a build, and what came of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sitegen.jobs.parcel import Parcel


class Note(Parcel, frozen=True):
    """What to note of a build.

    Attributes:
        inputs: The digest of all that the site is made from.
        told: What the build says of it, as JSON has it.
        holds: Tells, once all files are made, whether what they were made from is still the same.
            Where it is not, nobody knows what they were made of, and the next build makes them
            anew.
    """

    inputs: str = ""
    told: Mapping[str, Any] = {}
    holds: Callable[[], bool] = lambda: True


NOTHING = Note()


class Updated(NamedTuple):
    """What came of an update.

    Attributes:
        holds: Whether it is known what the site was made of.
        kept: Paths of files that are no more and could not be deleted.
    """

    holds: bool
    kept: tuple[str, ...]
