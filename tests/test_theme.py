"""`theme`: overlays, bundles, strictness."""

import base64
import copy
import hashlib
import os
from pathlib import Path

import pytest

from sitegen import theme
from sitegen.errors import BuildError
from sitegen.rendering import Renderer
from sitegen.views.values import NotFoundPage

PAGE = NotFoundPage("<b>Library</b>", "en", None)


def overlay(folder: Path, **files: str) -> theme.Theme:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return theme.load(folder)


def test_everything_is_escaped() -> None:
    html = Renderer(theme.load(None)).html("404.html", PAGE)
    assert "<b>" not in html
    assert "&lt;b&gt;Library" in html


def test_the_inline_style_is_the_one_its_policy_names() -> None:
    html = Renderer(theme.load(None)).html("404.html", PAGE)
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.replace("&#39;", "'")


def test_a_theme_lies_over_the_built_in_one(tmp_path: Path) -> None:
    look = overlay(
        tmp_path,
        templates__404_DOT_html="mine: {{ page.site_title }}",
        static__css__parts_DOT_css="a{}",
        static__css__zz_DOT_css="b{}",
        static__logo_DOT_png="png",
    )
    assert Renderer(look).html("404.html", PAGE) == "mine: &lt;b&gt;Library&lt;/b&gt;"
    files = {file.path: file.content for file in look.static}
    assert files["static/logo.png"] == b"png"
    rest = [_builtin(f"{name}.css") for name in ("print", "search-box", "search", "tokens")]
    assert files["static/site.css"].endswith(b"\n".join([b"a{}", *rest, b"b{}"]))


def test_what_is_hidden_is_not_published(tmp_path: Path) -> None:
    look = overlay(tmp_path, static___DOT_hidden="x", static___DOT_git__config="x", static__a="y")
    assert "static/a" in {file.path for file in look.static}
    assert not [file.path for file in look.static if "/." in file.path]


def test_a_file_with_a_joined_files_name_replaces_it(tmp_path: Path) -> None:
    look = overlay(tmp_path, static__site_DOT_css="mine")
    files = {file.path: file.content for file in look.static}
    assert files["static/site.css"] == b"mine"


def test_a_file_that_is_called_as_a_script_of_ours_is_published(tmp_path: Path) -> None:
    look = overlay(tmp_path, static__watch_DOT_js="mine")
    assert {file.path: file.content for file in look.static}["static/watch.js"] == b"mine"


def test_our_scripts_are_served_without_comments_and_a_themes_as_they_are(tmp_path: Path) -> None:
    own = b"/** mine */\nrun(); // on\n"
    look = overlay(tmp_path, static__js__site__zz_DOT_js=own.decode())
    files = {file.path: file.content for file in look.static}
    assert files["static/site.js"].endswith(own)
    sources = {file.path: file.sources for file in theme.load(None).static}
    for path in ("static/search.js", "static/box.js", "static/results.js"):
        lines = [line for source in sources[path] for line in source.read_bytes().splitlines()]
        code = [line for line in lines if not line.lstrip().startswith((b"//", b"/**", b"*"))]
        assert [line for line in files[path].splitlines() if line] == [
            each for each in code if each
        ]
        assert len(files[path]) < 0.9 * sum(map(len, lines))


def _builtin(name: str) -> bytes:
    return (theme.builtin() / "static" / "css" / name).read_bytes()


def test_files_are_few_and_joined_by_folder() -> None:
    paths = [file.path for file in theme.load(None).static]
    assert paths == [
        "static/box.js",
        "static/favicon.svg",
        "static/results.js",
        "static/scheme.js",
        "static/search.js",
        "static/site.css",
        "static/site.js",
        "static/topics.js",
    ]


@pytest.mark.parametrize("below", ["templates/404.html", "static/mine.css"])
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    look = overlay(tmp_path, templates__404_DOT_html="x", static__mine_DOT_css="x")
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == tmp_path / below:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(BuildError, match="Permission denied"):
        _ = look.templates, look.static


def test_a_theme_is_read_once_for_every_process(tmp_path: Path) -> None:
    look = overlay(tmp_path, templates__404_DOT_html="x", static__mine_DOT_css="x")
    before = look.templates["404.html"], [file.content for file in look.static]
    (tmp_path / "templates" / "404.html").write_text("y")
    (tmp_path / "static" / "mine.css").write_text("y")
    assert (look.templates["404.html"], [file.content for file in look.static]) == before
    sent = copy.copy(look)  # as it is sent
    assert sent == look
    assert Renderer(sent).html("404.html", PAGE) == "x"


def test_a_part_is_one_of_a_page_however_its_path_is_written(tmp_path: Path) -> None:
    look = overlay(tmp_path, templates__404_DOT_html='{% include "./my//part.html" %}')
    (tmp_path / "templates" / "my").mkdir()
    (tmp_path / "templates" / "my" / "part.html").write_text("mine")
    assert Renderer(look).html("404.html", PAGE) == "mine"
    assert theme.used(look.templates, ["404.html"]) == {"404.html", "my/part.html"}


@pytest.mark.parametrize(
    "tag",
    [
        '{% include "a.html" if false else "b.html" %}',
        '{%- include("b.html") -%}',
        '{%include"b.html"%}',
        "{% include 'b.html' ignore missing with context %}",
        '{% include "b" ~ ".html" %}',
        '{% include ["b.html"] %}',
        '{% extends "a.html" if false else "b.html" %}',
        '{% import "b.html" as b without context %}{{ b }}',
        '{% from "b.html" import x, y as z with context %}',
    ],
)
def test_a_part_is_one_of_a_page_however_it_is_named(tmp_path: Path, tag: str) -> None:
    first = overlay(tmp_path, templates__404_DOT_html=tag, templates__b_DOT_html="one")
    assert {"404.html", "b.html"} <= theme.used(first.templates, ["404.html"])
    again = overlay(tmp_path, templates__b_DOT_html="other")
    assert theme.recipes(first.templates)["404.html"] != theme.recipes(again.templates)["404.html"]


def test_a_plain_name_makes_a_page_of_nothing_else(tmp_path: Path) -> None:
    tags = ('{% include "b.html" ignore missing %}', "{% import 'c.html' as c %}")
    look = overlay(tmp_path, templates__404_DOT_html="".join(tags), templates__b_DOT_html="one")
    assert theme.used(look.templates, ["404.html"]) == {"404.html", "b.html"}


@pytest.mark.parametrize("below", ["templates", "static", "static/fonts"])
def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    look = overlay(tmp_path, templates__404_DOT_html="x", static__fonts__mine_DOT_css="x")
    scan = os.scandir

    def refused(path: str) -> object:
        if Path(path) == tmp_path / below:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(BuildError, match="Permission denied") as raised:
        _ = look.templates, look.static
    assert raised.value.problems[0].where == str(tmp_path / below)


@pytest.mark.parametrize("part", ["static", "templates"])
def test_a_part_that_is_elsewhere_is_not_published(tmp_path: Path, part: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "secret").write_text("mine")
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / part).symlink_to(tmp_path / "shared")
    look = theme.load(tmp_path / "look")
    with pytest.raises(BuildError, match="leads out of its theme"):
        _ = look.templates, look.static


@pytest.mark.parametrize("part", ["static", "templates"])
def test_a_link_that_leads_out_of_a_theme_is_not_published(tmp_path: Path, part: str) -> None:
    (tmp_path / "secret").write_text("mine")
    folder = tmp_path / "look" / part
    folder.mkdir(parents=True)
    (folder / "inside").write_text("ours")
    (folder / "another").symlink_to(folder / "inside")
    look = theme.load(tmp_path / "look")
    assert {"another", "inside"} <= {
        *look.templates,
        *(Path(f.path).name for f in look.static),
    }
    (folder / "out").symlink_to(tmp_path / "secret")
    look = theme.load(tmp_path / "look")
    with pytest.raises(BuildError, match="leads out of its theme"):
        _ = look.templates, look.static


@pytest.mark.parametrize("name", ["10:30.pdf", "back\\slash.css"])
def test_a_name_that_no_site_can_hold_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / name).write_text("x")
    with pytest.raises(BuildError, match="separators") as raised:
        _ = theme.load(tmp_path).static
    assert raised.value.problems[0].where == str(tmp_path / "static" / name)
