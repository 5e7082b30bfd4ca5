"""`site` and `artifacts`: who builds again finds what who remembers nothing finds."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shifting import CHANGES, Given, states
from sitegen import artifacts, data, introductions, parts, theme
from sitegen.artifacts import Artifact
from sitegen.cache import again
from sitegen.model import Site
from sitegen.plan import Key
from sitegen.site import assemble
from sitegen.theme import StaticFile
from sitegen.views.drafts import PaperDraft

LOOK = theme.load(None)
Made = tuple[Site, list[Artifact], Mapping[str, Key]]


def made(given: Given) -> Made | None:
    """Return what the stage makes; nothing where the build fails half way."""
    papers, tagging, near, said, config, fails = given

    def leads(said: Sequence[introductions.Said]) -> Sequence[Sequence[introductions.Lead]]:
        if fails:
            raise ValueError
        return introductions.led(said)

    by_id = {paper.id: paper for paper in papers}
    try:
        told = introductions.introductions(by_id, tagging.topics, tagging.tags, leads)
    except ValueError:
        return None
    site = assemble(papers, tagging, near, said, told)
    found = artifacts.artifacts(site, config, LOOK)
    return site, found, artifacts.keys_again(found, len(papers))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let lists be long, and files of data large, that are not."""
    monkeypatch.setattr(parts, "LONGEST", 6)
    monkeypatch.setattr(parts, "LONGEST_INDEX", 3)
    monkeypatch.setattr(data, "_ONE_FILE", 12)
    yield
    again.turn(holds=False)
    again.forget()


NAMED = st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMED, min_size=1, max_size=8), st.integers(0, 99))
def test_any_changes_give_what_is_found_afresh(names: list[str], seed: int) -> None:
    again.forget()
    again.turn(holds=False)
    given = list(states(names, seed))
    afresh = [made(each) for each in given]
    for each, expected in zip(given, afresh, strict=True):
        again.turn(holds=True)
        assert made(each) == expected


def test_what_stays_of_a_library_is_the_very_same() -> None:
    given = states(["edited", "copied", "retitled"], 5)
    again.turn(holds=True)
    before = made(next(given))
    for each in given:
        again.turn(holds=True)
        after = made(each)
        assert before
        assert after
        for name in ("near", "central_of", "introductions"):
            old, new = (getattr(one[0], name) for one in (before, after))
            assert all(value is old[slug] for slug, value in new.items())
        before = after


def test_what_stays_of_its_files_is_the_very_same_and_no_key_of_it_is_found_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = states(["edited", "copied", "retitled"], 5)
    again.turn(holds=True)
    before = made(next(given))
    packed: list[object] = []

    def noted(source: object) -> bytes:
        packed.append(source)
        return b""

    monkeypatch.setattr(artifacts, "packed", noted)
    for each in given:
        again.turn(holds=True)
        packed.clear()
        after = made(each)
        assert before
        assert after
        old = {one.path: one.made_from for one in before[1]}
        drafts = [one for one in after[1] if isinstance(one.made_from, PaperDraft)]
        stayed = [one for one in drafts if one.made_from == old.get(one.path)]
        assert all(one.made_from is old[one.path] for one in stayed)
        assert len(stayed) > len(drafts) / 2
        views = [one for one in after[1] if not isinstance(one.made_from, StaticFile | bytes)]
        assert packed == [one.made_from for one in views if one.made_from != old.get(one.path)]
        before = after
