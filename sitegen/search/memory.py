"""What a process knows of the index: read from a file, held for the next build, noted in time."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from sitegen.cache import Lines
from sitegen.cache.again import LARGEST
from sitegen.jobs.lists import Receiver, Sender, Sent
from sitegen.jobs.parcel import Memo
from sitegen.model import Paper
from sitegen.search import edition, notes
from sitegen.search.edition import NOTHING, Edition, Given, Slugs

Kept = tuple[Lines, Lines]
"""Where all but the scripts is noted, and where these are."""

_SHARE = 20
"""Who builds again and again notes what is known for so small a part of the time."""

_FEW = 8
"""So many papers may be other ones than what is noted of them."""


class Memory(Memo):
    """What a process knows of one index.

    Attributes:
        lasts: Whether its last edition is held for the next.
    """

    def __init__(self, last: Edition = NOTHING, *, noted: bool = False) -> None:
        self.lasts = False
        self._edition = last
        self._noted = last.known if noted else None
        self._begin()

    def _begin(self) -> None:
        """Begin to talk to another process."""
        self._rests = 0.0
        self._papers: Receiver[Paper] = Receiver()
        self._tags: Receiver[Slugs] = Receiver()
        self._files: Sender[bytes] = Sender()

    def __getstate__(self) -> dict[str, object]:
        """Return what another process needs to know."""
        return {"lasts": self.lasts, "_edition": self._edition, "_noted": self._noted}

    def __setstate__(self, state: Mapping[str, object]) -> None:
        """Know what another process knew."""
        super().__setstate__(state)
        self._begin()

    def given(self, papers: Sent[Paper], tags: Sent[Slugs], names: Mapping[str, str]) -> Given:
        """Return what an index is to be made from, as it is told.

        Raises:
            LostError: Where that follows from something else than was told last.
        """
        return Given(self._papers.received(papers), self._tags.received(tags), names)

    def made(self, given: Given, *, holds: bool) -> Edition:
        """Return the index of what is given.

        Args:
            given: What it is made from.
            holds: Whether the next is to be made from it, or only from what is noted.
        """
        self._edition = edition.revised(self._edition, given)
        self.lasts = holds and len(given.papers) <= LARGEST
        return self._edition

    def told(self, files: Mapping[str, bytes], held: int) -> Sent[bytes]:
        """Return what tells the files of an index to who has those of a number."""
        sent = self._files.change(files)
        if sent.base != held:
            sent = self._files.whole(files)
        return sent

    def due(self, kept: Kept) -> bool:
        """Tell whether it is time to note what is known: the files tell too little of it.

        They are large, and what a few edits changed is soon found out by whoever reads them.
        """
        known, noted = self._edition.known, self._noted
        if noted is None or not all(lines.there for lines in kept):
            return True
        new = (noted.entries.get(number) != told for number, told in known.entries.items())
        gone = noted.entries.keys() - known.entries.keys()
        # With other weights all terms have to be weighed anew.
        many = known.weights != noted.weights or sum(new) + len(gone) > _FEW
        return many and monotonic() >= self._rests

    def note(self, kept: Kept) -> None:
        """Write what is known."""
        terms, scripts = kept
        begun = monotonic()
        self._noted = self._edition.known
        digest, told = notes.scripts(self._edition)
        scripts.write(told)
        terms.keep(self, notes.lines(self._edition, digest))
        ended = monotonic()
        self._rests = ended + _SHARE * (ended - begun)


def recalled(kept: Kept) -> Memory:
    """Return what this process knows, else what the files tell."""
    return kept[0].recalled(_reader(kept))


def prepare(kept: Kept) -> None:
    """Read what `recalled` will be asked for."""
    kept[0].prepare(_reader(kept))


def _reader(kept: Kept) -> Callable[[Sequence[bytes]], Memory]:
    """Return what reads the first file, and the other one with it."""
    terms, scripts = kept

    def told(lines: Sequence[bytes]) -> Memory:
        if not lines:
            return Memory()
        found, whole = notes.read(lines, scripts.read())
        terms.problems += scripts.problems
        return Memory(found, noted=whole)

    return told
