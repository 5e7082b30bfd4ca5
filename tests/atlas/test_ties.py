"""`atlas.ties`: which topics belong together."""

from sitegen.atlas import Tie, ties

SIZES = {"hub": 100, "one": 3, "two": 4}
NEAR = {
    "hub": (("one", 2), ("two", 2)),
    "one": (("two", 3), ("hub", 2), ("elsewhere", 1)),
    "two": (("one", 3), ("hub", 2)),
}


NINE = tuple((f"c{at}", 9) for at in range(5))

BONDS = {slug: ties.bonds(SIZES, (slug, near)) for slug, near in NEAR.items()}


def test_a_tie_to_a_large_topic_says_less() -> None:
    strengths = [dict(each.strengths) for each in BONDS.values()]
    assert strengths[1][2] > strengths[1][0]
    assert all(0 < strength <= 1 for each in strengths for strength in each.values())
    assert all(strengths[b][a] == s for a in range(3) for b, s in strengths[a].items())


def test_one_paper_in_common_says_less_than_its_share() -> None:
    one, five = (ties.bonds({"a": n, "b": n}, ("a", (("b", n),))) for n in (1, 5))
    assert one.strengths[0] < five.strengths[0]


def test_ties_as_strong_as_others_in_another_order_are_other_ties() -> None:
    near = ("a", (*NINE, ("b", 6), ("c", 3))), ("a", (*NINE, ("c", 6), ("b", 3)))
    before = ties.bonds({"a": 9, "b": 64, "c": 9, **dict(NINE)}, near[0])
    after = ties.bonds({"a": 9, "b": 9, "c": 64, **dict(NINE)}, near[1])
    assert before.closest == after.closest
    assert dict(before.strengths) == dict(after.strengths)
    assert before != after


def test_the_closest_come_first_with_the_papers_in_common() -> None:
    assert BONDS["one"].closest == (("two", 3), ("hub", 2))
    assert Tie("one", "two", 3) in ties.drawn(SIZES, BONDS)
