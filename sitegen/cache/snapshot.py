"""What a process holds of a library, in one file, for the process of the next build."""

from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sitegen.cache import again, memory
from sitegen.cache.memory import Held
from sitegen.cache.restoring import restored, write
from sitegen.cache.whole import File, Summed
from sitegen.jobs.memory import kept, uncollected
from sitegen.jobs.parcel import Parcel

NAME = "snapshot"

_WEAR = 32
"""A snapshot of a library is made anew when as many papers are others in it as the root of one
paper in so many: what follows from those has to be found out in each build, and to write the file
takes longer the more papers there are."""


class _Taken(Parcel, frozen=True, eq=False):
    """What is in the file.

    Attributes:
        settings: What the library was made with.
        papers: The papers of the library.
        found: What was held, as of `again.told`.
        lines: What is held of other files of the folder, by their names.
    """

    settings: object
    papers: Sequence[Hashable]
    found: Mapping[str, Any]
    lines: Mapping[str, Held]


class Snapshot(File):
    """The file of what the process of the last build held.

    Whatever it was that was held: who recalls it compares what it was made from with what there
    is now. So a snapshot may be older than all else that is kept.

    Args:
        folder: Where it is.
        engine: The digest of what made it.
    """

    def __init__(self, folder: Path, engine: str) -> None:
        super().__init__(folder / NAME, engine)
        self._last: tuple[object, Sequence[Hashable]] | None = None

    def recall(self) -> None:
        """Hold what is in the file."""
        file = self.opened()
        if file is None:
            return
        with file, uncollected():
            found = restored(file)
            kept()
        if not isinstance(found, _Taken):
            self.say("is of no use: it is made anew")
            return
        self._last = found.settings, found.papers
        again.tell(found.found)
        memory.tell(self.path.parent, self.head, found.lines)

    def take(self, settings: object, papers: Sequence[Hashable]) -> None:
        """Write what this process holds.

        Args:
            settings: What the library was made with.
            papers: The papers of the library.
        """
        told = memory.told(self.path.parent, self.head)
        taken = _Taken(settings, papers, again.told(), told)

        def fill(file: Summed) -> None:
            file.write(b"\n")
            with uncollected():
                write(taken, file)

        try:
            self.filled(fill)
        except MemoryError:  # the site is there
            self.say("can't be written: there is not enough memory")

    def is_worn(self, settings: object, papers: Sequence[Hashable]) -> bool:
        """Tell whether this process holds much that is other than in the file."""
        if self._last is None or self._last[0] != settings:
            return True
        before = self._last[1]
        # Most are the very same: to compare values takes longer.
        same = {*map(id, papers)} & {*map(id, before)}
        now, then = ({each for each in some if id(each) not in same} for some in (papers, before))
        others = max(len(now - then), len(then - now))
        return bool(_WEAR * others**2 > len(papers))
