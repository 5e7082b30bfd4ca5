"""What a process knows of the index: read from a file, held for the next build, noted in time."""

from collections.abc import Mapping, Sequence

from sitegen.cache import Lines
from sitegen.cache.again import LARGEST
from sitegen.jobs.lists import Receiver, Sender, Sent
from sitegen.model import Paper
from sitegen.search import edition, revision
from sitegen.search.edition import Edition, Given, Slugs
from sitegen.search.revision import Known


class Memory:
    """What a process knows of one index.

    Attributes:
        lasts: Whether its last edition is held for the next.
    """

    def __init__(self, known: Known) -> None:
        self.lasts = False
        self._edition: Edition = edition.begun(known)
        self._noted = known
        self._papers = Receiver[Paper]()
        self._tags = Receiver[Slugs]()
        self._files = Sender[bytes]()

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
        made = edition.revised(self._edition, given)
        self.lasts = holds and len(given.papers) <= LARGEST
        self._edition = made if self.lasts else edition.begun(made.known)
        if not self.lasts:
            self._papers.forget()
            self._tags.forget()
        return made

    def told(self, files: Mapping[str, bytes], held: int) -> Sent[bytes]:
        """Return what tells the files of an index to who has those of a number."""
        sent = self._files.change(files)
        if sent.base != held:
            sent = self._files.whole(files)
        if not self.lasts:
            self._files.forget()
        return sent

    def note(self, kept: Lines) -> None:
        """Write what is known, where that is not what the file tells."""
        known = self._edition.known
        if known is not self._noted or not kept.there:
            self._noted = known
            kept.keep(self, revision.lines(known))


def recalled(kept: Lines) -> Memory:
    """Return what this process knows, else what the file tells."""
    return kept.recalled(_told)


def prepare(kept: Lines) -> None:
    """Read what `recalled` will be asked for."""
    kept.prepare(_told)


def _told(lines: Sequence[bytes]) -> Memory:
    """Return what the lines of a file tell."""
    return Memory(revision.noted(lines))
