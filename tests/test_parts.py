"""`parts`: long lists in stretches that one more paper hardly moves."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from making import paper
from sitegen import parts
from sitegen.model import Paper, Topic


def library(count: int, years: tuple[str | None, ...]) -> list[Paper]:
    return [
        paper(f"{'abcdefgh'[n % 8]}{n:04}", published=years[n % len(years)]) for n in range(count)
    ]


def test_a_list_that_fits_has_no_parts() -> None:
    assert parts.parts(library(parts.LONGEST, (None,))) == ()


@given(st.integers(301, 1500), st.sampled_from([(None,), ("2024",), ("2023", None, "2024-05")]))
def test_every_paper_is_in_one_part_of_bearable_length(
    count: int, years: tuple[str | None, ...]
) -> None:
    papers = library(count, years)
    found = parts.parts(papers)
    assert sorted(p.id for part in found for p in part.papers) == sorted(p.id for p in papers)
    assert all(len(part.papers) <= parts.LONGEST for part in found)
    assert len({part.key.casefold() for part in found}) == len(found)
    assert all(part.label and part.key for part in found)


def test_years_come_newest_first_and_those_without_last() -> None:
    found = parts.parts(library(600, ("2023", None, "2024-05")))
    assert [part.label for part in found] == ["2024", "2023", "Without a year"]


def test_a_library_without_years_is_parted_by_letters_alone() -> None:
    found = parts.parts(library(600, (None,)))
    assert [(part.key, part.group, part.label) for part in found] == [
        (letter, "", letter.upper()) for letter in "abcdefgh"
    ]


def test_one_more_paper_changes_one_part() -> None:
    papers = library(1200, ("2023", "2024"))
    before = {part.key: part for part in parts.parts(papers)}
    after = {part.key: part for part in parts.parts([*papers, paper("zz", published="2023")])}
    changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    assert len(changed) == 1


def test_a_part_is_named_as_titles_begin_so_that_no_two_look_alike() -> None:
    titles = [f"A {n}" for n in range(200)] + [f"Ab{n}" for n in range(101)]
    found = parts.parts([*map(paper, titles), paper("α-fair bandits"), paper("Журнал")])
    assert [part.label for part in found] == ["A", "Aa–Ad", "α", "Ж"]


def test_letters_that_few_titles_begin_with_share_a_part_always_the_same() -> None:
    often = [f"c{more}{n}" for more in ("a", "h", "on", "or") for n in range(160)]
    few = ["c-1", "c2", "cb-1", "cp-1", "cs", "cy", "7", "xor", "zeta"]
    found = parts.parts([*map(paper, [*often, *few])])
    assert [(part.key, part.label, len(part.papers)) for part in found] == [
        ("0--9", "0–9", 1), ("c", "C", 2), ("ca--cd", "Ca–Cd", 161), ("ce--ch", "Ce–Ch", 160),
        ("coi--con", "Coi–Con", 160), ("cor--cot", "Cor–Cot", 160), ("cp", "Cp", 1),
        ("cr--ct", "Cr–Ct", 1), ("cu--cz", "Cu–Cz", 1), ("x--z", "X–Z", 2),
    ]  # fmt: skip


NAMES = st.text("ab-cß éxйИ漢3+", min_size=1, max_size=6).filter(str.strip)


def named(names: list[str]) -> list[Topic]:
    return [Topic(f"t{n}", name, ("x",)) for n, name in enumerate(names)]


def of_topics(topics: list[Topic], lines: int) -> tuple[parts.TopicPart, ...]:
    return parts.topic_parts(topics, {topic.slug: lines for topic in topics})


@given(st.lists(NAMES, min_size=29, max_size=31), st.sampled_from([1, 30, 900]))
def test_every_topic_is_in_one_part_with_a_path_of_its_own(names: list[str], lines: int) -> None:
    topics = named([one + other for one, other in product(names, names)])
    found = of_topics(topics, lines)
    slugs = sorted(topic.slug for part in found for topic in part.topics)
    assert slugs == sorted(topic.slug for topic in topics)
    assert len({part.key.casefold() for part in found}) == len(found)
    assert all(part.label and part.key and part.letter for part in found)
    assert not {char for part in found for char in part.key} & {" ", "/", "+"}


def test_parts_of_topics_are_letters_and_more_letters_where_one_is_too_long() -> None:
    names = [f"M{letter} {n}" for letter in "au" for n in range(401)]
    found = of_topics(named([*names, "Ärger", "42", "Yes", "Zeta", "Ωmega"]), 1)
    assert [(part.key, part.letter, part.label) for part in found] == [
        ("0-9", "#", "#"), ("a", "A", "A"), ("ma--md", "M", "Ma–Md"),
        ("mu--mz", "M", "Mu–Mz"),
        ("x-z", "X–Z", "X–Z"),
    ]  # fmt: skip


def test_another_script_is_parted_by_its_letters() -> None:
    names = [f"{letter}{n}" for letter in "дж" for n in range(401)]
    found = of_topics(named([*names, "++"]), 1)
    assert [(part.key, part.letter, part.label) for part in found] == [
        ("0-9", "#", "#"), ("д", "#", "Д"), ("ж", "#", "Ж"),
    ]  # fmt: skip


def test_topics_of_one_name_stay_together() -> None:
    found = of_topics(named(["C"] * 900), 1)
    assert [(part.key, len(part.topics)) for part in found] == [("c", 900)]
