"""`atlas.ties`: which topics belong together."""

from sitegen.atlas import Tie, ties

SIZES = {"hub": 100, "one": 3, "two": 4}
NEAR = {
    "hub": (("one", 2), ("two", 2)),
    "one": (("two", 3), ("hub", 2), ("elsewhere", 1)),
    "two": (("one", 3), ("hub", 2)),
}


BONDS = {slug: ties.bonds(SIZES, (slug, near)) for slug, near in NEAR.items()}


def test_a_tie_to_a_large_topic_says_less() -> None:
    strengths = [each.strengths for each in BONDS.values()]
    assert strengths[1][2] > strengths[1][0]
    assert all(0 < strength <= 1 for each in strengths for strength in each.values())
    assert all(strengths[b][a] == s for a in range(3) for b, s in strengths[a].items())


def test_one_paper_in_common_says_less_than_its_share() -> None:
    one, five = (ties.bonds({"a": n, "b": n}, ("a", (("b", n),))).strengths[1] for n in (1, 5))
    assert one < five


def test_the_closest_come_first_with_the_papers_in_common() -> None:
    assert BONDS["one"].closest == (("two", 3), ("hub", 2))
    assert Tie("one", "two", 3) in ties.drawn(SIZES, BONDS)
