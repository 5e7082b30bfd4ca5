"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from sitegen.cache import Lines, again
from sitegen.errors import Problem
from sitegen.jobs import HERE, Jobs
from sitegen.jobs.lists import LostError
from sitegen.model import Paper, Tagging
from sitegen.related.conversation import Answer, Asking, Near, Question
from sitegen.related.terms import Given

__all__ = ["Near", "begun", "neighbours", "ready"]

_Waiting = Callable[[], tuple[Near, Sequence[Problem]]]
"""What waits for the neighbours of papers, and for what was odd."""

_EACH = 3_000
"""About so many bytes are kept of a paper."""

_last = again.Last[Asking]()
_found = again.Last[Near](__name__)


def neighbours(
    papers: Sequence[Paper],
    tagging: Tagging,
    lines: Lines | None = None,
    plain: Sequence[Paper] = (),
) -> Near:
    """Return the papers nearest to each paper, best first, ties by id.

    The measure is the cosine of words, and what shared pairs of neighbouring words and shared
    keyphrases add to it, the best phrases most. A term weighs more the rarer it is, words and
    pairs also the more authors choose them as a keyword. Rarity is the smaller of the library's
    and the shipped background's, in powers of two, so that one more paper changes the weight of
    hardly any term.

    Args:
        papers: In any order; the result does not depend on it.
        tagging: What `topics.tag` said of the same papers.
        lines: Where what was found is kept, so that only what changes is worked on next time;
            the result does not depend on it.
        plain: The same papers with their texts in plain form, if these are known.
    """
    return begun(papers, tagging.keyphrases, lines, plain)()[0]


def ready(lines: Lines, jobs: Jobs) -> None:
    """Let the process that will be asked read what is kept, if anything is, before it is asked."""
    if lines.there:
        jobs.ready("related", lines.size // _EACH, _prepare, lines)


def begun(
    papers: Sequence[Paper],
    keyphrases: Mapping[str, Sequence[str]],
    lines: Lines | None = None,
    plain: Sequence[Paper] = (),
    jobs: Jobs = HERE,
) -> _Waiting:
    """Return what waits for the `neighbours`, and for what was odd.

    Where none are kept, `jobs` reads all papers first; else it finds those of papers that changed
    beside all other work.

    Args:
        papers: In any order.
        keyphrases: Their best phrases, by id.
        lines: Where what was found is kept, if anywhere.
        plain: The same papers with their texts in plain form, if these are known.
        jobs: What the work is done by.
    """
    asking = _last.recalled() or Asking(_found.recalled())
    _last.hold(asking, len(papers))
    goes_on = _last.recalled() is asking  # where builds hold nothing, or not so much, it is not
    asked = partial(asking.question, papers, keyphrases, plain, goes_on=goes_on)
    if lines is not None and lines.there:
        return _held(_changed(asking, asked(), lines, jobs))
    given = [
        Given(paper, keyphrases.get(paper.id, ()), known)
        for paper, known in zip_longest(papers, plain)
    ]
    given.sort(key=lambda each: each.paper.id)
    if lines is None or not goes_on or not jobs.stays(len(papers)):
        return _held(_first(asking, given, lines, jobs))
    return _held(_first(asking, given, lines, jobs, asked()))


def _held(waiting: _Waiting) -> _Waiting:
    """Return what waits for the same, and holds it."""

    def near() -> tuple[Near, Sequence[Problem]]:
        found, problems = waiting()
        _found.hold(found, len(found))
        return found, problems

    return near


def _first(
    asking: Asking,
    given: Sequence[Given],
    lines: Lines | None,
    jobs: Jobs,
    question: Question | None = None,
) -> _Waiting:
    """Return what waits for the neighbours of papers none of which is known.

    Args:
        asking: Who asks.
        given: The papers, sorted by id.
        lines: Where what is found is kept, if anywhere.
        jobs: What reads the papers.
        question: What asks for the same, where a process stays: that is made ready for the next.
    """
    # numpy takes time and room, which a build without related papers does without.
    from sitegen.related import library  # noqa: PLC0415

    idents = [each.paper.id for each in given]
    found = library.begun(given, lines, jobs)

    def near() -> tuple[Near, Sequence[Problem]]:
        listed, problems = found()
        if lines is not None and question is not None:
            lines.release()
            jobs.ready("related", len(given), library.tell, question, lines)
        return asking.found(dict(zip(idents, listed, strict=True)), question), problems

    return near


def _changed(asking: Asking, question: Question, lines: Lines, jobs: Jobs) -> _Waiting:
    """Return what waits for the neighbours of papers most of which are known."""

    def asked(question: Question) -> Callable[[], Answer]:
        return jobs.beside("related", len(question.papers.keys), _answer, question, lines)

    waiting = asked(question)

    def near() -> tuple[Near, Sequence[Problem]]:
        last = question
        try:
            answer = waiting()
        except LostError:  # it is another process, or something failed between
            last = asking.again(question)
            answer = asked(last)()
        return asking.near(last, answer), answer.problems

    return near


def _prepare(lines: Lines) -> None:
    """Import what `library.answer` needs, and read what is kept."""
    from sitegen.related import library  # noqa: PLC0415 - numpy, again

    library.prepare(lines)


def _answer(question: Question, lines: Lines) -> Answer:
    """Return what is answered, as `library.answer` does."""
    # numpy, again: only the process that is asked for this needs it.
    from sitegen.related import library  # noqa: PLC0415

    return library.answer(question, lines)
