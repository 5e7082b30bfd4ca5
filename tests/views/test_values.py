"""The shapes that templates see: plain values alone, so that they can be compared."""

import types
import typing

import pytest

from sitegen.jobs.parcel import Parcel
from sitegen.views import pieces, shell, values

PLAIN = {str, int, bool, type(None)}
VIEWS = [
    one
    for module in (pieces, shell, values)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Parcel) and one.__module__ == module.__name__
]


def parts(annotation: object) -> set[object]:
    """The types that a value of `annotation` is made of."""
    origin = typing.get_origin(annotation)
    if origin in {tuple, types.UnionType, typing.Union}:
        inner = [parts(one) for one in typing.get_args(annotation) if one is not ...]
        return set().union(*inner)
    return {annotation}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_view_holds_strings_numbers_and_views_alone(view: type) -> None:
    assert issubclass(view, Parcel)
    assert view.__struct_config__.frozen
    hints = typing.get_type_hints(view)
    assert hints
    for name, annotation in hints.items():
        for part in parts(annotation):
            assert part in PLAIN or part in VIEWS, f"{view.__name__}.{name}: {part}"


def test_every_page_is_a_view() -> None:
    assert set(typing.get_args(values.Page)) <= set(VIEWS)
