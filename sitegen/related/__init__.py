"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from sitegen.cache import Lines
from sitegen.errors import Problem
from sitegen.jobs import HERE, Jobs
from sitegen.model import Neighbour, Paper, Tagging
from sitegen.related import wire
from sitegen.related.terms import Given

__all__ = ["Near", "begun", "neighbours"]

Near = dict[str, tuple[Neighbour, ...]]
"""At most `nearest.NEIGHBOURS` for each paper id, each with a few shared words or phrases, most
telling first. Variants of a paper are not among its neighbours."""

_Found = tuple[Sequence[tuple[Neighbour, ...]], list[Problem]]
"""The neighbours of papers, for each in their order, and what was odd."""

_Waiting = Callable[[], _Found]
"""What waits for that."""


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


def begun(
    papers: Sequence[Paper],
    keyphrases: Mapping[str, Sequence[str]],
    lines: Lines | None = None,
    plain: Sequence[Paper] = (),
    jobs: Jobs = HERE,
) -> Callable[[], tuple[Near, list[Problem]]]:
    """Return what waits for the `neighbours`, and for what was odd.

    Where none are kept, `jobs` reads all papers first; else it finds those of papers that changed
    beside all other work.
    """
    given = [
        Given(paper, keyphrases.get(paper.id, ()), known)
        for paper, known in zip_longest(papers, plain)
    ]
    given.sort(key=lambda each: each.paper.id)
    idents = [each.paper.id for each in given]
    found = (
        _changed(given, lines, jobs)
        if lines is not None and lines.there
        else _first(given, lines, jobs)
    )

    def near() -> tuple[Near, list[Problem]]:
        listed, problems = found()
        return dict(zip(idents, listed, strict=True)), problems

    return near


def _first(given: Sequence[Given], lines: Lines | None, jobs: Jobs) -> _Waiting:
    """Return what waits for the neighbours of papers none of which is known."""
    # numpy takes time and room, which a build without related papers does without.
    from sitegen.related import library  # noqa: PLC0415

    return library.begun(given, lines, jobs)


def _changed(given: Sequence[Given], lines: Lines, jobs: Jobs) -> _Waiting:
    """Return what waits for the neighbours of papers most of which are known."""
    updated = jobs.beside("related", len(given), _updated, [*map(_bare, given)], lines)

    def found() -> _Found:
        near, problems = updated()
        return [*map(wire.decoded, near)], problems

    return found


def _bare(given: Given) -> Given:
    """Return what a process must know of a paper: most have not changed, and are not read."""
    paper = given.paper
    bare = Paper(paper.id, "", paper.title, paper.abstract, variants=paper.variants)
    return Given(bare, given.keyphrases)


def _updated(given: Sequence[Given], lines: Lines) -> tuple[Sequence[bytes], list[Problem]]:
    """Return the neighbours of papers as JSON, as `library.updated` does."""
    # numpy, again: only the process that is asked for this needs it.
    from sitegen.related import library  # noqa: PLC0415

    return library.updated(given, lines)
