"""Related papers: who speaks of the same things, with the words that tie two papers."""

from collections.abc import Sequence

from sitegen.cache import Lines
from sitegen.model import Neighbour, Paper, Tagging
from sitegen.related import afresh, changes, keeping, vectors

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
    ordered = sorted(papers, key=lambda paper: paper.id)
    keyphrases = [tagging.keyphrases.get(paper.id, ()) for paper in ordered]
    if lines is None:
        near = afresh.found(ordered, keyphrases).near
    else:
        near = _kept(ordered, keyphrases, lines)
    return {paper.id: found for paper, found in zip(ordered, near, strict=True)}


def _kept(
    papers: Sequence[Paper], keyphrases: Sequence[Sequence[str]], lines: Lines
) -> Sequence[tuple[Neighbour, ...]]:
    """Return the neighbours of each paper, from what was kept as far as possible; keep them."""
    before = keeping.read(lines)
    keys = [keeping.key(*each) for each in zip(papers, keyphrases, strict=True)]
    if not _few(before, keys):
        found = afresh.found(papers, keyphrases)
        keeping.write_first(lines, keys, keyphrases, found)
        return found.near
    after = changes.updated(before, papers, keyphrases, keys)
    if after is not before:
        keeping.write(lines, after)
    return [entry.near for entry in after.entries]


def _few(before: keeping.State, keys: Sequence[str]) -> bool:
    """Tell whether so few papers have changed that it is less work not to begin anew."""
    sizes = len(before.entries), len(keys)
    new = len(set(keys).difference(entry.key for entry in before.entries))
    # All weights follow from the most that one can have.
    return vectors.most(sizes[0]) == vectors.most(sizes[1]) and 2 * new <= sizes[1]
