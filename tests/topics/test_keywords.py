"""Keywords that are paths through a taxonomy."""

import pytest

from sitegen import topics
from sitegen.topics import keywords
from tagged import titled


@pytest.mark.parametrize(
    ("keyword", "subject"),
    [
        ("Machine Learning: ML: Kernel Methods", "Kernel Methods"),
        ("Planning and Scheduling: General", "Planning and Scheduling: General"),
        ("Kernel Methods", "Kernel Methods"),
        ("Chess:", "Chess:"),
    ],
)
def test_subjects(keyword: str, subject: str) -> None:
    assert keywords.subjects([keyword, subject]) == (subject,)


def test_a_path_through_a_taxonomy_joins_the_topic_at_its_end() -> None:
    abstract = "We look at hats and at the size of hats in many towns."
    paths = ["Crafts: CR: Felt Making", "Trades: Felt Making", "felt making"]
    papers = [titled(f"On Hats {n}", abstract, path) for n, path in enumerate(paths)]
    found = topics.tag(papers)
    (topic,) = [each for each in found.topics if "Felt" in each.name]
    assert topic.name == "Felt Making"
    assert len(topic.papers) == len(papers)
    for paper in papers:
        (tag,) = [each for each in found.tags[paper.id] if each.topic == topic.slug]
        assert tag.reasons[0].kind == "keyword"
        assert found.keyphrases[paper.id][0].lower() == "felt making"
