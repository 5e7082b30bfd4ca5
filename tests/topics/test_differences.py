"""A process that tags again and again works on what changed, and finds what any other finds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from changing import nothing_held
from making import seeds
from sitegen import topics
from sitegen.cache import again
from sitegen.errors import UsageError
from sitegen.jobs.parcel import as_json
from sitegen.model import Paper, Rule, RuleKind, Source, Tagging
from sitegen.topics import labels, naming, parents, selection, sharing
from sitegen.topics.differences import indexed, large
from sitegen.topics.means import Means
from tagged import economics, titled

SENTENCES = (
    "We study sparse attention and graph neural networks (GNNs).",
    "GNNs do well in causal inference methods.",
    "Diffusion models generate images of protein folding.",
    "A diffusion model learns sparse attention.",
    "Sparse Attentions and Sparse-Attention are cheap.",
    "Causal inference with instrumental variables is hard.",
    "We show protein folding problems by protein folding.",
    "Instrumental variables and household debts matter.",
    "Variational autoencoders (VAEs) and VAEs again.",
    "Nothing is said here.",
)
KEYWORDS = ("Causal Inference", "GNNs", "Sparse attention", "protein folding", "VAE")
RULES: tuple[Sequence[tuple[RuleKind, str, str]], ...] = (
    (),
    (("pin", "Causal Inference", "causality"), ("ban", "Diffusion Models", "")),
    (("merge", "Sparse Attention", "GNNs"), ("rename", "Household Debt", "Debts")),
    (("add", "Hats", "paper-1"), ("remove", "Protein Folding", "paper-2")),
    (("parent", "Protein Folding", "Diffusion Models"),),
    (("pin", "Hats", ""), ("description", "Diffusion Models", "They diffuse.")),
    (("add", "Hats", "paper-1"), ("remove", "hats", "p1")),
)
"""The last are a contradiction."""


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    again.forget()
    yield
    again.turn(holds=False)
    again.forget()


def library() -> list[Paper]:
    """Return papers that share some topics."""
    pairs = zip(SENTENCES, SENTENCES[1:] + SENTENCES[:1], strict=True)
    own = [" ".join(pair) for pair in pairs]
    made = [Paper(f"p{at}", f"paper-{at}", text[:30], text) for at, text in enumerate(own)]
    return [*made, *economics(), *seeds()[:18]]


class Change:
    """Draws what changes between two builds."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self._draw = draw

    def below(self, number: int) -> int:
        """Return a number from 0 on."""
        return self._draw(st.integers(0, number - 1))

    def of(self, papers: Sequence[Paper], at: int) -> list[Paper]:
        """Return other papers."""
        found, place = [*papers], self.below(len(papers))
        one, other = found[place], SENTENCES[self.below(len(SENTENCES))]
        kind = self.below(7)
        if kind == 0:
            found[place] = replace(one, abstract=other)
        elif kind == 1:
            found[place] = replace(one, abstract=f"{one.abstract} {other}")
        elif kind == 2:
            first = self.below(len(KEYWORDS))
            found[place] = replace(one, keywords=KEYWORDS[first : first + 2])
        elif kind == 3:
            found.append(titled(f"New {at} {other}", f"{other} {SENTENCES[at % 10]}"))
        elif kind == 4 and len(found) > 20:
            del found[place]
        elif kind == 5:
            found = found[place:] + [replace(each) for each in found[:place]]
        else:
            found[place] = replace(one, title=other)
        return found


def rules(number: int) -> list[Rule]:
    """Return some rules."""
    return [Rule(*each, Source("t.toml", n)) for n, each in enumerate(RULES[number], 1)]


@again.same
def ranked(paper: Paper) -> topics.Ranking:
    """Return the ranking of a paper."""
    return topics.ranked([paper])[0]


@again.same
def answered(question: topics.Question) -> topics.Answer:
    """Return the answer to a question."""
    return topics.answered([question])[0]


MEANS = Means(partial(map, ranked), partial(map, answered), misses=False)
"""What papers tell comes as the very same values as long as they stay, if anything is held."""


def told(papers: Sequence[Paper], number: int) -> bytes:
    """Return all that is found, in its order, or what contradicts."""
    try:
        found = topics.tag(papers, rules(number), MEANS)
    except UsageError as fault:
        return repr(fault.problems).encode()
    return as_json((found, list(found.tags), list(found.keyphrases)))


def failing(questions: Sequence[topics.Question]) -> Iterable[topics.Answer]:
    """Fail half way."""
    raise BrokenPipeError(len(questions))


@settings(max_examples=25)
@given(st.data())
def test_any_changes_give_what_a_process_that_knows_nothing_finds(data: st.DataObject) -> None:
    change, papers, number = Change(data.draw), library(), 0
    for at in range(8):
        again.turn(holds=True)
        found = told(papers, number)
        with nothing_held():
            assert told(papers, number) == found
        for _ in range(1 + change.below(3)):
            papers = change.of(papers, at)
        if change.below(4) == 0:
            number = change.below(len(RULES))
        if change.below(5) == 0:
            again.turn(holds=True)
            with pytest.raises((BrokenPipeError, UsageError)):
                topics.tag(papers, rules(number), replace(MEANS, answers_of=failing))
            papers = change.of(papers, at)


def edited(papers: Sequence[Paper]) -> list[Paper]:
    """Return papers of which one is edited."""
    one = replace(papers[7], abstract=f"{papers[7].abstract} We study state-space models.")
    return [*papers[:7], one, *papers[8:]]


def tagged(papers: Sequence[Paper]) -> Tagging:
    """Return what a build that holds what it finds tells."""
    again.turn(holds=True)
    return topics.tag(papers, (), MEANS)


def test_what_stays_is_the_very_same() -> None:
    papers = seeds()
    first = tagged(papers)
    second = tagged(edited(papers))
    assert first.tags.keys() == second.tags.keys()
    others = [paper for paper in first.tags if second.tags[paper] is not first.tags[paper]]
    assert papers[7].id in others
    assert len(others) < 20
    known = {topic.slug: topic for topic in first.topics}
    new = [topic for topic in second.topics if known.get(topic.slug) is not topic]
    assert 0 < len(new) < 20
    third = tagged(edited(papers))
    assert all(third.tags[paper] is tags for paper, tags in second.tags.items())
    assert all(map(lambda one, other: one is other, third.topics, second.topics))


def test_what_a_change_does_not_reach_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: dict[str, int] = {}

    def count(module: object, name: str) -> None:
        function = getattr(module, name)

        def counted(*given: object, **more: object) -> object:
            counts[name] = counts.get(name, 0) + 1
            return function(*given, **more)

        monkeypatch.setattr(module, name, counted)

    tagged(seeds())
    count(selection, "_verdict")
    count(sharing, "_scores")
    count(naming, "_name")
    count(parents, "forms")
    count(labels, "_tags")
    tagged(edited(seeds()))
    assert max(counts.values()) < 40
    again.forget()
    counts.clear()
    tagged(seeds())
    assert min(counts.values()) > 100


def test_more_than_an_eighth_is_large() -> None:
    assert not large(range(2), 16)
    assert large(range(3), 16)


KEYS = st.dictionaries(
    st.sampled_from("pqrstu"), st.sets(st.sampled_from("abcde"), max_size=4), max_size=6
)


@given(KEYS, KEYS)
def test_an_index_is_kept_up(before: dict[str, set[str]], now: dict[str, set[str]]) -> None:
    def afresh(keys_of: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
        keys = {key for each in keys_of.values() for key in each}
        return {
            key: tuple(sorted(each for each, own in keys_of.items() if key in own)) for key in keys
        }

    assert indexed({}, {}, now) == afresh(now)
    assert indexed(afresh(before), before, now) == afresh(now)
    other = {each: keys for each, keys in now.items() if keys != before.get(each)}
    gone = {each: keys for each, keys in before.items() if keys != now.get(each)}
    assert indexed(afresh(before), gone, other) == afresh(now)
