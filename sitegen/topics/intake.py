"""What topics look at of each paper: the very same value as long as it is equal."""

from collections.abc import Mapping, Sequence

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.topics import keywords
from sitegen.topics.differences import changed


class _Taken(Parcel, frozen=True):
    """What was looked at last.

    Attributes:
        papers: The library, in its order.
        by_id: The same by ids.
        bare: What is looked at of each, by ids, sorted.
    """

    papers: tuple[Paper, ...] = ()
    by_id: Mapping[str, Paper] = {}
    bare: Mapping[str, Paper] = {}


_LAST = again.Last[_Taken](__name__)


def bare(papers: Sequence[Paper]) -> Mapping[str, Paper]:
    """Return all of each paper that its ranking and its answers are made from, sorted by ids."""
    last = _LAST.recalled() or _Taken()
    given = tuple(papers)
    if given == last.papers:
        return last.bare
    by_id = {paper.id: paper for paper in papers}
    others = changed(by_id, last.by_id)
    found = {
        **last.bare,
        **{each: _looked_at(by_id[each], last) for each in others & by_id.keys()},
    }
    if by_id.keys() != last.by_id.keys():
        found = {ident: found[ident] for ident in sorted(by_id)}
    _LAST.hold(_Taken(given, by_id, found), len(papers))
    return found


def _looked_at(paper: Paper, last: _Taken) -> Paper:
    """Return what is looked at of a paper, as it was if it is no other."""
    own = keywords.subjects(paper.keywords)
    found = Paper(paper.id, "", paper.title, paper.abstract, keywords=own)
    return again.as_before(found, last.bare.get(paper.id))
