"""The folder of what is kept between builds."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from sitegen.cache import again, memory
from sitegen.cache.lines import Lines
from sitegen.cache.snapshot import Snapshot
from sitegen.cache.whole import File
from sitegen.errors import Problem, note

FOLDER = ".sitegen"
"""Stands beside the configuration; can be deleted at any time and never changes a result."""

_WHOLE = 5_000
"""A build of all of a larger library holds nothing."""


class Folder:
    """The cache folder of a site.

    Args:
        base: Where the configuration is; the folder stands beside it.
        engine: The digest of what makes the results; those of another one are forgotten.
        writes: Whether anything is noted, or only read.
        holds: Whether this process holds what it finds out, for the next build.
        stays: Whether it makes that build itself.
    """

    def __init__(
        self,
        base: Path,
        engine: str,
        *,
        writes: bool = True,
        holds: bool = False,
        stays: bool = False,
    ) -> None:
        self.base = base
        self._path = base.absolute() / FOLDER
        self._engine = engine
        self._writes = writes
        self._holds = holds
        self._stays = stays
        self._opened: list[File] = []
        self._said: list[Problem] = []
        self._snapshot: Snapshot | None = None

    def lines(self, name: str, *, held: bool = True) -> Lines:
        """Return the lines of one file.

        Args:
            name: What it is called.
            held: Whether this process holds what they tell, where it holds anything.
        """
        path = self._path / name
        found = Lines(path, self._engine, writes=self._writes, holds=self._holds and held)
        self._opened.append(found)
        return found

    def recall(self) -> None:
        """Begin a build: hold what the process of the last one held, unless it is this one.

        What a build held is not taken apart at its end, which takes long, but goes with the
        process, or when the next one begins.
        """
        if not self._stays:
            again.forget()
            memory.forget()
        again.turn(holds=self._holds)
        if self._holds and again.nothing():
            self._snapshot = Snapshot(self._path, self._engine)
            self._opened.append(self._snapshot)
            self._snapshot.recall()

    def limit(self, papers: int) -> None:
        """Hold nothing where that would take much memory.

        A build of all of a large library takes much as it is; the next one, of what was edited,
        holds what it finds out.

        Args:
            papers: How many there are.
        """
        too_many = papers > again.LARGEST
        if too_many:  # nor does a process that stays leave any of it
            Snapshot(self._path, self._engine).forget()
            self._snapshot = None
        whole = papers > _WHOLE and not self.lines("texts").there
        if not self._stays and (too_many or whole):
            self._holds = False
            again.forget()

    def leaving(
        self, settings: object, papers: Sequence[Hashable]
    ) -> Callable[[], list[Problem]] | None:
        """Return what leaves the next process what this one holds, and tells what was odd.

        It is to be called when the site is there: it takes long. None where there is nothing to
        leave, or little that is not there.

        Args:
            settings: What the library was made with.
            papers: The papers of the library.
        """
        snapshot = self._snapshot if self._holds else None
        if snapshot is None or not snapshot.is_worn(settings, papers):
            return None

        def left() -> list[Problem]:
            said = len(snapshot.problems)
            snapshot.take(settings, papers)
            return snapshot.problems[said:]

        return left

    @property
    def problems(self) -> list[Problem]:
        """What was odd about any of the files; none of it lost anything."""
        return [*self._said, *(problem for each in self._opened for problem in each.problems)]

    def forgotten(self) -> list[Problem]:
        """Throw away every file, asked for or not; return what to tell, if there was one."""
        again.forget()
        there = [File(path, self._engine).forget() for path in self._path.glob("*")]
        if memory.forget() or any(there):
            self._said.append(note(str(self._path), "is of no use: it is made anew"))
        return self._said
