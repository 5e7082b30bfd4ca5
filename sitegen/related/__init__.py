"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Sequence

from sitegen.cache import Lines
from sitegen.model import Neighbour, Paper, Tagging

__all__ = ["neighbours"]


def neighbours(
    papers: Sequence[Paper], tagging: Tagging, lines: Lines | None = None
) -> dict[str, tuple[Neighbour, ...]]:
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

    Returns:
        At most `nearest.NEIGHBOURS` for each paper id, each with a few shared words or phrases,
        most telling first. Variants of a paper are not among its neighbours.
    """
    # numpy takes time and room, which a build that finds nothing changed does without.
    from sitegen.related import library  # noqa: PLC0415

    ordered = sorted(papers, key=lambda paper: paper.id)
    keyphrases = [tagging.keyphrases.get(paper.id, ()) for paper in ordered]
    near = library.neighbours(ordered, keyphrases, lines)
    return {paper.id: found for paper, found in zip(ordered, near, strict=True)}
