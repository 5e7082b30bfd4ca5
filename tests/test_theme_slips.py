"""`theme.slips`: what in a theme replaces nothing."""

from pathlib import Path

import pytest

from making import SEEDS
from sitegen import theme
from sitegen.build import build
from sitegen.config import Config
from sitegen.progress import Silence
from sitegen.theme.slips import slips


def found(folder: Path, **contents: str) -> list[tuple[str, str]]:
    """Return what is odd in a theme with these files: where, and the hint."""
    for name, content in {"templates/404.html": "", **contents}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    problems = slips(theme.load(folder))
    return [(str(each.where).removeprefix(f"{folder}/"), each.hint) for each in problems]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("templates/papper.html", "paper.html"),
        ("templates/Paper.html", "paper.html"),
        ("templates/_part/papers.html", "_parts/papers.html"),
        ("templates/part/parts.html", "_parts/parts.html"),
        ("static/css/token.css", "css/tokens.css"),
        ("static/tokens.css", "css/tokens.css"),
        ("static/js/site/lists.js", "js/site/list.js"),
        ("static/favicon.ico", "favicon.svg"),
        ("template/paper.html", "templates"),
        ("Static/favicon.svg", "static"),
        ("css/tokens.css", "static/css"),
        ("paper.html", "templates/paper.html"),
    ],
)
def test_a_misspelt_name_is_told_with_the_known_one(tmp_path: Path, name: str, meant: str) -> None:
    ((where, hint),) = found(tmp_path, **{name: ""})
    assert name.startswith(where)
    assert hint in {f"did you mean '{meant}'?", "did you mean 'papers.html'?"}


@pytest.mark.parametrize(
    "name", ["static/js/mine/count.js", "static/mine.js", "static/js/mine.js", "static/mine.css"]
)
def test_a_script_or_style_that_no_page_loads_is_odd(tmp_path: Path, name: str) -> None:
    ((where, hint),) = found(tmp_path, **{name: ""})
    assert where == name
    assert "static/js/site/" in hint
    loaded = f'<script src="static/{Path(name).stem}.js">static/mine.js static/mine.css</script>'
    assert not found(tmp_path, **{name: "", "templates/base.html": loaded})


def test_what_a_theme_adds_is_nothing_odd(tmp_path: Path) -> None:
    names = [
        "static/css/zz-mine.css", "static/css/mine.css", "static/js/site/zz.js", "static/logo.png",
        "static/site.css", "static/css/tokens.css", "static/fonts/charter.woff2", "README.md",
        "static/.DS_Store", "templates/.paper.html.swp", "templates/paper.html~", "shots/a.png",
        "templates/mine/card.html", "static/favicon.png",
    ]  # fmt: skip
    told = {
        "templates/base.html": '{% include "mine/card.html" %}<link href="static/favicon.png">'
    }
    assert not found(tmp_path, **dict.fromkeys(names, ""), **told)


def test_the_built_in_theme_is_nothing_odd() -> None:
    assert not [*slips(theme.load(None))]


def test_a_template_of_no_page_is_odd_and_a_folder_of_neither(tmp_path: Path) -> None:
    assert found(tmp_path, **{"templates/about.html": ""}) == [("templates/about.html", "")]
    empty = tmp_path / "empty"
    empty.mkdir()
    (problem,) = slips(theme.load(empty))
    assert problem.what == "the theme holds neither templates nor static files"


def test_a_build_tells_what_came_to_be_odd_since_the_last(tmp_path: Path) -> None:
    look = tmp_path / "look"
    (look / "static").mkdir(parents=True)
    config = Config(sources=(SEEDS / "003_657c06610c8ce0a3.txt",), output=tmp_path / "site")
    config = Config(sources=config.sources, output=config.output, theme=look)
    assert "look" not in str(build(config, tmp_path, Silence()).problems)
    (look / "template").mkdir()
    assert "look/template" in str(build(config, tmp_path, Silence()).problems)
    assert "look/template" in str(build(config, tmp_path, Silence()).problems)
