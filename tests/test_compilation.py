"""`rendering.compilation`: templates give what they give by Jinja's own compiler."""

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context

from making import seeds
from sitegen import artifacts, theme, topics, views
from sitegen.config import Config
from sitegen.errors import BuildError
from sitegen.rendering import Renderer, environment
from sitegen.site import assemble
from sitegen.views.values import NotFoundPage

PAGE = NotFoundPage("<b>Library</b>", "en", None)


def plain(look: theme.Theme) -> Environment:
    """A theme's templates as Jinja's own compiler has them."""
    own = environment(look, CodeGenerator)
    own.context_class = Context
    return own


def written(folder: Path, template: str) -> theme.Theme:
    """A theme whose page for missing addresses is made by `template`."""
    (folder / "templates").mkdir()
    (folder / "templates/frame.html").write_text("[{% block one %}base{% endblock %}]")
    (folder / "templates/parts.html").write_text(
        "{% macro m(a, b=2) %}<i>{{ a }}{{ b }}{% endmacro %}"
    )
    (folder / "templates/404.html").write_text(template)
    return theme.load(folder)


def test_pages_are_those_of_jinjas_own_compiler() -> None:
    look = theme.load(None)
    papers = seeds()[:60]
    library = assemble(papers, topics.tag(papers), {})
    renderer, own = Renderer(look), plain(look)
    for path, draft in views.pages(library, Config()):
        recipe = artifacts.key(artifacts.Artifact(path, draft)).recipe
        template = recipe.removeprefix("templates/")
        page = views.page(draft)
        assert renderer.html(template, page) == own.get_template(template).render(page=page), path


@pytest.mark.parametrize(
    "template",
    [
        "{% set d = {'a': '<'} %}{{ d.a }}{{ d.items()|list }}",
        "{{ page.nope is defined }}{{ page.home is defined }}{{ page.home.x is undefined }}",
        "{{ page.nope|default('<x>') }}{{ nope is defined }}",
        "{% if page.home %}a{% elif page.site_title %}{{ page.site_title.upper() }}{% endif %}",
        "{% extends 'frame.html' %}{% block one %}{{ super() }}{{ page.language }}{% endblock %}",
        "{% extends 'frame.html' %}{% set x = page.home %}{% block one %}{{ x }}{% endblock %}",
        "{% if page.home %}{% extends 'frame.html' %}{% endif %}a{% block one %}b{% endblock %}",
        "{% block two %}2{% endblock %}{{ self.two() }}",
        "a{% include 'parts.html' %}b{% include 'frame.html' without context %}c",
        "{% block two %}a{% include 'frame.html' without context %}b{% endblock %}",
        "{% for i in [1, 2] %}{{ i }}{% include 'frame.html' without context %}{% endfor %}",
        "{% include 'frame.html' %}{% include ['no.html', 'frame.html'] without context %}",
        "{% import 'parts.html' as p %}{{ p.m(1) }}{{ p.m(1, b='<') }}",
        "{% from 'parts.html' import m %}{{ m('>') }}{% set n = m('>') %}{{ n }}",
        "{% macro w() %}({{ caller(2) }}){% endmacro %}{% call(n) w() %}{{ n }}<{% endcall %}",
        "{% filter upper %}{{ page.language }}{% endfilter %}",
        "{% set b %}<{{ page.site_title }}{% endset %}{{ b }}",
        "{% for c in page.language %}{{ loop.index }}{{ c }}{{ loop.last }}{% endfor %}",
        "{{ 1.5 }}{{ 3 }}{{ none }}{{ true }}{{ page.language ~ '<' }}",
        "{% autoescape false %}{{ page.site_title }}{% endautoescape %}{{ page.site_title|safe }}",
        "{{ page.site_title|dir }}{{ page.site_title|prose }}{{ 'de\"'|lang }}",
    ],
)
def test_a_theme_may_say_whatever_jinja_understands(tmp_path: Path, template: str) -> None:
    look = written(tmp_path, template)
    expected = plain(look).get_template("404.html").render(page=PAGE)
    assert Renderer(look).html("404.html", PAGE) == expected


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ page.nope }}", "NotFoundPage object' has no attribute 'nope'"),
        ("{{ page.class }}", "NotFoundPage object' has no attribute 'class'"),
        ("{{ nope.title }}", "'nope' is undefined"),
        ("{{ page.home.title }}", "'None' has no attribute 'title'"),
        ("{% import 'parts.html' as p %}{{ p.m(1, c=2) }}", "takes no keyword argument 'c'"),
    ],
)
def test_faults_are_told_as_jinja_tells_them(tmp_path: Path, template: str, told: str) -> None:
    with pytest.raises(BuildError) as fault:
        Renderer(written(tmp_path, template)).html("404.html", PAGE)
    (problem,) = fault.value.problems
    assert told in problem.what
    assert problem.where == f"{tmp_path / 'templates' / '404.html'}:1"
