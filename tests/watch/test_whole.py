"""All that a site is made from, as its settings tell it."""

from pathlib import Path

import pytest

from sitegen import theme
from sitegen.cli import watching
from sitegen.config import Config
from watched import options


def test_all_that_a_site_is_made_from_is_watched_and_the_site_is_not(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = seeds.parent
    monkeypatch.chdir(top)
    for name in ("look", "other"):
        (top / name).mkdir()
    Path("sitegen.toml").write_text("theme = 'other'")  # which is not the last good one
    config = Config(sources=(Path("seeds"),), output=Path("seeds/site"), theme=Path("look"))
    what = watching.watched(options(), config, top)
    built_in = theme.builtin().resolve()
    counted = [
        *(top / name for name in ("seeds/a.txt", "sitegen.toml", "topics.toml")),
        *(top / name for name in ("look/static/x.css", "other/static/x.css")),
        *(built_in / name for name in ("templates/home.html", "static/css/tokens.css")),
    ]
    others = [top / "seeds" / "site" / "index.html", top / "notes.txt", seeds / ".git" / "x"]
    assert [path for path in [*counted, *others] if what.counts(path)] == counted


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_theme_that_is_missing_is_waited_for(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    monkeypatch.chdir(seeds.parent)
    Path("sitegen.toml").write_text(f"{mark}theme = 'look'", "utf-8")
    assert seeds.parent / "look" in watching.watched(options(), Config(), seeds.parent).files


@pytest.mark.parametrize(
    "said", [f"a = {'[' * 5000}", f"theme = '{'a' * 300}'", 'theme = "\\u0000"', "theme = ["]
)
def test_settings_that_can_not_be_do_not_end_it(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.chdir(seeds.parent)
    Path("sitegen.toml").write_text(said)
    assert (
        seeds.parent / "sitegen.toml" in watching.watched(options(), Config(), seeds.parent).files
    )


def test_a_hidden_template_counts_as_one_may_be_included(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds.parent)
    (seeds.parent / ".look" / "templates").mkdir(parents=True)
    what = watching.watched(options(), Config(theme=Path(".look")), seeds.parent)
    counted = ["templates/.x.html", "templates/.parts/x.html", "static/x.css", "x"]
    others = ["static/.x.css", ".x"]
    look = seeds.parent / ".look"
    assert [name for name in [*counted, *others] if what.counts(look / name)] == counted
