"""The search index, made beside all else by a process that is told what differs from the last."""

from collections.abc import Callable, Mapping, Sequence

from sitegen.cache import Lines, again
from sitegen.config import Search
from sitegen.errors import Problem
from sitegen.jobs import Jobs
from sitegen.jobs.lists import LostError, Receiver, Sender, Sent
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Tag, Tagging

_NAME = "search"

_EACH = 3_000
"""About so many bytes are kept of a paper."""

Files = list[tuple[str, bytes]]

Kept = tuple[Lines, Lines]
"""Where all but the scripts of an index is noted, and where these are."""


class Question(Parcel, frozen=True):
    """What is told to the process that makes the index.

    Attributes:
        papers: By their ids, with title and abstract in plain form.
        tags: The slugs of the papers' topics, best first, by the papers' ids.
        names: The names of topics by their slugs.
        full_index: Whether lunr's own index is asked for too.
        held: The number of the files that are known from the last answer, 0 where none are.
        waits: Whether there will be time to note what is known, when the answer is given.
    """

    papers: Sent[Paper]
    tags: Sent[tuple[str, ...]]
    names: Mapping[str, str]
    full_index: bool
    held: int
    waits: bool


class Answer(Parcel, frozen=True):
    """What that process answers.

    Attributes:
        files: Those of the index, by their paths.
        problems: What was odd.
        owes: Whether it is time to note what is known.
    """

    files: Sent[bytes]
    problems: list[Problem]
    owes: bool


class _Talk:
    """What that process was told last, and what it answered."""

    def __init__(self) -> None:
        self._papers = Sender[Paper]()
        self._tags = Sender[tuple[Tag, ...]]()
        self._files = Receiver[bytes]()
        self._held = 0

    def question(
        self, plain: Sequence[Paper], tagging: Tagging, settings: Search, *, waits: bool
    ) -> Question:
        """Return what tells a library, and remember it as told."""
        tags = self._tags.change(tagging.tags)
        slugs = {paper: tuple([tag.topic for tag in each]) for paper, each in tags.items.items()}
        return Question(
            self._papers.change({paper.id: paper for paper in plain}),
            Sent(tags.base, tags.number, tags.keys, slugs),
            {topic.slug: topic.name for topic in tagging.topics},
            settings.full_index,
            self._held,
            waits,
        )

    def files(self, answer: Answer) -> Files:
        """Return the files of an answer; the content of those that stayed is the very same."""
        found = self._files.received(answer.files)
        self._held = answer.files.number
        return [*found.items()]


_last = again.Last[_Talk]()


def ready(kept: Kept, jobs: Jobs, papers: int | None = None) -> None:
    """Let the process that will be asked read what is kept, before it is asked.

    Args:
        kept: What the last build noted of its own.
        jobs: What it is done by.
        papers: How many there are, if that is known.
    """
    size = kept[0].size // _EACH if papers is None else papers
    jobs.ready(_NAME, size, prepared, kept)


def prepared(kept: Kept) -> None:
    """Import what `answered` needs, and read what is kept."""
    from sitegen import search  # noqa: PLC0415 - as in `answered`

    search.prepare(kept)


def begun(
    plain: Sequence[Paper], tagging: Tagging, settings: Search, kept: Kept, jobs: Jobs
) -> Callable[[], tuple[Files, list[Problem]]]:
    """Return what waits for the files of the index, begun beside all else, and for what was odd.

    Args:
        plain: The papers, with title and abstract in plain form.
        tagging: Their topics.
        settings: What is asked of the search.
        kept: What the last build noted of its own, and where this one does.
        jobs: What it is done by.
    """
    size = len(plain)
    waits = kept[0].holds and jobs.stays(size)

    def asked(talk: _Talk) -> Callable[[], Answer]:
        question = talk.question(plain, tagging, settings, waits=waits)
        _last.hold(talk, size)
        return jobs.beside(_NAME, size, answered, question, kept)

    first = _last.recalled() or _Talk()
    waited = asked(first)

    def found() -> tuple[Files, list[Problem]]:
        talk = first
        try:
            answer = waited()
        except LostError:  # it is another process, or something failed between
            talk = _Talk()
            answer = asked(talk)()
        files = talk.files(answer)
        if answer.owes:
            jobs.beside(_NAME, size, noted, kept)  # which nobody waits for
        return files, answer.problems

    return found


def answered(question: Question, kept: Kept) -> Answer:
    """Return the files of the index that is asked for.

    Args:
        question: What it is made from.
        kept: What the last build noted of its own.

    Raises:
        LostError: Where what is told follows from something that this process does not hold.
    """
    # It takes long to import, and processes that make pages do not need it.
    from sitegen import search  # noqa: PLC0415

    known = search.recalled(kept)
    waits = question.waits and known.lasts
    given = known.given(question.papers, question.tags, question.names)
    files = search.indexed(given, known, full_index=question.full_index, holds=kept[0].holds)
    due = known.due(kept)
    if due and not waits:
        known.note(kept)
    if not known.lasts:
        kept[0].release()
    problems = [problem for lines in kept for problem in lines.problems]
    return Answer(known.told(files, question.held), problems, waits and due)


def noted(kept: Kept) -> None:
    """Note what this process knows; where that fails, it holds no more than is noted."""
    from sitegen import search  # noqa: PLC0415 - as in `answered`

    known = search.recalled(kept)
    known.note(kept)
    if not known.lasts:
        kept[0].release()
