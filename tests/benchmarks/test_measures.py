"""Each row of the benchmark's table measures what it says, on libraries small enough to reckon."""

import pytest

from making import paper
from measuring import keyphrases, names, relations, shape, simple, stability, table, tags
from measuring.bench import Site
from sitegen.model import Tag, Tagging, Topic


def site(**tags_of: str) -> Site:
    """Return a site; each paper is given its topics as letters."""
    topics = sorted(set("".join(tags_of.values())))
    return Site(
        [paper(ident) for ident in tags_of],
        Tagging(
            topics=tuple(
                Topic(slug, f"{slug} s", tuple(p for p, own in tags_of.items() if slug in own))
                for slug in topics
            ),
            tags={ident: tuple(map(Tag, own)) for ident, own in tags_of.items()},
            keyphrases=dict.fromkeys(tags_of, ()),
        ),
    )


def test_keyphrases_are_the_first_five_for_f1_and_the_first_ten_for_recall() -> None:
    gold = {"one": {"a", "b", "z"}, "none": {"a"}}
    found = {"one": ["A", "c", "d", "e", "f", "b"]}
    assert keyphrases.figures(found, gold) == f"{table.share((2 / 8) / 2)} / {table.share(1 / 3)}"


def test_coverage_counts_papers_with_a_topic() -> None:
    found = site(p="ab", q="a", r="c", s="")
    assert shape.coverage(found) == 0.75
    assert shape.topics_per_paper(found) == 1.0
    assert shape.largest(found) == 0.5


def test_a_paper_is_alone_with_one_topic_that_no_other_has() -> None:
    assert shape.alone(site(p="ab", q="a", r="c", s="de")) == 0.25


def test_names_are_those_of_topics_that_papers_share() -> None:
    assert names.ours(site(p="ab", q="a", r="c")) == ["a s"]


def test_names_count_if_they_are_keywords_after_folding() -> None:
    known = names.keywords([{"keywords": ["Zero-Shot Learning", "RL"]}])
    found = ["Zero Shot Learning", "Reinforcement Learning", "Learning", "Models"]
    assert names.hits(found, known) == 0.5
    assert names.hits([], known) == 0


def test_of_a_path_in_a_taxonomy_the_last_step_is_the_keyword() -> None:
    found = names.keywords([{"keywords": ["Machine Learning: ML: Clustering"]}])
    assert found == names.keywords([{"keywords": ["clustering"]}])


def test_a_simple_topic_is_a_phrase_among_the_first_five_of_enough_papers() -> None:
    phrases = {
        "p": ["GAN", "b", "c", "d", "e", "f"],
        "q": ["gans", "f", "b"],
        "r": ["gan", "f", "x", "GANs"],
        "s": ["f"],
    }
    assert simple.topics(phrases, 3, 9) == {"GAN": ["p", "q", "r"], "f": ["q", "r", "s"]}
    assert simple.topics(phrases, 2, 9).keys() == {"GAN", "f", "b"}
    assert simple.topics(phrases, 2, 1).keys() == {"f"}


def test_tags_are_scored_by_name_and_a_paper_without_any_counts_as_zero() -> None:
    found = tags.names(site(p="ab", q="").tagging)
    assert found == {"p": ["a s", "b s"], "q": []}
    gold = tags.keywords([{"id": "p", "keywords": ["A-s"]}, {"id": "q", "keywords": ["A s"]}])
    assert tags.scores(found, gold) == [pytest.approx(2 / 3), 0]


def test_stability_is_measured_over_the_papers_and_pages_of_before() -> None:
    before, after = site(p="ab", q="c").tagging, site(p="a", q="c", new="d").tagging
    assert stability.kept(before, after) == pytest.approx((0.75, 2 / 3))
    assert stability.kept(before, before) == (1, 1)


def test_nine_in_ten_papers_are_the_same_each_time_in_any_order() -> None:
    library = [paper(str(number)) for number in range(30)]
    part = stability.part(library, "first")
    assert len(part) == 27
    assert {p.id for p in part} == {p.id for p in stability.part(library[::-1], "first")}
    assert {p.id for p in part} != {p.id for p in stability.part(library, "second")}


def test_averages_are_taken_of_each_figure() -> None:
    assert stability.averages([(1.0, 0.5), (0.5, 0.5)]) == table.share(0.75, 0.5)


def test_papers_are_related_by_keywords_that_two_to_fifteen_papers_have() -> None:
    pool = [{"id": str(number), "keywords": ["common"]} for number in range(16)]
    pool[0]["keywords"] = ["common", "Rare Key"]
    pool[1]["keywords"] = ["common", "rare-keys", "own"]
    assert relations.sharing(pool) == {"0": {"1"}, "1": {"0"}}
    assert len(relations.sharing(pool[:15])) == 15


def test_a_ranking_is_averaged_over_the_papers_that_are_asked_for() -> None:
    ranked = {"p": ["q"], "q": ["x"], "x": []}
    assert relations.figure(ranked, {"p": {"q"}, "q": {"p"}}) == table.share(0.5)


def test_the_table_is_aligned_and_its_peers_may_be_empty() -> None:
    lines = table.table([table.Line("f", "≥ 1", "2"), table.Line("long", "", "3", "4", "5")])
    head, rule, first, second = lines.split("\n")
    assert len({len(head), len(rule), len(first), len(second)}) == 1
    assert [cell.strip() for cell in first.strip("|").split("|")] == ["f", "≥ 1", "2", "", ""]


def test_shares_have_three_digits() -> None:
    assert table.share(0.2831, 1) == ".283 / 1.000"
