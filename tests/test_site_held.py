"""`site` and `artifacts`: who builds again finds what who remembers nothing finds."""

from collections.abc import Iterator, Sequence

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

LOOK = theme.load(None)
Made = tuple[Site, list[Artifact], dict[str, Key]]


def made(given: Given) -> Made | None:
    """Return what the stage makes; nothing where the build fails half way."""
    papers, tagging, near, said, config, fails = given

    def leads(said: Sequence[introductions.Said]) -> Sequence[Sequence[introductions.Lead]]:
        if fails:
            raise ValueError
        return introductions.led(said)

    try:
        site = assemble(papers, tagging, near, said, leads)
    except ValueError:
        return None
    found = artifacts.artifacts(site, config, LOOK)
    return site, found, artifacts.keys(found)


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
