"""`topics.reasons`: which reasons a tag has, in which order, and that they are true."""

from collections import Counter

import pytest

from making import seeds
from sitegen import prose, rules, text, topics
from sitegen.model import Paper, Reason
from sitegen.topics import evidence, phrases, reasons, tokens
from sitegen.topics.scorecard import Scorecard
from sitegen.topics.statistics import Statistics
from tagged import economics, tagging, titled

QUIET = "We look at it. Nothing is found."


def why(paper: Paper, topic: str, field: int = 0, *, given: bool = False) -> list[str]:
    """Return the reasons why `paper` has `topic`, such as ``count 3``."""
    key = tokens.key(topic)
    texts = phrases.cut(paper)
    found = evidence.mentions(texts, {key: key}, {"gp": "gaussian process"})
    told = reasons.clues(paper, texts, found, {"gp": "gaussian process"})
    said = evidence.spans(found).get(key, ())
    strongest = reasons.strongest((key,), said, told, field, given=given)
    return [f"{each.kind} {each.figure}" if each.figure else each.kind for each in strongest]


def background(*figures: int) -> Statistics:
    """Return a background that knows hats: papers, keywords, candidates."""
    row = "\t".join(map(str, (0, 0, 50, *figures)))
    nobody = "\t".join("000000")
    nothing = Scorecard({}, {}, 0.0)
    return Statistics(99, 9, {}, {"hat": row, "bowler": nobody}, {}, (), {}, nothing, nothing)


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (titled("On Hats", QUIET), ["title"]),
        (titled("On Heads", "We look at it. A hat is found."), ["count 1"]),
        (titled("On Heads", "We look at it. A hat has hats."), ["count 2"]),
        (titled("On Heads", "We look at a hat. Nothing is found."), ["first"]),
        (titled("On Heads", "See e.g. a hat. Nothing is found."), ["first"]),
        (titled("On Heads", "We look at a hat. Hats are found."), ["first", "count 2"]),
        (titled("On Hats", "We look at a hat. Hats are found."), ["title", "count 3", "first"]),
        (titled("On Heads", QUIET, "hats"), ["keyword"]),
        (titled("On Hats", "A hat, a hat, a hat.", "Hat"), ["keyword", "title", "count 4"]),
        (titled("On Heads", QUIET), []),
    ],
)
def test_reasons_are_what_the_paper_says(paper: Paper, expected: list[str]) -> None:
    assert why(paper, "hat") == expected


def test_at_most_three_the_strongest_first() -> None:
    paper = titled("On Gaussian Processes", "Gaussian processes (GP) are a GP.", "GP")
    topic = "Gaussian process"
    assert why(paper, topic, 40, given=True) == ["owner", "keyword", "title"]
    assert why(paper, topic, 40) == ["keyword", "title", "acronym"]
    paper = titled("On Kernels", "Gaussian processes (GP) are found. So is a GP.")
    assert why(paper, topic, 40) == ["acronym", "count 3", "field 40"]
    assert why(titled("A", "The hat. A hat. No hat."), "hat", 40) == [
        "count 3", "field 40", "first",
    ]  # fmt: skip
    assert why(titled("A", "The hat. A hat."), "hat", 40) == ["field 40", "first", "count 2"]


def test_an_acronym_that_all_know_is_not_defined_by_the_paper() -> None:
    paper = titled("On Kernels", "We look at it. A GP is found.")
    assert why(paper, "gaussian process") == ["count 1"]
    assert why(titled("On Kernels", QUIET, "GP"), "gaussian process") == ["keyword"]


def test_a_keyword_may_be_the_papers_own_acronym() -> None:
    paper = titled("On Heads", "We look at it. Top hat wearing (THW) is found.", "THW")
    assert why(paper, "top hat wearing") == ["keyword", "acronym", "count 2"]


def test_the_first_sentence_ends_where_its_reader_sees_it_end() -> None:
    opening = r"We \emph{look} at $\mathbb{R}^{n}$ and \textbf{a hat}. It is found."
    assert opening.index("hat") > len(prose.plain(opening).partition(".")[0])
    assert why(titled("On Heads", opening), "hat") == ["first"]
    assert why(titled("On Heads", r"We look \emph{at it}. A hat is found."), "hat") == ["count 1"]
    assert why(titled("", "A hat."), "hat") == ["first"]


@pytest.mark.parametrize(
    ("figures", "percent"),
    [
        ((40, 3, 10), 30),
        ((40, 3, 9), 0),
        ((400, 9, 100), 0),
        ((400, 10, 100), 10),
        ((0, 0, 0), 0),
    ],
)
def test_few_papers_and_a_small_share_tell_nothing(figures: tuple[int, ...], percent: int) -> None:
    assert reasons.percent(("bowler", "hat"), background(*figures)) == percent


def test_what_others_do_is_no_reason_for_a_paper_that_never_says_it() -> None:
    assert why(titled("On Heads", QUIET), "hat", 40) == []
    assert why(titled("On Heads", QUIET), "hat", 40, given=True) == ["owner"]


def test_every_tag_of_the_seeds_has_reasons_that_are_true() -> None:
    found = tagging()
    kinds: Counter[str] = Counter()
    for paper in seeds():
        opening = text.sentences(prose.plain(paper.abstract))[0]
        for tag in found.tags[paper.id]:
            assert 1 <= len(tag.reasons) <= reasons.MOST
            by_kind = {each.kind: each.figure for each in tag.reasons}
            assert len(by_kind) == len(tag.reasons)
            kinds.update(by_kind.keys())
            in_title = [each for each in tag.evidence if each.part == "title"]
            assert ("title" in by_kind) == bool(in_title)
            assert by_kind.get("count", len(tag.evidence)) == len(tag.evidence)
            assert 10 <= by_kind.get("field", 100) <= 100
            if by_kind.get("count") == 1:
                assert len(by_kind) == 1
            if "first" in by_kind:
                each = next(each for each in tag.evidence if each.part == "abstract")
                said = prose.plain(paper.abstract[each.start : each.end])
                assert said in opening
    assert kinds.keys() == {"title", "acronym", "count", "first", "field"}
    assert kinds["first"] > 20


def test_every_tag_of_another_field_has_a_reason() -> None:
    found = topics.tag(economics())
    assert all(tag.reasons for tags in found.tags.values() for tag in tags)
    assert sum(len(tags) for tags in found.tags.values()) >= len(economics())


def test_a_topic_given_by_the_owner_tells_so_first_and_then_what_the_paper_says() -> None:
    paper = next(paper for paper in seeds() if tagging().tags[paper.id])
    first = tagging().tags[paper.id][0]
    name = next(topic.name for topic in tagging().topics if topic.slug == first.topic)
    content = {"papers": {paper.slug: {"add": [name, "Hats"]}}}
    wanted, problems = rules.read(content, "topics.toml", {})
    assert not problems
    tags = {tag.topic: tag.reasons for tag in topics.tag(seeds(), wanted).tags[paper.id]}
    assert tags["hats"] == (Reason("owner"),)
    assert tags[first.topic][0] == Reason("owner")
    assert tags[first.topic][1:] == first.reasons[:2]
