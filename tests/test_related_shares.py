"""What papers share, found by whole arrays: it equals what is found paper by paper."""

from collections.abc import Sequence
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sitegen.related import postings, rows, shares
from sitegen.related.vectors import Vectors

SIZE = 9
weights = st.floats(0.125, 2, width=32)
papers = st.dictionaries(st.integers(0, SIZE - 1), weights, max_size=SIZE)
libraries = st.lists(papers, min_size=1, max_size=8)
Library = Sequence[dict[int, float]]


def heaviest(paper: dict[int, float]) -> list[tuple[int, float]]:
    """Return terms and weights, the heaviest first."""
    return sorted(paper.items(), key=lambda each: each[1], reverse=True)


def vectors(library: Library) -> Vectors:
    """Return papers as arrays."""
    entries = [entry for paper in library for entry in heaviest(paper)]
    return Vectors(
        rows.bounds(np.array([len(paper) for paper in library])),
        np.array([term for term, _ in entries], np.int32),
        np.array([weight for _, weight in entries], np.float32),
        SIZE,
    )


@given(libraries)
def test_what_papers_share_by_their_heaviest_terms_is_summed_in_their_order(
    library: Library,
) -> None:
    every = vectors(library)
    found = shares.by_heaviest(every, np.arange(len(library)), postings.found(every))
    expected: dict[tuple[int, int], float] = {}
    for one, paper in enumerate(library):
        for term, weight in heaviest(paper):
            for other, its in enumerate(library):
                if term in its:
                    sum_of = expected.get((one, other), 0.0)
                    expected[one, other] = sum_of + weight * its[term]
    values = zip(found.ones.tolist(), found.others.tolist(), found.values.tolist(), strict=True)
    assert [*values] == [(*pair, value) for pair, value in sorted(expected.items())]


@given(libraries)
def test_what_two_papers_share_is_told_term_by_term(library: Library) -> None:
    pairs = [(one, other) for one in range(len(library)) for other in range(len(library))]
    ones, others = np.array(pairs).T
    found = shares.by_terms(vectors(library), ones, others)
    expected = [
        (number, weight * library[one].get(term, 0.0))
        for number, (one, other) in enumerate(pairs)
        for term, weight in heaviest(library[other])
    ]
    assert [*zip(found.pairs.tolist(), found.products.tolist(), strict=True)] == expected


@given(libraries, st.integers(1, 4))
def test_a_posting_that_is_shortened_has_the_papers_that_its_term_weighs_most_in(
    library: Library, longest: int
) -> None:
    with patch.object(postings, "LONGEST", longest):
        found = postings.shortened(postings.found(vectors(library)))
    for term in range(SIZE):
        having = [at for at, paper in enumerate(library) if term in paper]
        having.sort(key=lambda at: library[at][term], reverse=True)
        row = slice(found.starts[term], found.starts[term + 1])
        assert found.papers[row].tolist() == having[:longest]


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_portions_hold_all_in_order_and_are_no_larger_than_asked(
    sizes: list[int], most: int
) -> None:
    found = rows.portions(np.array(sizes, np.int64), most)
    assert np.concatenate(found).tolist() == [*range(len(sizes))]
    assert all(sum(sizes[at] for at in part[:-1].tolist()) < most for part in found)


@given(libraries)
def test_what_papers_meet_is_what_an_index_has_of_their_terms(library: Library) -> None:
    found = vectors(library)
    index = postings.found(found)
    at = np.arange(len(library))
    met = shares.met(found, at, index).tolist()
    expected = [sum(term in other for term in paper for other in library) for paper in library]
    assert met == expected


@given(st.lists(st.integers(0, 4), min_size=1, max_size=9), st.data(), st.sampled_from([0, 1, 64]))
def test_rows_are_taken_one_by_one_or_many_at_once(
    lengths: list[int], data: st.DataObject, few: int
) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(lengths) - 1)))
    starts = rows.bounds(np.array(lengths))
    values = np.arange(sum(lengths))
    with patch.object(rows, "_FEW", few):
        found, (taken,) = rows.taken(np.array(numbers, np.int64), starts, [values])
    assert found.tolist() == [lengths[number] for number in numbers]
    each = [values[starts[number] : starts[number + 1]].tolist() for number in numbers]
    assert taken.tolist() == [value for row in each for value in row]


@given(libraries, st.lists(st.booleans(), min_size=SIZE, max_size=SIZE))
def test_papers_are_found_by_the_terms_that_are_asked_for(
    library: Library, asked: list[bool]
) -> None:
    with patch.object(postings, "INDEXED", 3):
        every, some = (postings.found(vectors(library), mask) for mask in (None, np.array(asked)))
    assert some.entries() == {entry for entry in every.entries() if asked[entry[0]]}
