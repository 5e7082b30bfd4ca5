"""`artifacts.key`: no two views that differ anywhere have one key, equal ones always have."""

import json
import typing
from collections.abc import Iterator
from typing import Any, TypeVar, cast

import pytest

from making import seeds
from sitegen import artifacts, topics, views
from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.plan import Key, State
from sitegen.site import assemble
from sitegen.views import values

T = TypeVar("T")

# Papers' pages and the map are told by their drafts.
DRAFTS = {*typing.get_args(views.Draft)} - {values.PaperPage, values.MapPage}


def filled(kind: object, number: int, depth: int) -> object:
    """A value of a field's type; another for another number."""
    inside = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        return tuple(filled(inside[0], number + at, depth) for at in range(2 * (depth > 0)))
    if inside:
        return filled(inside[0], number, depth)
    if isinstance(kind, type) and issubclass(kind, Parcel):
        return made(cast("type", kind), number, depth - 1)
    return f"t{number}" if kind is str else number if kind is int else number % 2 == 0


def made(kind: type[T], number: int, depth: int = 4) -> T:
    """A view whose fields are all filled, so many levels deep."""
    hints = enumerate(typing.get_type_hints(kind).items(), number)
    return kind(**{name: filled(hint, at, depth) for at, (name, hint) in hints})


def changed(view: T) -> Iterator[tuple[str, T]]:
    """Every view that differs from `view` in one plain value, however deep, with where."""
    kind: Any = type(view)
    hints = typing.get_type_hints(kind)
    fields = {name: getattr(view, name) for name in hints}
    for name, hint in hints.items():
        for where, other in others(fields[name]):
            yield f".{name}{where}", kind(**{**fields, name: other})
        if type(None) in typing.get_args(hint):
            yield f".{name} is None", kind(**{**fields, name: None})


def others(value: object) -> Iterator[tuple[str, object]]:
    """Every value that differs from `value` in one place."""
    if isinstance(value, tuple):
        for at, each in enumerate(value):
            yield f" without {at}", value[:at] + value[at + 1 :]
            for where, other in others(each):
                yield f"[{at}]{where}", (*value[:at], other, *value[at + 1 :])
    elif isinstance(value, Parcel):
        yield from changed(value)
    elif isinstance(value, bool):
        yield "", not value
    else:
        yield "", -value if isinstance(value, int) else f"{value}'"


def anew(value: T) -> T:
    """The same value, no part of which is the same object."""
    if isinstance(value, Parcel):
        kind: Any = type(value)
        names = kind.__struct_fields__
        return cast("T", kind(**{name: anew(getattr(value, name)) for name in names}))
    if isinstance(value, tuple):
        return cast("T", tuple(map(anew, value)))
    return cast("T", "".join(list(value))) if isinstance(value, str) else value


def told(view: views.Draft) -> Key:
    """The key of the page that a view is shown on."""
    return artifacts.key(Artifact("a.html", view))


@pytest.mark.parametrize("kind", sorted(DRAFTS, key=str), ids=lambda kind: kind.__name__)
def test_a_change_of_any_field_of_a_page_however_deep_is_told(kind: type) -> None:
    page: views.Draft = made(kind, 1)
    found = {told(page): "nothing"}
    for where, other in changed(page):
        key = told(other)
        assert key not in found, f"{where} is told like {found[key]}"
        found[key] = where
    assert len(found) > len(page.__struct_fields__)


def test_equal_pages_are_told_alike_whatever_objects_they_are_made_of() -> None:
    tagging = topics.tag(seeds())
    cards = 0
    for _, page in views.pages(assemble(seeds(), tagging, {}), Config()):
        assert told(anew(page)) == told(page)
        cards += isinstance(page, values.TopicPage) and len(page.cards)
    assert cards > len(seeds())


def test_pages_of_a_watched_site_are_told_of_all_that_makes_them_others() -> None:
    files = {"index.html": Key("templates/home.html", "1")}
    states = [
        State("1", {"templates/home.html": "1"}, files),
        State("1", {"templates/home.html": "2"}, files),
        State("2", {"templates/home.html": "1"}, files),
        State("1", {"templates/home.html": "1"}, {"index.html": Key("templates/home.html", "2")}),
    ]
    told = [tuple(one.made_from for one in artifacts.stamps(made)) for made in states]
    assert len({stamp for stamp, _ in told}) == len({pages for _, pages in told}) == len(states)
    assert told[0] == tuple(one.made_from for one in artifacts.stamps(states[0]))


def test_an_open_page_is_told_which_pages_there_are() -> None:
    pages = {path: Key("templates/home.html", "1") for path in ("b.html", "a/c.html")}
    stamp, listed = artifacts.stamps(State("1", {}, {**pages, "site.css": Key("", "1")}))
    script = listed.made_from
    assert isinstance(script, bytes)
    assert script.decode().endswith(json.dumps(json.dumps(["a/c.html", "b.html"])) + ";\n")
    assert (stamp.path, listed.path) == ("static/stamp.js", "static/pages.js")
