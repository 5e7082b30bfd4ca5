"""What who asks for neighbours and who finds them tell each other: what differs from before."""

from collections.abc import Mapping, Sequence
from functools import cache

from sitegen.cache import digest
from sitegen.errors import Problem
from sitegen.jobs.lists import Receiver, Sender, Sent
from sitegen.jobs.parcel import Parcel
from sitegen.model import Neighbour, Paper
from sitegen.related import wire
from sitegen.related.terms import Given
from sitegen.related.told import told

Near = dict[str, tuple[Neighbour, ...]]
"""At most `nearest.NEIGHBOURS` for each paper id, each with a few shared words or phrases, most
telling first. Variants of a paper are not among its neighbours."""


class Question(Parcel, frozen=True):
    """What is asked.

    Attributes:
        papers: All papers, by id and in the order of ids.
        known: The number of the answer that is known, 0 where none is.
        goes_on: Whether both sides hold what was told, for the next question.
    """

    papers: Sent[bytes]
    known: int
    goes_on: bool


class Answer(Parcel, frozen=True):
    """What is answered.

    Attributes:
        near: The neighbours of each paper as JSON, by its id.
        problems: What was odd.
    """

    near: Sent[bytes]
    problems: Sequence[Problem]


class Asking:
    """Who asks; neighbours that stayed are the very same values as before."""

    def __init__(self) -> None:
        self._papers: dict[str, tuple[Paper, Sequence[str], bytes]] = {}
        self._sender = Sender[bytes]()
        self._receiver = Receiver[tuple[Neighbour, ...]]()
        self._near: Near = {}
        self._known = 0

    def question(
        self, papers: Sequence[Paper], keyphrases: Mapping[str, Sequence[str]], *, goes_on: bool
    ) -> Question:
        """Return what asks for the neighbours of papers: what differs from the last question."""
        before, now = self._papers, {}
        for paper in papers:
            ident = paper.id
            phrases = keyphrases.get(ident, ())
            known = before.get(ident)
            if known is None or known[0] is not paper or known[1] is not phrases:
                new = told(Given(paper, phrases))
                known = paper, phrases, known[2] if known and known[2] == new else new
            now[ident] = known
        self._papers = now
        items = {ident: now[ident][2] for ident in sorted(now)}
        return Question(self._sender.change(items), self._known, goes_on)

    def again(self, question: Question) -> Question:
        """Return what asks the last question of somebody who knows nothing."""
        items = {ident: self._papers[ident][2] for ident in question.papers.keys}
        return Question(self._sender.whole(items), self._known, question.goes_on)

    def near(self, answer: Answer) -> Near:
        """Return the neighbours that are told of."""
        sent, before = answer.near, self._near
        new = {ident: wire.decoded(each) for ident, each in sent.items.items()}
        items = _shared(before, new)
        found = self._receiver.received(Sent(sent.base, sent.number, sent.keys, items))
        self._known = sent.number
        if new or [*before] != [*found]:
            self._near = found
        return self._near

    def found(self, near: Near) -> Near:
        """Return neighbours that were found without asking."""
        self._near = _shared(self._near, near)
        return self._near


def _shared(before: Near, now: Near) -> Near:
    """Return neighbours, those that equal the former as the very same value."""
    return {
        ident: known if (known := before.get(ident)) == each else each
        for ident, each in now.items()
    }


class Answering:
    """Who is asked."""

    def __init__(self) -> None:
        self._receiver = Receiver[bytes]()
        self._keys: Mapping[str, bytes] = {}
        self._sender = Sender[bytes]()
        self._told = 0

    def papers(self, question: Question) -> tuple[dict[str, bytes], list[bytes]]:
        """Return the papers of a question, and their digests.

        Raises:
            LostError: Where they are told by what differs from something that is not known.
        """
        new = question.papers.items
        papers = self._receiver.received(question.papers)
        known = self._keys
        keys = {ident: digest(new[ident]) if ident in new else known[ident] for ident in papers}
        self._keys = keys
        return papers, [*keys.values()]

    def answer(
        self, question: Question, near: Mapping[str, bytes], problems: Sequence[Problem]
    ) -> Answer:
        """Return what tells the neighbours of all papers to who asked."""
        is_known = question.known and question.known == self._told
        sent = self._sender.change(near) if is_known else self._sender.whole(near)
        self._told = sent.number
        if not question.goes_on:
            answering.cache_clear()
        return Answer(sent, problems)


@cache
def answering() -> Answering:
    """Return what this process was asked so far."""
    return Answering()
