"""What a site was made of, and what it will be: so what to write, keep and delete."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sitegen.jobs.parcel import Parcel


class Key(NamedTuple):
    """What one file is made of.

    Attributes:
        recipe: How it is made: a name among `State.recipes`, or nothing where `content` says all.
        content: The digest of what it is made from.
    """

    recipe: str
    content: str


class State(Parcel, frozen=True):
    """What all files of a site are made of.

    Attributes:
        engine: The digest of what makes them: sitegen itself and the libraries it uses.
        recipes: The digest of each recipe.
        files: The key of each file, by its path, in the order in which they should appear: one
            that names another comes after it.
    """

    engine: str = ""
    recipes: Mapping[str, str] = {}
    files: Mapping[str, Key] = {}


class Plan(Parcel, frozen=True):
    """What makes one site into another.

    Attributes:
        write: The paths to write, each with why, in words.
        keep: The paths that stay as they are.
        delete: The paths that are no more.
    """

    write: Mapping[str, str]
    keep: tuple[str, ...]
    delete: tuple[str, ...]


def plan(old: State, new: State, damaged: Collection[str] = ()) -> Plan:
    """Return how the site in state `old` becomes one in state `new`.

    Args:
        old: What the last build noted.
        new: What there should be.
        damaged: Paths of `old` whose files are not as they were written.
    """
    write = dict(_written(old, new, frozenset(damaged)))
    return Plan(
        write,
        tuple(path for path in new.files if path not in write),
        tuple(path for path in old.files if path not in new.files),
    )


def _written(old: State, new: State, damaged: Collection[str]) -> Iterable[tuple[str, str]]:
    """Yield each path to write with why."""
    renewed = old.engine != new.engine
    differing = dict(new.recipes.items() - old.recipes.items())
    changed = {name: f"{name} changed" for name in differing}
    for path, key in new.files.items():
        before = old.files.get(path)
        if before is None:
            yield path, "new"
        elif path in damaged:
            yield path, "missing or changed on disk"
        elif not before.content:
            yield path, "what it was made of is not known"
        elif renewed:
            yield path, "sitegen or a library changed"
        elif key.recipe in changed or key.recipe != before.recipe:
            yield path, changed.get(key.recipe, "made in another way")
        elif key.content != before.content:
            yield path, "what it shows changed"
