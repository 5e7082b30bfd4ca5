"""`importers.dump`: the three known shapes of a page and the variation around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import text
from sitegen.errors import Problem
from sitegen.importers import dump
from sitegen.importers.lines import Line
from sitegen.model import Record

LONG = "We study sparse things at length and report what was found. " * 7
LONG = LONG.strip()
SHORT = "We prove that P is not NP."


def read(*said: str) -> tuple[list[Record], list[Problem]]:
    items = list(dump.records("page.txt", [Line(n, one) for n, one in enumerate(said, 1)]))
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Problem)],
    )


def test_dense_shape_with_a_glued_banner() -> None:
    records, problems = read(
        "Get trending papers in your email inbox once a day!",
        "Get trending papers in your email inbox!",
        "SubscribeA Title",
        LONG,
        "Another Title",
        LONG,
    )
    assert [(r.title, r.source.line) for r in records] == [("A Title", 3), ("Another Title", 5)]
    assert [r.abstract for r in records] == [LONG, LONG]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("SubscribeiFusion: Inverting Diffusion", "iFusion: Inverting Diffusion"),
        ("SubscribedSEDA: An Actuator", "dSEDA: An Actuator"),
        ("Subscribeρ-Stabilization", "ρ-Stabilization"),
        ("Subscribers of Newsletters", "Subscribers of Newsletters"),
        ("Subscribed Queues", "Subscribed Queues"),
        ("Subscribe to Queues", "Subscribe to Queues"),
    ],
)
def test_a_title_that_begins_small_is_told_from_the_banner(line: str, title: str) -> None:
    ((record,), problems) = read("Get trending papers in your email inbox!", line, LONG)
    assert (record.title, problems) == (title, [])


def test_spaced_shape_with_a_day() -> None:
    banner = ["new", "", "Get trending papers in your email inbox!", "", "Subscribe", ""]
    records, problems = read(
        *banner, "Daily Papers", "", "byAK and the research community", "", "Sep 9", "",
        "A Title", "", LONG, "", "Another Title", "", LONG,
    )  # fmt: skip
    assert [r.title for r in records] == ["A Title", "Another Title"]
    assert problems == []


def test_utf_8_that_was_misread_is_read_again() -> None:
    ((record,), _) = read("The Robotâ\x80\x99s Map", LONG + " NaÃ¯ve.")
    assert (record.title, record.abstract[-6:]) == ("The Robot’s Map", "Naïve.")


def test_an_abstract_of_several_paragraphs_stays_whole() -> None:
    records, _ = read("A Title", "", LONG, "", LONG, "", "And that is all there is.", "", "Next")
    assert records[0].abstract == f"{LONG}\n\n{LONG}\n\nAnd that is all there is."


def test_a_very_short_abstract() -> None:
    records, _ = read("A Title", SHORT, "Another Title", LONG)
    assert [(r.title, r.abstract) for r in records] == [
        ("A Title", SHORT),
        ("Another Title", LONG),
    ]


def test_authors_and_counters_between_title_and_abstract() -> None:
    records, problems = read(
        "Submitted by", "akhaliq", "42", "A Title", "·", "3 authors", "12",
        "Ada Lovelace, Charles Babbage and Jean van der Berg", LONG,
        "Submitted by someone", "1.2k upvotes", "Another Title", LONG,
    )  # fmt: skip
    assert [r.title for r in records] == ["A Title", "Another Title"]
    assert records[0].authors == ("Ada Lovelace", "Charles Babbage", "Jean van der Berg")
    assert problems == []


def test_a_title_of_listed_words_is_no_author_list() -> None:
    records, _ = read("Attention, Memory, Planning", LONG)
    assert records[0].title == "Attention, Memory, Planning"


def test_a_list_of_long_words_in_capitals_is_read_at_once() -> None:
    listed = ", ".join(["ACGT" * 60 + " is it?"] * 2)
    (record,), problems = read("A Title", listed, LONG)
    assert (record.abstract.split("\n\n"), problems) == ([listed, LONG], [])


def test_a_title_without_an_abstract_is_reported() -> None:
    records, problems = read("A Lonely Title", "A Title", LONG, "Cut Off")
    assert [r.title for r in records] == ["A Title"]
    assert [p.where for p in problems] == ["page.txt:1", "page.txt:4"]
    assert all(p.what.startswith("no abstract follows") for p in problems)


def test_a_page_cut_off_in_front_is_reported() -> None:
    records, problems = read(LONG, "A Title", LONG)
    assert [r.title for r in records] == ["A Title"]
    assert [p.where for p in problems] == ["page.txt:1"]
    assert problems[0].what.startswith("no title stands above")


def test_a_line_that_can_not_be_decoded_harms_no_other_paper() -> None:
    lines = [Line(1, "A Title"), Line(2, LONG), Line(3, "", "byte 9 is not UTF-8"), Line(4, LONG)]
    items = list(dump.records("page.txt", lines))
    assert [item.abstract for item in items if isinstance(item, Record)] == [LONG]
    assert [item.where for item in items if isinstance(item, Problem)] == [
        "page.txt:3",
        "page.txt:4",
    ]


def test_other_languages() -> None:
    records, _ = read(
        "图神经网络综述", "本文研究图神经网络。" * 40, "Étude", "Nous étudions. " * 30
    )
    assert [r.title for r in records] == ["图神经网络综述", "Étude"]


HEADER = (
    "Hugging Face's logo", "Hugging Face", "Models", "Datasets", "Spaces", "Community", "Docs",
    "Enterprise", "Pricing", "Log In", "Sign Up", "Daily Papers",
    "by AK and the research community", "Daily", "Weekly", "Monthly", "Trending",
)  # fmt: skip
CARD = ("#1 Paper of the day", "Submitted by", "taesiri", "112", "·", "25 authors", "3")
FOOTER = (
    "Previous", "Next", "System theme", "Company", "© Hugging Face", "TOS", "Privacy", "About",
    "Careers", "Website", "Models", "Datasets", "Spaces", "Pricing", "Docs",
)  # fmt: skip


def test_the_menus_of_a_whole_page_are_no_papers() -> None:
    records, problems = read(*HEADER, *CARD, "A Title", LONG, *CARD, "Another", SHORT, *FOOTER)
    assert [(r.title, r.abstract) for r in records] == [("A Title", LONG), ("Another", SHORT)]
    assert problems == []


def test_what_stands_below_a_trending_paper_is_no_title() -> None:
    below = ("· Published on Oct 30, 2025", "Upvote", "48", "GitHub 1.2k", "GitHub", "arXiv Page")
    records, problems = read("A Title", LONG, *below, "Another", LONG, *below)
    assert [r.title for r in records] == ["A Title", "Another"]
    assert problems == []


def test_a_page_of_titles_alone_is_told_title_by_title() -> None:
    titles = (
        "MathFusion: Enhancing Mathematical Problem-solving of LLM through Instruction Fusion",
        "ByteDance Seed",
        "What's the Magic Word?",
        "Attention Is All You Need!",
        "大模型能推理吗？",
        "Graph Networks, Language Models, Deep Learning",
    )
    records, problems = read(*HEADER, *(line for title in titles for line in (title, *CARD)))
    assert records == []
    assert [problem.what for problem in problems] == [
        f"no abstract follows '{text.excerpt(title, 60)}'" for title in titles
    ]


def test_a_title_that_asks_is_no_end_of_the_abstract_above() -> None:
    for title in ("Can It Be So?", "大模型能推理吗？"):
        records, _ = read("A Title", LONG, title, "Ada Lovelace, Charles Babbage", LONG)
        assert [(r.title, r.abstract) for r in records] == [("A Title", LONG), (title, LONG)]


def test_an_abstract_that_ends_in_a_question_or_is_cut_off() -> None:
    asked = f"{LONG[:180].strip()} is it so?"
    for abstract in (asked, LONG[:200].strip(), "See https://a.b/c"):
        records, problems = read("A Title", abstract)
        assert [(r.abstract, problems) for r in records] == [(abstract, [])]


KINDS = st.lists(
    st.sampled_from(
        ["", "new", "·", "12", "A Title {}", SHORT, "{} " + LONG, "Ada B, Emmy C", "Is {} So?"]
    )
)


@given(KINDS)
def test_no_line_is_lost_silently(kinds: list[str]) -> None:
    said = [kind.replace("{}", str(number)) for number, kind in enumerate(kinds, 1)]
    records, problems = read(*said)
    kept = "\n".join(f"{record.title}\n{record.abstract}" for record in records).split("\n")
    kept += (", ".join(record.authors) for record in records)
    reported = {int(problem.where.rpartition(":")[2]) for problem in problems}
    for number, line in enumerate(said, 1):
        if line not in {"", "new", "·", "12"}:
            assert line in kept or number in reported


@given(st.lists(st.text(max_size=400), max_size=12))
def test_any_text_is_read_without_a_fault(said: list[str]) -> None:
    records, _ = read(*said)
    assert all(record.title and record.abstract for record in records)


def test_a_dump_is_recognised_by_what_it_says() -> None:
    assert dump.recognises(["new", "", "Get trending papers in your email inbox!"])
    assert dump.recognises(["A Title", LONG])
    assert not dump.recognises(["[package]", "name = 1"])
    assert not dump.recognises(["@article{x,", f"abstract = {{{LONG}}}"])
    assert not dump.recognises(["id,title,abstract", f"1,A Title,{LONG}"])
    assert not dump.recognises(["{", '"title": "A",', f'"abstract": "{LONG}"'])
    assert not dump.recognises(["\x00\x01", "A Title", LONG])
