"""Which spelling names a subject, and what makes it clear enough."""

from sitegen import topics
from sitegen.topics import names, selection, statistics
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


def test_a_subject_is_named_in_full_where_papers_say_it_for_short() -> None:
    shapes = {"self-supervised": 3, "Self-supervised": 1}
    assert names.name(shapes, {}) == "Self-Supervised Learning"
    assert names.name({"multi-agent": 3, "multi-agents": 1}, {}) == "Multi-Agent Systems"
    papers = [
        titled(
            f"Zero-Shot {what}",
            f"We study zero-shot parsers of {what}. Such zero-shot grammars do well, "
            "and so do other zero-shot tricks.",
        )
        for what in ("Greek", "Latin", "Maltese")
    ]
    assert {(each.name, each.slug) for each in topics.tag(papers).topics} == {
        ("Zero-Shot Learning", "zero-shot-learning")
    }


def test_who_says_a_subject_for_short_or_in_full_shares_its_topic() -> None:
    papers = [
        titled(
            f"{what.title()} for {tongue}",
            f"We study {what} of {tongue}. Few know how {what} does so well there.",
        )
        for tongue, what in {
            "Greek": "zero-shot learning",
            "Latin": "zero-shot",
            "Maltese": "zero-shot learning",
        }.items()
    ]
    (topic,) = topics.tag(papers).topics
    assert (topic.name, len(topic.papers)) == ("Zero-Shot Learning", 3)


def test_a_word_of_any_paper_names_no_topic() -> None:
    papers = [
        titled(f"Characterization of {what}", f"A characterization of {what}, and its database.")
        for what in ("Knots", "Braids", "Tangles")
    ]
    names_of = {each.name for each in topics.tag(papers).topics}
    assert names_of.isdisjoint(["Characterization", "Database", "Characterizations"])


def test_a_name_is_not_taken_from_those_who_add_a_word() -> None:
    papers = [
        titled(
            f"Sim-to-Real {what} Transfer",
            f"We study sim-to-real {what} gaps. Such sim-to-real transfer tricks do well, and "
            "better sim-to-real transfer tricks do better. Sim-to-real transfer work goes on.",
        )
        for what in ("Glove", "Shoe", "Hat")
    ]
    names_of = {each.name for each in topics.tag(papers).topics}
    assert "Sim-to-Real Transfer" not in names_of
    assert "Sim-to-Real" in names_of
