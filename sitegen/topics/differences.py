"""What differs between a library and the one before, and which papers each key is of."""

from collections.abc import Collection, Mapping, Sized
from itertools import compress
from operator import is_not
from typing import TypeVar

A = TypeVar("A")

_SHARE = 8

Index = Mapping[str, tuple[str, ...]]
"""Keys to what has them, sorted; in no order of its own."""


def changed(now: Mapping[str, object], last: Mapping[str, object]) -> set[str]:
    """Return the keys whose values are not the very same in both."""
    if not last:
        return {*now}
    if [*now] == [*last]:  # as they mostly are
        return set(compress(now, map(is_not, now.values(), last.values())))
    found = {key for key, value in now.items() if last.get(key) is not value}
    return found | (last.keys() - now.keys())


def renewed(
    keys: Mapping[str, object], known: Mapping[str, A], new: Mapping[str, A]
) -> dict[str, A]:
    """Return the values of all keys, in their order: new ones, else those that are known.

    Args:
        keys: All that there are to be.
        known: Values of the last time, those that are no more included.
        new: Values of keys that are new, or whose value is another.
    """
    if [*keys] == [*known]:
        return {**known, **new}
    return {key: new[key] if key in new else known[key] for key in keys}


def large(changes: Sized, size: int) -> bool:
    """Tell whether so much of a library changed that all is found afresh sooner."""
    return len(changes) * _SHARE > size


def indexed(
    index: Index, before: Mapping[str, Collection[str]], now: Mapping[str, Collection[str]]
) -> Index:
    """Return what has each key, where that changed for some.

    Args:
        index: What had each before.
        before: Those that changed, each with the keys that it had.
        now: The same with the keys that it has.
    """
    come, gone = _added(now, before), _added(before, now)
    result = {**index}
    for key, each in come.items():
        result[key] = tuple(sorted(each)) if len(each) > 1 else (each[0],)
    for key in {*gone, *(come.keys() & index.keys())}:
        had = {*index[key], *come.get(key, ())}
        result[key] = tuple(sorted(had.difference(gone.get(key, ()))))
        if not result[key]:
            del result[key]
    return result


def _added(
    keys_of: Mapping[str, Collection[str]], others: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """Return what has keys that it has not among the others, by these keys."""
    found: dict[str, list[str]] = {}
    for each, keys in keys_of.items():
        known = others.get(each, ())
        for key in keys:
            if key not in known:
                if key in found:
                    found[key].append(each)
                else:
                    found[key] = [each]
    return found
