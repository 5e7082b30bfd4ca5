"""What who asks for neighbours and who finds them tell each other: what differs from before."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import zip_longest

from sitegen.cache import digest
from sitegen.cache.again import as_before
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
    """What is asked; its number is that of the papers.

    Attributes:
        papers: All papers, by id and in the order of ids.
        plain: The title and the abstract in plain form, by id, of those told of that have others
            there, if they are known: to find them out may take long.
        known: The number of the question whose answer is known, 0 where none is.
        goes_on: Whether both sides hold what was told, for the next question.
    """

    papers: Sent[bytes]
    plain: Mapping[str, tuple[str, str]]
    known: int
    goes_on: bool


class Answer(Parcel, frozen=True):
    """What is answered.

    Attributes:
        base: The number of the question whose answer this one follows from, 0 where all is told.
        near: The neighbours as JSON of each paper that has others there, by its id.
        problems: What was odd.
    """

    base: int
    near: Mapping[str, bytes]
    problems: Sequence[Problem]


class Asking:
    """Who asks; neighbours that stayed are the very same values as before.

    Args:
        near: What somebody else was answered before.
    """

    def __init__(self, near: Near | None = None) -> None:
        self._idents: Sequence[str] = ()
        self._given: dict[str, Given] = {}
        self._told: dict[str, Given] = {}
        self._sender = Sender[Given]()
        self._near: Near = near or {}
        self._known = 0

    def question(
        self,
        papers: Sequence[Paper],
        keyphrases: Mapping[str, Sequence[str]],
        plain: Sequence[Paper],
        *,
        goes_on: bool,
    ) -> Question:
        """Return what asks for the neighbours of papers: what differs from the last question.

        Args:
            papers: The papers.
            keyphrases: Their best phrases, by id.
            plain: They with their texts in plain form, if these are known.
            goes_on: As of the question.
        """
        idents = [paper.id for paper in papers]
        phrases = [keyphrases.get(ident, ()) for ident in idents]
        known = map(self._given.get, idents)
        others = {
            paper.id: Given(paper, said, texts)
            for paper, said, former, texts in zip_longest(papers, phrases, known, plain)
            if former is None or former.paper is not paper or former.keyphrases is not said
        }
        ordered: Iterable[str] = self._told if idents == self._idents else sorted(idents)
        items = {ident: self._told.get(ident) or others[ident] for ident in ordered}
        for ident, each in others.items():
            if items[ident] is not each and _content(items[ident]) != _content(each):
                items[ident] = each
        given = {ident: others.get(ident) or self._given[ident] for ident in idents}
        self._idents, self._given, self._told = idents, given, items
        return self._question(self._sender.change(items), goes_on=goes_on)

    def again(self, question: Question) -> Question:
        """Return what asks the last question of somebody who knows nothing."""
        return self._question(self._sender.whole(self._told), goes_on=question.goes_on)

    def _question(self, sent: Sent[Given], *, goes_on: bool) -> Question:
        """Return a question of papers."""
        new = sent.items.items()
        items = {ident: told(each) for ident, each in new}
        plain = {
            ident: (each.plain.title, each.plain.abstract)
            for ident, each in new
            if each.plain is not None and each.plain is not each.paper
        }
        papers = Sent(sent.base, sent.number, sent.keys, items)
        return Question(papers, plain, self._known, goes_on)

    def near(self, question: Question, answer: Answer) -> Near:
        """Return the neighbours that are told of, as the answer to the last question."""
        before = self._near
        new = _shared(before, {ident: wire.decoded(each) for ident, each in answer.near.items()})
        idents = question.papers.keys
        if new or [*before] != idents:
            self._near = {ident: new[ident] if ident in new else before[ident] for ident in idents}
        self._known = question.papers.number
        return self._near

    def found(self, near: Near, question: Question | None) -> Near:
        """Return neighbours that were found here; who is asked may know them as an answer."""
        self._near = _shared(self._near, near)
        self._known = question.papers.number if question else 0
        return self._near


def _content(given: Given) -> tuple[object, ...]:
    """Return what is told of a paper beside its id."""
    paper = given.paper
    return paper.title, paper.abstract, paper.variants, given.keyphrases


def _shared(before: Near, now: Near) -> Near:
    """Return neighbours, those that equal the former as the very same value."""
    return {ident: as_before(each, before.get(ident)) for ident, each in now.items()}


class Answering:
    """Who is asked."""

    def __init__(self) -> None:
        self._receiver = Receiver[bytes]()
        self._keys: Mapping[str, bytes] = {}
        self._near: Mapping[str, bytes] = {}
        self._answered = 0

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
        base = question.known if question.known == self._answered else 0
        before = self._near if base else {}
        new = {ident: each for ident, each in near.items() if before.get(ident) is not each}
        self._near, self._answered = near, question.papers.number
        if not question.goes_on:
            answering.cache_clear()
        return Answer(base, new, problems)


@cache
def answering() -> Answering:
    """Return what this process was asked so far."""
    return Answering()
