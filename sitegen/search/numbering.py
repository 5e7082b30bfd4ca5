"""Each paper's number in the search, which other papers hardly change."""

from collections.abc import Iterable, Sequence

from sitegen import text
from sitegen.search.steps import stepped

WIDTH = 16
"""Numbers of one block: a paper's card stands in block ``number // WIDTH``."""

_MOST_A_BLOCK = 3


def numbers(slugs: Sequence[str]) -> list[int]:
    """Return a number for each of the slugs, all different.

    A slug's hash chooses a block, its rank among those there the place in it: a paper that comes
    or goes moves only the few that share its block. Each block has one and a half to three papers
    on average, since the ten results of a query load ten of them; that all numbers must be made
    anew is as rare as the library doubles.
    """
    hashes = [int(text.digest(slug), 16) for slug in slugs]
    blocks = 1
    while len(slugs) > _MOST_A_BLOCK * blocks:
        blocks *= 2
    while True:
        numbered = _numbered(slugs, [each % blocks for each in hashes])
        if numbered is not None:
            return numbered
        blocks *= 2


def _numbered(slugs: Sequence[str], blocks: Sequence[int]) -> list[int] | None:
    """Return the numbers where each slug has its block, or None where one overflows."""
    order = sorted(range(len(slugs)), key=lambda at: (blocks[at], slugs[at]))
    found = [0] * len(slugs)
    block, rank = -1, 0
    for at in order:
        rank = rank + 1 if blocks[at] == block else 0
        block = blocks[at]
        if rank == WIDTH:
            return None
        found[at] = block * WIDTH + rank
    return found


def space(numbered: Iterable[int]) -> int:
    """Return how many numbers there are, those of no paper included."""
    highest = max(numbered, default=0)
    blocks = 1
    while blocks * WIDTH <= highest:
        blocks *= 2
    return blocks * WIDTH


def counted(papers: int) -> float:
    """Return the number of papers that weights are made with: rounded down by 6% at most."""
    return stepped(papers, 16)
