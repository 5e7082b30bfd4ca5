"""Each term as its shard and the lists of words tell it."""

from typing import NamedTuple

from sitegen.search import fronts
from sitegen.search.packing import packed
from sitegen.search.postings import Posting
from sitegen.search.shards import Row
from sitegen.search.weights import Weights


class Term(NamedTuple):
    """What is written of one term.

    Attributes:
        row: The term, its commonest forms and its places, as a shard has them.
        papers: In how many documents it stands, each counted once for each field.
        forms: All that is said for it.
    """

    row: Row
    papers: int
    forms: tuple[str, ...]


def written(term: str, posting: Posting, weights: Weights) -> Term:
    """Return what is written of a term."""
    forms, places = packed(posting, weights)
    row = term, ",".join(fronts.coded([term, *forms])[1:]), places
    return Term(row, sum(map(len, posting.places)), tuple(posting.forms))
