"""`views.atlas`: the map as a template writes it."""

import re

from briefed import library
from sitegen import views
from sitegen.config import Config
from sitegen.views import values


def page() -> values.MapPage:
    found = views.page(dict(views.pages(library(), Config()))["map.html"])
    assert isinstance(found, values.MapPage)
    return found


def test_the_largest_topics_come_first() -> None:
    names = [(node.topic.name, node.topic.count) for node in page().nodes]
    assert names == [("Signals", 9), ("Sparse Coding", 9), ("Learning", 3)]
    assert page().topics == 3


def test_a_node_tells_what_it_is_tied_to() -> None:
    signals = page().nodes[0]
    assert [(way.name, way.count) for way in signals.closest] == [("Sparse Coding", 9)]
    assert re.fullmatch(r"M\d+ \d+L\d+ \d+", signals.reach)


def test_lines_go_from_disc_to_disc_and_are_as_wide_as_papers() -> None:
    (tie,) = page().ties
    assert tie.width == "4.0"
    ends = {(tie.x1, tie.y1), (tie.x2, tie.y2)}
    assert not ends & {(node.x, node.y) for node in page().nodes}
