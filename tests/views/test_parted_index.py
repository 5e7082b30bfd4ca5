"""`views.index`: a long index of topics in parts, and the page that leads to them."""

from collections.abc import Iterator

import lettered
from making import paper, site
from sitegen import parts
from sitegen.config import Config
from sitegen.model import Topic
from sitegen.views.frame import frame
from sitegen.views.index import topics_pages
from sitegen.views.pieces import Entry, Letter
from sitegen.views.values import TopicsPage, TopicsPartPage

Found = tuple[TopicsPage, dict[str, TopicsPartPage]]


def index(topics: list[Topic]) -> Found:
    """Return the first page of the index, and its parts by path."""
    papers = [paper(ident) for ident in "xyz"]
    found = dict(topics_pages(frame(site(papers, topics), Config())))
    whole = found.pop("topics.html")
    assert isinstance(whole, TopicsPage)
    return whole, {key: page for key, page in found.items() if isinstance(page, TopicsPartPage)}


def entries(letters: tuple[Letter, ...]) -> list[Entry]:
    return [entry for letter in letters for entry in letter.entries]


def names(below: tuple[Entry, ...]) -> list[str]:
    return [entry.topic.name for entry in below]


def lines(found: list[Entry]) -> Iterator[Entry]:
    for entry in found:
        yield entry
        yield from lines([*entry.narrower])


def test_an_index_that_fits_is_one_page() -> None:
    whole, found = index(lettered.topics()[: parts.LONGEST_INDEX])
    assert (found, whole.parts) == ({}, ())
    assert whole.count == whole.shown == len(entries(whole.letters)) == parts.LONGEST_INDEX


def test_every_topic_stands_in_the_part_of_its_letter() -> None:
    topics = lettered.topics()
    whole, found = index(topics)
    assert whole.count == len(topics)
    assert [*found] == [
        "topics-0-9.html", *(f"topics-{letter}.html" for letter in "abcdefm"),
        "topics-sa--sd.html", "topics-se--sh.html", "topics-si--sn.html", "topics-so--sq.html",
        "topics-su--sz.html", "topics-x-z.html",
    ]  # fmt: skip
    assert sorted(entry.topic.name for page in found.values() for entry in entries(page.letters)) \
        == sorted(topic.name for topic in topics)  # fmt: skip
    (models,) = entries(found["topics-m.html"].letters)
    assert names(models.narrower) == ["Set Models", "Zero Models"]
    (zero,) = entries(found["topics-x-z.html"].letters)
    assert (zero.topic.name, zero.within) == ("Zero Models", "Models")


def test_the_first_page_has_the_largest_topics_and_leads_to_all() -> None:
    whole, found = index(lettered.topics())
    assert [(way.name, way.count) for way in whole.parts][-3:] == [
        ("M", 1),
        ("S", 831),
        ("X–Z", 1),
    ]
    assert {way.url for way in whole.parts} <= found.keys()
    assert whole.shown == len(entries(whole.letters)) == 200
    by_letter = {letter.heading: letter for letter in whole.letters}
    (models,) = by_letter["M"].entries
    assert names(models.narrower) == ["Set Models", "Zero Models"]
    assert (by_letter["Z"].url, by_letter["S"].url) == ("topics-x-z.html", "topics-sa--sd.html")
    assert by_letter["#"].url == "topics-0-9.html"


def test_parts_lead_to_each_other() -> None:
    whole, found = index(lettered.topics())
    last = found["topics-su--sz.html"]
    assert [link.name for link in last.beside] == ["Sa–Sd", "Se–Sh", "Si–Sn", "So–Sq", "Su–Sz"]
    assert last.previous
    assert last.following
    assert (last.previous.url, last.following.url) == ("topics-so--sq.html", "topics-x-z.html")
    assert [link.url for link in last.parts] == [way.url for way in whole.parts]
    assert found["topics-m.html"].beside == ()
    reached = {link.url for page in found.values() for link in (*page.parts, *page.beside)}
    assert reached == found.keys()


def test_two_parts_of_a_letter_lead_to_each_other() -> None:
    _, found = index([lettered.topic(f"M{each} {n}", "xy") for each in "au" for n in range(401)])
    assert [link.url for link in found["topics-ma--md.html"].beside] == [*found]


def test_one_more_topic_changes_the_parts_that_have_it() -> None:
    _, before = index(lettered.topics())
    _, after = index([*lettered.topics(), lettered.topic("Big Models", "xy", "models")])
    assert before.keys() == after.keys()
    changed = [path for path in before if before[path] != after[path]]
    assert changed == ["topics-b.html", "topics-m.html"]


def test_too_many_topics_below_one_stand_at_their_letters_alone() -> None:
    below = [
        lettered.topic(f"{letter}{n:03}", "xy", "models")
        for letter in "ABCDEF"
        for n in range(140)
    ]
    under = lettered.topic("Deep", "xy", "models")
    deep = [lettered.topic(f"Deep {n}", "xy", "deep") for n in range(399)]
    models = lettered.topic("Models", "xyz")
    _, found = index([models, *below])
    assert entries(found["topics-m.html"].letters)[0].narrower == ()
    _, found = index([*lettered.topics(), under, *deep])
    (models_entry,) = entries(found["topics-m.html"].letters)
    assert names(models_entry.narrower) == ["Deep", "Set Models", "Zero Models"]
    assert [one.narrower for one in models_entry.narrower] == [(), (), ()]
    assert all(
        len([*lines(entries(page.letters))]) <= parts.LONGEST_INDEX for page in found.values()
    )


def test_what_the_first_page_leaves_out_is_still_named_as_broader() -> None:
    topics = [one for one in lettered.topics() if one.slug != "models"]
    small = lettered.topic("Models", "x")
    whole, _ = index([*topics, small])
    shown = {entry.topic.name: entry for entry in entries(whole.letters)}
    assert "Models" not in shown
    assert shown["Zero Models"].within == "Models"
