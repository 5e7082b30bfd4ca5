"""Neighbours after papers have changed: only what a change can reach is found anew."""

from collections.abc import Mapping, Sequence

import numpy as np

from sitegen.cache.again import as_before
from sitegen.model import Neighbour
from sitegen.related import (
    difference,
    nearest,
    postings,
    reach,
    rows,
    shares,
    ties,
    vectors,
    wire,
)
from sitegen.related.difference import Difference
from sitegen.related.keeping import State
from sitegen.related.nearest import Near
from sitegen.related.rows import Ints, Mask
from sitegen.related.told import Told
from sitegen.related.vectors import Vectors

Pair = tuple[int, int]
Names = dict[Pair, tuple[str, ...]]


def updated(
    before: State,
    given: Told,
    keys: Sequence[bytes],
) -> State:
    """Return what `afresh` finds about papers, from what was found about most of them.

    Args:
        before: What was found, in a library of about the same size.
        given: The papers as they are now, sorted by id.
        keys: Theirs.
    """
    if before.keys == keys:
        return before
    change = difference.difference(before, given, keys)
    places, found = difference.reweighed(change)
    order = rows.followed(change.former, places, len(before.keys))
    after = vectors.joined([change.vectors, found]).taken(order)
    other = np.zeros(len(keys), bool)
    other[places] = True
    least = np.where(change.former < 0, 0.0, before.least[change.former])
    before_it = change.vectors, change.places()
    anew = np.union1d(places, reach.reached(before_it, after, other, least))
    near = {**_reworded(change, after, anew), **_nearest(change.given, after, anew)}
    return _state(change, after, near, _names(change, after, other, near))


def _nearest(given: Told, after: Vectors, anew: Ints) -> dict[int, Near]:
    """Return what is nearest to some papers."""
    wanted = after.having(anew, shares.PROBES)
    index = postings.shortened(postings.found(after, wanted))
    return dict(zip(anew.tolist(), nearest.found(given.paper, anew, after, index), strict=True))


def _reworded(change: Difference, after: Vectors, anew: Ints) -> dict[int, Near]:
    """Return what is nearest to papers whose terms are written otherwise than before."""
    moved = change.corpus.mask(change.wording.moved)
    having = rows.having(after.starts, moved[after.terms])
    place_of = {ident: at for at, ident in enumerate(change.given.idents)}
    found = {}
    for at in np.setdiff1d(having, anew).tolist():
        former = change.former[at]
        others = [place_of[one.paper] for one in wire.decoded(change.before.near[former])]
        found[at] = Near(others, float(change.before.least[former]))
    return found


def _names(change: Difference, after: Vectors, is_other: Mask, near: Mapping[int, Near]) -> Names:
    """Return the words that tie papers, by their places, the smaller first."""
    names = _kept(change, after, is_other, near)
    pairs = {_pair(at, other) for at in near for other in near[at].others}
    unknown = sorted(pairs - names.keys())
    ones, others = np.array(unknown, np.int64).reshape(-1, 2).T
    wanted = after.having(ones) & after.having(others)
    wanted[change.corpus.singles :] = False
    rarity = change.weighed(wanted).rarity
    shared = ties.shared(change.corpus, after, rarity, (ones, others))
    for (one, other), terms in zip(unknown, shared, strict=True):
        texts = ties.text(change.given.paper(one)), ties.text(change.given.paper(other))
        names[one, other] = ties.named(terms, texts, change.wording.after)
    return names


def _kept(change: Difference, after: Vectors, is_other: Mask, near: Mapping[int, Near]) -> Names:
    """Return the words that still tie papers, as neither they nor the terms have changed."""
    names: Names = {}
    moved = change.corpus.mask(change.wording.moved)
    other = set(np.flatnonzero(is_other).tolist())
    for at in near.keys() - other:
        told = wire.decoded(change.before.near[change.former[at]])
        known = {one.paper: one.words for one in told}
        terms, _ = after.of(at)
        written_otherwise = set(terms[moved[terms]].tolist())
        for one in near[at].others:
            ident = change.given.idents[one]
            if one in other or ident not in known:
                continue
            if written_otherwise.isdisjoint(after.of(one)[0].tolist()):
                names[_pair(at, one)] = known[ident]
    return names


def _state(change: Difference, after: Vectors, near: Mapping[int, Near], names: Names) -> State:
    """Return what was found out in all."""
    before, former = change.before, change.former.tolist()
    written = [before.written[at] for at in former]
    told = [before.near[at] for at in former]
    least = before.least[former]
    for at, said in zip(change.came.tolist(), change.said, strict=True):
        written[at] = said
    for at, found in near.items():
        words = [(change.given.idents[one], names[_pair(at, one)]) for one in found.others]
        now = wire.encoded([Neighbour(*each) for each in words])
        told[at] = as_before(now, told[at])  # what stayed is known by being the same
        least[at] = found.least
    whole = change.corpus
    had = change.papers_with > 0
    numbers, places = whole.numbers[had], (np.cumsum(had) - 1).astype(np.int32)
    return State(
        change.keys,
        written,
        whole.renumbered(numbers, places),
        after.renumbered(places, len(numbers)),
        least,
        told,
        change.wording.counts,
    )


def _pair(one: int, other: int) -> Pair:
    """Return the places of two papers, the smaller first."""
    return min(one, other), max(one, other)
