"""`Renderer`: what is wrong with a theme's templates is told with file and line."""

from pathlib import Path

import pytest

from sitegen import theme
from sitegen.errors import BuildError
from sitegen.rendering import Renderer
from sitegen.views.values import NotFoundPage

PAGE = NotFoundPage("<b>Library</b>", "en", None)


def overlay(folder: Path, content: str) -> theme.Theme:
    (folder / "templates").mkdir()
    (folder / "templates" / "404.html").write_text(content, "utf-8", "surrogateescape")
    return theme.load(folder)


@pytest.mark.parametrize(
    "template", ["{{ 1 / 0 }}", "{{ page.home.x.y }}", "\udcff", "{{ '\\ud800' }}"]
)
def test_any_fault_of_a_theme_names_its_template(tmp_path: Path, template: str) -> None:
    look = overlay(tmp_path, template)
    with pytest.raises(BuildError) as raised:
        Renderer(look).encoded("404.html", PAGE)
    assert raised.value.problems[0].where.startswith(str(tmp_path / "templates" / "404.html"))


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ page.nothing }}", "no attribute 'nothing'"),
        ("{{ config }}", "'config' is undefined"),
        ("{% for x in range(3) %}{% endfor %}", "'range' is undefined"),
        ("\n{% if %}", "Expected an expression"),
        ("<ul>\n  <li>\n</ul>\n{{ 1 }}\n<div>\n\n{{ page.nothing }}", "no attribute 'nothing'"),
        ("<p>\n{% include 'own.html' %}", "no template own.html"),
        ("<p>\n\n{% set page.home = 1 %}", "cannot assign attribute"),
    ],
)
def test_a_template_sees_its_page_and_nothing_else(
    tmp_path: Path, template: str, said: str
) -> None:
    look = overlay(tmp_path, template)
    with pytest.raises(BuildError, match=said) as raised:
        Renderer(look).html("404.html", PAGE)
    line = template.count("\n") + 1
    assert raised.value.problems[0].where == f"{tmp_path / 'templates' / '404.html'}:{line}"


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("{{ page.languag }}", "did you mean 'language'?"),
        ("{{ page.nothing }}", "it has {fields}"),
        ("{{ config.title }}", "templates see page alone"),
        ("{{ page.fields.title }}", "it has {fields}"),
        ("{{ 1 / 0 }}", ""),
    ],
)
def test_what_a_template_may_ask_for_instead_is_told(
    tmp_path: Path, template: str, hint: str
) -> None:
    with pytest.raises(BuildError) as raised:
        Renderer(overlay(tmp_path, template)).html("404.html", PAGE)
    fields = ", ".join(NotFoundPage.__struct_fields__)
    assert raised.value.problems[0].hint == hint.replace("{fields}", fields)


@pytest.mark.parametrize("fault", ["{# unended", "{% raw %} unended", "{% if %}", "\udcff"])
def test_a_fault_of_a_part_is_told_of_the_part(tmp_path: Path, fault: str) -> None:
    overlay(tmp_path, "{% include 'part.html' %}")
    part = tmp_path / "templates" / "part.html"
    part.write_text(f"<p>\n\n{fault}", "utf-8", "surrogateescape")
    with pytest.raises(BuildError) as raised:
        Renderer(theme.load(tmp_path)).encoded("404.html", PAGE)
    assert raised.value.problems[0].where == f"{part}:3"
