"""`topics.unmatched`: each rule of the owner that matches nothing is told with its line."""

import pytest

from making import seeds
from tagged import HATS, named, ruled, warned


def test_problems_stand_in_the_order_of_rules() -> None:
    content = "papers.no.remove = ['A']\nban = ['Zebras']\npapers.no.add = ['B']\npin.Cows = []"
    found = warned(ruled(HATS, content))
    assert [each.partition(": ")[0] for each in found] == [
        f"topics.toml:{n}" for n in (1, 2, 3, 4)
    ]


def test_a_pinned_topic_that_no_paper_speaks_of_is_warned_of() -> None:
    found = ruled(HATS, "# shoes\npin.Shoes = []")
    assert "Shoes" not in named(found)
    assert warned(found) == ["topics.toml:2: no paper speaks of 'Shoes' (see `sitegen topics`)"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('ban = ["Zebra Crossings"]', "no paper speaks of 'Zebra Crossings' (see"),
        ('rename."Zebras" = "Horses"', "no paper speaks of 'Zebras' (see"),
        (
            'merge."Gaussian Processes" = ["Gausian Procesess"]',
            "no paper speaks of 'Gausian Procesess' (did you mean 'Gaussian Processes'?)",
        ),
        ('description."Zebras" = "Striped."', "there is no topic 'Zebras' (see"),
        ('parent."Transformer" = "Zebras"', "there is no topic 'Zebras' (see"),
        ('papers.zebras.add = ["Transformers"]', "no paper has the id or the slug 'zebras' (a"),
    ],
)
def test_rules_that_match_nothing_are_told_with_their_line(content: str, said: str) -> None:
    (problem,) = warned(ruled(seeds(), f"\n{content}"))
    assert problem.startswith(f"topics.toml:2: {said}")


def test_a_topic_that_looks_like_a_slip_of_another_is_told() -> None:
    slug = seeds()[0].slug
    content = f'papers."{slug}".add = ["Gausian Procesess", "Zebras", "Transformers"]'
    (problem,) = warned(ruled(seeds(), content))
    assert problem.startswith("topics.toml:1: no paper speaks of 'Gausian Procesess', which be")
    assert problem.endswith("(did you mean 'Gaussian Processes'?)")
    pinned = f'{content}\n[pin]\n"Gausian Procesess" = ["hats"]'
    assert warned(ruled(seeds(), pinned)) == [
        "topics.toml:3: no paper speaks of 'hats' (see `sitegen topics`)"
    ]


def test_an_unknown_paper_and_a_topic_it_does_not_have() -> None:
    slug = seeds()[0].slug
    content = f'papers."{slug[:-1]}".add = ["Hats"]\npapers."{slug}".remove = ["Hats"]'
    assert warned(ruled(seeds(), content)) == [
        f"topics.toml:1: no paper has the id or the slug '{slug[:-1]}' (did you mean '{slug}'?)",
        f"topics.toml:2: '{slug}' would not have 'Hats' anyway (leave the rule out)",
    ]
