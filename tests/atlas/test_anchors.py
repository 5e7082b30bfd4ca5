"""`atlas.anchors`: where topics would lie by themselves."""

import math

import pytest

from sitegen.atlas import anchors
from sitegen.atlas.anchors import anchor
from sitegen.model import Topic
from sitegen.topics import tokens


def distance(one: Topic, other: Topic) -> float:
    """Return how far the anchors of two topics without papers lie apart."""
    a, b = anchor(one, ()), anchor(other, ())
    return math.hypot(a.x - b.x, a.y - b.y)


def topic(name: str, *phrases: str) -> Topic:
    return Topic("t", name, (), phrases=phrases)


def test_the_shipped_table_is_small_and_lies_within_its_square() -> None:
    table = anchors.shipped()
    assert len(table) > 1000
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in table.values())


def test_the_table_is_folded_as_topics_are() -> None:
    table = anchors.shipped()
    assert sum(tokens.key(key) != key for key in table) < len(table) / 100


def test_related_phrases_lie_closer_than_others() -> None:
    grasping, hand, language = (
        topic("Grasping"),
        topic("Robotic Grippers"),
        topic("Large Language Models"),
    )
    assert distance(grasping, hand) < 0.1
    assert distance(grasping, language) > 0.4


def test_spelling_moves_nothing() -> None:
    assert distance(topic("Large Language Models"), topic("large-language model")) == 0


def test_another_name_of_a_topic_tells_where_it_lies() -> None:
    renamed = topic("Hausregel", "Causal Inference")
    assert distance(renamed, topic("Causal Inference")) < 0.03


def test_an_unknown_name_lies_where_its_parts_and_its_papers_point() -> None:
    known = anchor(topic("Grasping"), ())
    for unknown, keyphrases in [
        (topic("Quokka Grasping"), ()),
        (Topic("t", "Quokka", ("a",)), (("grasping", "grippers"),)),
    ]:
        found = anchor(unknown, keyphrases)
        assert math.hypot(found.x - known.x, found.y - known.y) < 0.1
        assert found.hold < known.hold


def test_what_nothing_is_known_of_lies_somewhere_for_good() -> None:
    one, other = anchor(topic("Quokka"), ()), anchor(topic("Numbat"), ())
    assert one == anchor(topic("Quokka"), ())
    assert (one.x, one.y) != pytest.approx((other.x, other.y), abs=0.01)
    assert one.hold < anchor(topic("Grasping"), ()).hold
