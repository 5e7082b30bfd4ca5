"""`atlas.ties`: which topics belong together."""

from sitegen.atlas import Tie, ties
from sitegen.model import Topic

TOPICS = [
    Topic("hub", "Hub", tuple(f"p{n}" for n in range(100))),
    Topic("one", "One", ("p0", "p1", "q0")),
    Topic("two", "Two", ("p0", "p1", "q0", "q1")),
]
NEAR = {
    "hub": (("one", 2), ("two", 2)),
    "one": (("two", 3), ("hub", 2), ("elsewhere", 1)),
    "two": (("one", 3), ("hub", 2)),
}


def test_a_tie_to_a_large_topic_says_less() -> None:
    strengths = ties.strengths(TOPICS, NEAR)
    assert strengths[1][2] > strengths[1][0]
    assert all(0 < strength <= 1 for each in strengths for strength in each.values())
    assert all(strengths[b][a] == s for a in range(3) for b, s in strengths[a].items())


def test_one_paper_in_common_says_less_than_its_share() -> None:
    pair = [Topic("a", "A", ("p",)), Topic("b", "B", ("p",))]
    many = [Topic("a", "A", tuple("pqrst")), Topic("b", "B", tuple("pqrst"))]
    ((one,), _), ((five,), _) = (
        [
            tuple(each.values())
            for each in ties.strengths(topics, {"a": (("b", n),), "b": (("a", n),)})
        ]
        for topics, n in ((pair, 1), (many, 5))
    )
    assert one < five


def test_the_closest_come_first_with_the_papers_in_common() -> None:
    strengths = ties.strengths(TOPICS, NEAR)
    closest = ties.closest(TOPICS, strengths, NEAR)
    assert closest[1] == (("two", 3), ("hub", 2))
    assert Tie("one", "two", 3) in ties.drawn(TOPICS, strengths, closest)
