"""Neighbours after papers have changed: only what a change can reach is found anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from sitegen.model import Neighbour, Paper
from sitegen.related import nearest, reach, ties, vectors, wording
from sitegen.related.keeping import Entry, State, entry
from sitegen.related.terms import PAIR, Reader, Terms
from sitegen.related.vectors import Vector, Weights
from sitegen.related.wording import Wording

Nearest = Mapping[int, tuple[Sequence[int], float]]
"""The places of the papers nearest to a paper, and what it takes to be compared with it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed.

    Attributes:
        papers: As they are now.
        kept: What is known of those that stay, by their place.
        read: The terms of the others, by their place.
        lost: What is known of papers that are no more as they were.
        numbers: The terms of each paper, as numbers.
        wording: How they are written.
    """

    papers: Sequence[Paper]
    kept: Mapping[int, Entry]
    read: Mapping[int, Terms]
    lost: Sequence[Entry]
    numbers: Sequence[Sequence[int]]
    wording: Wording


def updated(
    before: State,
    papers: Sequence[Paper],
    keyphrases: Sequence[Sequence[str]],
    keys: Sequence[str],
) -> State:
    """Return what `afresh` finds about papers, from what was found about most of them.

    Args:
        before: What was found, in a library of about the same size.
        papers: Sorted by id.
        keyphrases: Theirs.
        keys: Theirs.
    """
    change = _change(before, papers, keyphrases, keys)
    if not change.read and not change.lost:
        return before
    known = {at: entry.vector for at, entry in change.kept.items()}
    other = _other_vectors(change, known)
    after = [other[at] if at in other else known[at] for at in range(len(papers))]
    least = {at: entry.least for at, entry in change.kept.items()}
    anew = other.keys() | reach.reached(_former(before, keys, known), after, other.keys(), least)
    near = {**_reworded(change, after, anew), **_nearest(papers, after, anew)}
    names = _names(change, after, other.keys(), near)
    entries = dict(change.kept)
    for at, (others, enough) in near.items():
        found = [Neighbour(papers[one].id, names[_tie(at, one)]) for one in others]
        outcome = after[at], enough, found
        if at in change.read:
            entries[at] = entry(keys[at], keyphrases[at], change.read[at], outcome)
        else:
            entries[at] = change.kept[at].renewed(outcome)
    return State([entries[at] for at in range(len(papers))], change.wording.counts)


def _change(
    before: State,
    papers: Sequence[Paper],
    keyphrases: Sequence[Sequence[str]],
    keys: Sequence[str],
) -> Change:
    """Return what has changed."""
    known = {entry.key: entry for entry in before.entries}
    kept = {at: known.pop(key) for at, key in enumerate(keys) if key in known}
    lost = [*known.values()]
    reader = Reader()
    others = [at for at in range(len(papers)) if at not in kept]
    read = {at: reader.read(papers[at], keyphrases[at]) for at in others}
    numbers = [
        kept[at].numbers if at in kept else read[at].words + read[at].phrases
        for at in range(len(papers))
    ]
    words = wording.changed(before.counts, reader, lost)
    return Change(papers, kept, read, lost, numbers, words)


def _former(before: State, keys: Sequence[str], known: Mapping[int, Vector]) -> reach.Before:
    """Return the vectors there were, with the places of the papers that stay."""
    place_of = {key: at for at, key in enumerate(keys)}
    places = [place_of.get(entry.key) for entry in before.entries]
    return [
        (at, entry.vector if at is None else known[at])
        for at, entry in zip(places, before.entries, strict=True)
    ]


def _other_vectors(change: Change, known: Mapping[int, Vector]) -> dict[int, Vector]:
    """Return the vectors of new papers, and those that differ from the known, by their place."""
    turned, stale = _reweighed(change)
    wanted = {term for at in stale for term in change.numbers[at]}
    weights, _ = _weighed(change, wanted)
    other = {}
    for at in stale:
        terms = change.read[at] if at in change.read else change.kept[at].terms
        vector = vectors.vector(terms, weights.get)
        # A paper's only word has the weight 1, however rare it is.
        if vector != known.get(at) or not turned.isdisjoint(vector.terms):
            other[at] = vector
    return other


def _reweighed(change: Change) -> tuple[set[int], list[int]]:
    """Return terms of another weight, rarity or key, and the places of papers that have any."""
    gained = [change.numbers[at] for at in change.read]
    lost = [entry.numbers for entry in change.lost]
    terms = set(chain.from_iterable([*gained, *lost]))
    had = {at: terms.intersection(change.numbers[at]) for at in change.kept}
    shared = Counter(chain.from_iterable(had.values()))
    sides = []
    for forms, papers in ((change.wording.before, lost), (change.wording.after, gained)):
        papers_with = shared + Counter(chain.from_iterable(papers))
        sides.append(vectors.weighed(papers_with, forms, vectors.most(len(change.papers))))
    # Pairs of a word weigh otherwise as well where it goes by another key.
    turned = {
        term
        for term in terms
        if term in change.wording.rekeyed
        or any(was.get(term) != now.get(term) for was, now in zip(*sides, strict=True))
    }
    return turned, [*change.read, *(at for at in had if not turned.isdisjoint(had[at]))]


def _weighed(change: Change, wanted: set[int]) -> tuple[Weights, Mapping[int, int]]:
    """Return what some terms weigh now, and how rare they are."""
    papers_with = Counter(chain.from_iterable(map(wanted.intersection, change.numbers)))
    most = vectors.most(len(change.papers))
    return vectors.weighed(papers_with, change.wording.after, most)


def _nearest(papers: Sequence[Paper], after: Sequence[Vector], anew: Iterable[int]) -> Nearest:
    """Return what is nearest to some papers."""
    places = sorted(anew)
    index = vectors.postings(
        after, {term for at in places for term in after[at].terms[: nearest.PROBES]}
    )
    return {at: nearest.found(papers, at, after, index) for at in places}


def _reworded(change: Change, after: Sequence[Vector], anew: AbstractSet[int]) -> Nearest:
    """Return what is nearest to papers whose terms are written otherwise than before."""
    place_of = {paper.id: at for at, paper in enumerate(change.papers)}
    return {
        at: ([place_of[each.paper] for each in entry.near], entry.least)
        for at, entry in change.kept.items()
        if at not in anew and not change.wording.moved.isdisjoint(after[at].terms)
    }


def _names(
    change: Change, after: Sequence[Vector], other: AbstractSet[int], near: Nearest
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return the words that tie papers, by their places, the smaller first."""
    names = {}
    moved = change.wording.moved
    for at, (others, _) in near.items():
        entry = None if at in other else change.kept[at]
        known = {each.paper: each.words for each in entry.near} if entry else {}
        for one in others:
            ident = change.papers[one].id
            shared = moved.intersection(after[at].terms).intersection(after[one].terms)
            if one not in other and not shared and ident in known:
                names[_tie(at, one)] = known[ident]
    unknown = {_tie(at, one) for at in near for one in near[at][0]} - names.keys()
    _, rarity = _weighed(change, _shared(after, unknown))
    for one, two in unknown:
        vector = dict(zip(after[one].terms, after[one].weights, strict=True))
        texts = ties.text(change.papers[one]), ties.text(change.papers[two])
        names[one, two] = ties.named(vector, after[two], texts, change.wording.after, rarity)
    return names


def _shared(after: Sequence[Vector], ties: Iterable[tuple[int, int]]) -> set[int]:
    """Return the words and phrases that two papers share."""
    shared: set[int] = set()
    for one, two in ties:
        both = set(after[one].terms).intersection(after[two].terms)
        shared.update(term for term in both if term < PAIR)
    return shared


def _tie(one: int, other: int) -> tuple[int, int]:
    """Return the places of two papers, the smaller first."""
    return min(one, other), max(one, other)
