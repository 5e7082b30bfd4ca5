"""What differs between a library and what was found out about an earlier one."""

from collections.abc import Sequence

import numpy as np

from sitegen.jobs.parcel import Parcel
from sitegen.related import corpus, rows, vectors, wording
from sitegen.related.corpus import Corpus
from sitegen.related.keeping import State
from sitegen.related.rows import Ints, Mask
from sitegen.related.terms import Reader
from sitegen.related.told import Told
from sitegen.related.vectors import Vectors, Weighed, Weights
from sitegen.related.wording import Wording


class Difference(Parcel, frozen=True, eq=False):
    """What differs.

    Attributes:
        before: What was found out.
        given: The papers as they are now.
        keys: Theirs.
        former: The place that each had before, or -1 if it is new.
        came: The places of those that are new.
        said: What these say, as JSON.
        corpus: What all speak of.
        lost: What papers spoke of that are no more as they were.
        vectors: Of all papers that there were, in their order then, with these terms.
        wording: How terms are written.
        papers_with: How many papers have each term.
    """

    before: State
    given: Told
    keys: Sequence[bytes]
    former: Ints
    came: Ints
    said: Sequence[bytes]
    corpus: Corpus
    lost: Corpus
    vectors: Vectors
    wording: Wording
    papers_with: Ints

    def places(self) -> Ints:
        """Return the place that each paper which there was has now, or -1 if it has none."""
        places = np.full(len(self.vectors), -1)
        stayed = np.flatnonzero(self.former >= 0)
        places[self.former[stayed]] = stayed
        return places

    def weighed(self, wanted: Mask) -> Weights:
        """Return what some terms weigh now."""
        return vectors.weighed(self.corpus, self.papers_with, self.wording.after, wanted)


def difference(
    before: State,
    given: Told,
    keys: Sequence[bytes],
) -> Difference:
    """Return what differs from what was found, where papers are sorted by id."""
    place_of = {key: at for at, key in enumerate(before.keys)}
    former = np.array([place_of.get(key, -1) for key in keys], np.int64)
    came = np.flatnonzero(former < 0)
    is_gone = np.ones(len(before.keys), bool)
    is_gone[former[former >= 0]] = False
    gone = np.flatnonzero(is_gone)
    reader = Reader()
    read = [reader.read(given[at].texts) for at in came.tolist()]
    said = [each.written for each in read]
    words = wording.changed(before.counts, reader, [before.written[at] for at in gone.tolist()])
    both, moved = corpus.joined(before.corpus, corpus.collected(read))
    now, lost = both.taken(rows.followed(former, came, len(before.keys))), both.taken(gone)
    known = before.vectors.renumbered(moved, len(both.numbers))
    with_each = now.papers_with()
    return Difference(before, given, keys, former, came, said, now, lost, known, words, with_each)


def reweighed(change: Difference) -> tuple[Ints, Vectors]:
    """Return the places of papers that are new or weigh otherwise, and their vectors."""
    turned = _turned(change)
    having = rows.having(change.corpus.starts, turned[change.corpus.terms])
    stale = np.union1d(change.came, having)
    wanted = np.zeros(len(change.corpus.numbers), bool)
    wanted[change.corpus.of(stale)[1]] = True
    found = vectors.vectors(change.corpus, stale, change.weighed(wanted))
    other = [
        number
        for number, former in enumerate(change.former[stale])
        if former < 0 or _differ(found.of(number), change.vectors.of(former), turned)
    ]
    return stale[other], found.taken(np.array(other, np.int64))


def _differ(now: Weighed, before: Weighed, turned: Mask) -> bool:
    """Tell whether a vector differs from the former, or any of its terms."""
    # A paper's only word has the weight 1, however rare it is.
    same = all(map(np.array_equal, now, before))
    return not same or bool(turned[now[0]].any())


def _turned(change: Difference) -> Mask:
    """Tell of each term whether it has another weight, rarity or key."""
    size = len(change.corpus.numbers)
    lost = np.bincount(change.lost.terms, minlength=size)
    gained = np.bincount(change.corpus.of(change.came)[1], minlength=size)
    touched = (lost > 0) | (gained > 0)
    now = change.weighed(touched)
    papers_with = change.papers_with - gained + lost
    was = vectors.weighed(change.corpus, papers_with, change.wording.before, touched)
    # Pairs of a word weigh otherwise as well where it goes by another key.
    return touched & (was.differ(now) | change.corpus.mask(change.wording.rekeyed))
