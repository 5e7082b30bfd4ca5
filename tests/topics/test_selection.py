"""Which spelling names a subject, and what makes it clear enough."""

from sitegen import topics
from sitegen.topics import selection, statistics
from tagged import titled

BACKGROUND = statistics.shipped()


def test_a_spelling_that_the_background_does_not_know_names_no_subject_that_it_knows() -> None:
    papers = [
        titled(
            f"Slot Filling Models for {what}",
            f"Slot filling finds values in requests for {what}. We do slot filling by rules.",
        )
        for what in ("Flights", "Trains", "Hotels")
    ]
    assert not BACKGROUND.known("slot filling model").papers
    found = topics.tag(papers)
    assert [each.name for each in found.topics if each.listed] == ["Slot Filling"]


def test_a_subject_is_clear_if_one_of_its_spellings_is() -> None:
    vague, clear = "slot filling", "slot filling model"
    assert not selection.is_clear(selection.Subject((vague,), {}), BACKGROUND)
    assert selection.is_clear(selection.Subject((vague, clear), {}), BACKGROUND)
