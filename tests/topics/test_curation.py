"""The owner's rules: what becomes of topics, tags, names and addresses."""

from collections.abc import Sequence
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import seeds
from sitegen import topics
from sitegen.errors import UsageError
from sitegen.model import Paper, Reason, Rule, Source, Tagging, Topic
from sitegen.topics import curation, profiles
from tagged import HATS, economics, named, ruled, tagging, warned


def topics_of(found: Tagging, paper: Paper) -> list[str]:
    names = {topic.slug: topic.name for topic in found.topics}
    return [names[tag.topic] for tag in found.tags[paper.id]]


def test_no_rules_change_nothing() -> None:
    assert ruled(seeds(), "") == tagging()
    assert tagging().problems == ()


def test_a_banned_topic_is_gone_in_every_spelling() -> None:
    assert "Gaussian Processes" in named(tagging())
    found = ruled(seeds(), 'ban = ["gaussian process"]')
    assert not {name for name in named(found) if name.lower().startswith("gaussian process")}
    assert "banned" in {each.why for each in found.missed if each.name == "Gaussian Processes"}
    assert warned(found) == []


def test_a_banned_term_is_no_papers_own() -> None:
    alone = next(topic for topic in tagging().topics if len(topic.papers) == 1)
    found = ruled(seeds(), f'ban = ["{alone.name}"]')
    assert alone.name not in named(found)


def test_the_topic_of_a_paper_alone_is_renamed_like_any_other() -> None:
    lone = [topic for topic in tagging().topics if len(topic.papers) == 1]
    assert len(lone) > 5
    content = "".join(f'rename."{one.name}" = "Zebra {n}"\n' for n, one in enumerate(lone))
    found = named(ruled(seeds(), content))
    for number, one in enumerate(lone):
        now = found[f"Zebra {number}"]
        assert (now.papers, now.listed) == (one.papers, one.listed)
        assert one.slug in now.former


def test_the_topic_of_a_paper_alone_that_gets_anothers_name_is_no_second_one() -> None:
    first = next(topic for topic in tagging().topics if len(topic.papers) == 1)
    large = next(topic for topic in tagging().topics if topic.name == "Gaussian Processes")
    found = ruled(seeds(), f'rename."{first.name}" = "{large.name}"')
    assert [topic.name for topic in found.topics].count(large.name) == 1
    assert set(named(found)[large.name].papers) >= set(large.papers)


@pytest.mark.parametrize("old", ["Large Language Models", "large-language model", "LLM", "LLMs"])
def test_a_renamed_topic_keeps_its_papers_and_its_old_address(old: str) -> None:
    before = named(tagging())["Large Language Models"]
    found = ruled(seeds(), f'rename."{old}" = "Very Large Models"')
    topic = named(found)["Very Large Models"]
    assert "Large Language Models" not in named(found)
    assert topic.papers == before.papers
    assert topic.slug == "very-large-models"
    assert before.slug in topic.former
    assert "LLMs" in topic.phrases
    assert warned(found) == []


def test_only_the_spelling_may_be_new() -> None:
    found = ruled(seeds(), 'rename."Large Language Models" = "LLMs"')
    topic = named(found)["LLMs"]
    assert topic.papers == named(tagging())["Large Language Models"].papers
    assert topic.slug == "llms"
    assert topic.former == ("large-language-model", "large-language-models")


def test_new_names_may_be_renamed_and_used_by_other_rules() -> None:
    found = ruled(
        seeds(),
        '[rename]\n"Gaussian Processes" = "GPs"\n"GPs" = "Kriging"\n[description]\n"GPs" = "Old."',
    )
    topic = named(found)["Kriging"]
    assert topic.description == "Old."
    assert topic.former == ("gaussian-process", "gaussian-processes", "gps")
    assert warned(found) == []


def test_merged_topics_are_one_named_like_the_target() -> None:
    one, other = (named(tagging())[name] for name in ("Gaussian Processes", "Causal Discovery"))
    found = ruled(seeds(), 'merge."Gaussian Processes" = ["causal discovery"]')
    topic = named(found)["Gaussian Processes"]
    assert set(topic.papers) == {*one.papers, *other.papers}
    assert other.slug in topic.former
    assert "causal discovery" in topic.phrases
    assert other.name not in named(found)
    for paper in found.tags:
        assert len({tag.topic for tag in found.tags[paper]}) == len(found.tags[paper])
    tag = next(tag for tag in found.tags[other.papers[0]] if tag.topic == topic.slug)
    assert tag.evidence


def test_topics_merged_under_a_name_of_their_own() -> None:
    found = ruled(
        seeds(), 'merge."Kernels and Causes" = ["Gaussian Processes", "Causal Discovery"]'
    )
    topic = named(found)["Kernels and Causes"]
    assert topic.former == ("causal-discovery", "gaussian-process", "gaussian-processes")


def test_a_pinned_topic_is_on_every_paper_that_says_one_of_its_phrases() -> None:
    found = ruled(HATS, 'pin."Hats" = ["head wear", "bowler"]')
    topic = named(found)["Hats"]
    assert sorted(topic.papers) == sorted(paper.id for paper in HATS[:3])
    tags = {paper.id: found.tags[paper.id][-1] for paper in HATS[:3]}
    assert tags[HATS[0].id].reasons == (Reason("owner"),)
    spans = [HATS[1].abstract[each.start : each.end] for each in tags[HATS[1].id].evidence]
    assert spans == ["bowlers", "head-wear"]
    assert {"bowler", "bowlers"} & set(topic.phrases)
    assert warned(found) == []


def test_a_pinned_topic_can_be_taken_from_single_papers() -> None:
    taken = [f'papers."{paper.id}".remove = ["Hats"]\n' for paper in HATS[:3]]
    pin = 'pin."Hats" = ["head wear", "bowler"]\n'
    some = ruled(HATS, pin + taken[0])
    assert set(named(some)["Hats"].papers) == {paper.id for paper in HATS[1:3]}
    none = ruled(HATS, pin + "".join(taken))
    assert "Hats" not in named(none)
    assert warned(some) == warned(none) == []


def test_a_pinned_topic_of_one_paper_is_listed() -> None:
    found = ruled(HATS, "pin.Knees = []")
    assert (named(found)["Knees"].papers, named(found)["Knees"].listed) == ((HATS[3].id,), True)
    assert all(topic.listed == (len(topic.papers) > 1) for topic in tagging().topics)


def test_a_pinned_topic_may_be_as_large_as_the_library() -> None:
    found = ruled(economics(), 'pin."The Economy" = ["wage", "policy", "debt", "employment"]')
    assert len(named(found)["The Economy"].papers) > len(economics()) // 2


def test_parents_and_descriptions() -> None:
    found = ruled(
        seeds(),
        'parent."Gaussian Process" = "Causal Discovery"\n'
        'description."Gaussian Processes" = "Random\\nfunctions."',
    )
    topic = named(found)["Gaussian Processes"]
    assert (topic.parent, topic.description) == ("causal-discovery", "Random functions.")
    orphan = ruled(seeds(), 'parent."Gaussian Process" = ""')
    assert named(orphan)["Gaussian Processes"].parent is None
    assert warned(found) == warned(orphan) == []


def test_a_parent_of_the_owners_goes_before_one_that_was_found() -> None:
    found = {
        "hat": Topic("hats", "Hats", ("p",)),
        "clothe": Topic("clothes", "Clothes", ("p",)),
        "thing": Topic("things", "Things", ("p",)),
    }
    rule = Rule("parent", "Things", "Hats", Source("t.toml", 1))
    wishes = curation.wishes([rule], {})
    above = {"hat": "clothe", "clothe": "thing"}
    result = profiles.profiled(found, above, wishes, profiles.Own({}, {}, {}), 1)
    parents = {topic.slug: topic.parent for topic in result.values()}
    assert parents == {"things": "hats", "hats": "clothes", "clothes": None}


def test_topics_of_single_papers() -> None:
    paper, other = seeds()[0], seeds()[1]
    first = topics_of(tagging(), paper)[0]
    found = ruled(
        seeds(),
        f'[papers."{paper.slug}"]\nadd = ["Hats", "Causal Discovery"]\nremove = ["{first}"]\n'
        f'[papers."{other.id}"]\nadd = ["hats"]\n',
    )
    assert topics_of(found, paper)[:2] == ["Hats", "Causal Discovery"]
    assert first not in topics_of(found, paper)
    assert found.tags[paper.id][0].reasons == (Reason("owner"),)
    assert sorted(named(found)["Hats"].papers) == sorted([paper.id, other.id])
    assert named(found)["Causal Discovery"].papers[0] == paper.id
    assert warned(found) == []


def test_a_topic_that_loses_its_last_paper_is_gone() -> None:
    alone = next(topic for topic in tagging().topics if len(topic.papers) == 1)
    found = ruled(seeds(), f'[papers."{alone.papers[0]}"]\nremove = ["{alone.name}"]')
    assert alone.slug not in {topic.slug for topic in found.topics}


@pytest.mark.parametrize(
    "content",
    [
        'ban = ["LLMs"]\npin."Large Language Model" = []',
        'parent."LLMs" = "Transformers"\nparent."Large Language Models" = "Robustness"',
        "papers.{id}.add = ['Hats']\npapers.{slug}.remove = ['Hats']",
    ],
)
def test_contradictions_that_only_the_library_shows(content: str) -> None:
    paper = seeds()[0]
    with pytest.raises(UsageError, match=r"topics\.toml:2: .*, but .* \(line 1\)"):
        ruled(seeds(), content.format(id=paper.id, slug=paper.slug))


def test_what_just_missed_says_why() -> None:
    found = tagging().missed
    assert 10 <= len(found) <= 40
    assert {each.why for each in found} >= {"few", "weak", "vague"}
    assert [each.papers for each in found] == sorted((m.papers for m in found), reverse=True)
    assert not {each.name for each in found} & named(tagging()).keys()


KINDS: Sequence[
    Literal["ban", "rename", "merge", "pin", "parent", "description", "add", "remove"]
] = ("ban", "rename", "merge", "pin", "parent", "description", "add", "remove")
NAMES = st.sampled_from(
    ["Hats", "Minimum Wages", "minimum wage", "Household Debt", "LLM", "www.a.org", "C#", "Debt"]
) | st.text(min_size=1, max_size=4)
VALUES = NAMES | st.sampled_from([economics()[0].id, economics()[1].slug, ""])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(KINDS), NAMES, VALUES), max_size=6))
def test_any_rules_leave_a_tagging_that_agrees_with_itself(
    drawn: list[tuple[Literal["ban"], str, str]],
) -> None:
    found = [Rule(*each, Source("t.toml", line)) for line, each in enumerate(drawn, 1)]
    try:
        result = topics.tag(economics(), found)
    except UsageError:
        return
    slugs = [topic.slug for topic in result.topics]
    former = [slug for topic in result.topics for slug in topic.former]
    assert len({*slugs, *former}) == len(slugs) + len(former)
    assert {topic.parent for topic in result.topics} <= {None, *slugs}
    for topic in result.topics:
        tagged = {p for p, tags in result.tags.items() if topic.slug in {t.topic for t in tags}}
        assert tagged == set(topic.papers) != set()
    assert all(problem.where.startswith("t.toml:") for problem in result.problems)
