"""Records of which a few are others than in the last build → the same papers but for theirs."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.errors import Problem
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Record
from sitegen.papers.groups import paper
from sitegen.papers.titles import titled


class Merged(Parcel, frozen=True):
    """What was made of some records.

    Attributes:
        records: All of them.
        papers: Their papers, in order.
        problems: What was odd.
        places: The places of records that alone tell of a paper, whose id and title no other has,
            to that paper's place.
    """

    records: Sequence[Record]
    papers: Sequence[Paper]
    problems: Sequence[Problem]
    places: Mapping[int, int]

    def again(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Return records, those that say what the one in their place did being that very one.

        A file of which one paper was edited is read again with all the others in it.
        """
        found = tuple(records)
        pairs = zip(found, self.records, strict=False)
        same = tuple(old if new is old or new == old else new for new, old in pairs)
        return same + found[len(same) :]

    def edited(self, records: Sequence[Record]) -> "Merged | None":
        """Return what `records` make, None where more than papers' own matters has changed."""
        if len(records) != len(self.records):
            return None
        pairs = enumerate(zip(self.records, records, strict=True))
        changed = [(at, old, new) for at, (old, new) in pairs if old is not new]
        if any(at not in self.places or _is_more(old, new) for at, old, new in changed):
            return None
        papers = [*self.papers]
        for at, _, new in changed:
            place = self.places[at]
            own = papers[place]
            papers[place] = paper([new], own.id, own.slug, own.variants)
        return Merged(records, papers, self.problems, self.places)


def _is_more(old: Record, new: Record) -> bool:
    """Tell whether a record in another's place may change more than the paper of both."""
    if old.id != new.id or old.title != new.title:
        return True
    return bool(titled(old).problems or titled(new).problems)
