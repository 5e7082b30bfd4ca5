"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from sitegen.cache import Lines
from sitegen.errors import Problem
from sitegen.jobs import HERE, Jobs
from sitegen.model import Neighbour, Paper, Tagging

__all__ = ["Near", "begun", "neighbours"]

Near = dict[str, tuple[Neighbour, ...]]
"""At most `nearest.NEIGHBOURS` for each paper id, each with a few shared words or phrases, most
telling first. Variants of a paper are not among its neighbours."""


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
    # numpy takes time and room, which a build that finds nothing changed does without.
    from sitegen.related import library  # noqa: PLC0415
    from sitegen.related.terms import Given  # noqa: PLC0415

    given = [
        Given(paper, keyphrases.get(paper.id, ()), known)
        for paper, known in zip_longest(papers, plain)
    ]
    given.sort(key=lambda each: each.paper.id)
    idents = [each.paper.id for each in given]
    found = library.begun(given, lines, jobs)

    def near() -> tuple[Near, list[Problem]]:
        listed, problems = found()
        return dict(zip(idents, listed, strict=True)), problems

    return near
