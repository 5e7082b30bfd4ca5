"""Which words of a paper count as an acronym's long form."""

import pytest

from sitegen import topics
from sitegen.topics import phrases, statistics
from tagged import titled

TO = [
    titled(
        f"Trajectory Optimization for {what}",
        f"To let {what} move, we add contacts to trajectory optimization. TO is fast to solve.",
    )
    for what in ("Walkers", "Grippers", "Drones")
]


def test_a_word_in_small_letters_is_no_evidence_of_a_short_acronym() -> None:
    found = topics.tag(TO)
    (topic,) = [each for each in found.topics if each.name == "Trajectory Optimization"]
    assert topic.phrases == ("TO",)
    (tag,) = [each for each in found.tags[TO[0].id] if each.topic == topic.slug]
    marked = [getattr(TO[0], each.part)[each.start : each.end] for each in tag.evidence]
    assert marked == ["Trajectory Optimization", "trajectory optimization", "TO"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("The arm lifts 5 kg.", "kg"),
        ("A KG stores facts.", "knowledge graph"),
        ("KGs store facts.", "knowledge graph"),
        ("The foot may slip.", "slip"),
        ("Slips are seen.", "slip"),
        ("A lidar sees.", "light detection and ranging"),
        ("We use seq2seq models.", "sequence to sequence"),
    ],
)
def test_what_a_word_counts_as(said: str, key: str) -> None:
    cut = phrases.cut(titled("On a Machine", said))
    assert key in phrases.phrases(cut, statistics.shipped().acronyms)
