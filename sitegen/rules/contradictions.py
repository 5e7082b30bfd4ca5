"""Rules that can't both be followed: each pair is told, with the lines of both."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen import text
from sitegen.errors import Problem, error
from sitegen.model import Rule

Same = Callable[[str], str]
Differ = Callable[[str, str], object]

_HINT = "leave one of them out"


def contradictions(
    rules: Sequence[Rule], topic: Same | None = None, paper: Same = str
) -> list[Problem]:
    """Return an error for each contradiction among `rules`, at its last line.

    Args:
        rules: In the order in which they were read.
        topic: What the names of one topic share. Where that is not known yet, names that begin
            with one letter may be one topic's, as an acronym and its long form are.
        paper: What the ids and slugs of one paper share.
    """
    differ: Differ = operator.ne if topic else _surely_differ
    topic = topic or str.casefold
    parts: dict[str, tuple[str, Rule]] = {}
    problems = [*_merges(rules, topic, parts, differ)]
    parts = {part: to for part, to in parts.items() if differ(part, to[0])}
    problems += _circles(parts)
    if problems:
        return problems

    def whole(name: str) -> str:
        part = topic(name)
        while part in parts and parts[part][0] != part:
            part = parts[part][0]
        return part

    return [
        *_same_names(rules, topic, differ),
        *_bans(rules, topic),
        *_values(rules, whole, differ),
        *_parents(rules, whole),
        *_papers(rules, whole, paper),
    ]


def _surely_differ(one: str, other: str) -> bool:
    """Tell whether two names are of two topics, whatever the library makes of acronyms."""
    return text.folded(one)[:1] != text.folded(other)[:1]


def _merges(
    rules: Sequence[Rule], topic: Same, parts: dict[str, tuple[str, Rule]], differ: Differ
) -> Iterator[Problem]:
    """Yield what is to be part of two topics; note in `parts` what is part of which topic."""
    new_names: dict[str, Rule] = {}
    for rule in rules:
        if rule.kind == "rename":
            part, whole = topic(rule.topic), topic(rule.value)
            other = new_names.setdefault(part, rule)
            if other.value != rule.value:
                yield _conflict(rule, other)
                continue
        elif rule.kind in {"merge", "pin"}:
            part, whole = topic(rule.value), topic(rule.topic)
        else:
            continue
        if part != whole:
            known, other = parts.setdefault(part, (whole, rule))
            if differ(known, whole):
                yield _conflict(rule, other)


def _circles(parts: Mapping[str, tuple[str, Rule]]) -> Iterator[Problem]:
    """Yield merges and new names that lead back to where they began, each circle once."""
    done: set[str] = set()
    for first in parts:
        path: list[str] = []
        at = first
        while at in parts and at not in done:
            done.add(at)
            path.append(at)
            at = parts[at][0]
        if at in path:
            yield _circle([parts[each][1] for each in path[path.index(at) :]])


def _same_names(rules: Sequence[Rule], topic: Same, differ: Differ) -> Iterator[Problem]:
    """Yield two topics that are given one name."""
    given: dict[str, Rule] = {}
    for rule in rules:
        if rule.kind == "rename":
            other = given.setdefault(topic(rule.value), rule)
            if differ(topic(other.topic), topic(rule.topic)):
                yield _conflict(rule, other, hint="to make them one topic, use [merge]")


def _bans(rules: Sequence[Rule], topic: Same) -> Iterator[Problem]:
    """Yield each banned topic of which another rule makes something."""
    order = {id(rule): at for at, rule in enumerate(rules)}
    named: dict[str, Rule] = {}
    for rule in rules:
        names = [rule.topic] if rule.kind not in {"ban", "remove"} else []
        if rule.kind in {"rename", "merge", "pin", "parent"}:
            names.append(rule.value)
        for name in names:
            named.setdefault(topic(name), rule)
    for rule in rules:
        other = named.get(topic(rule.topic)) if rule.kind == "ban" else None
        if other:
            first, last = sorted((rule, other), key=lambda each: order[id(each)])
            yield _conflict(last, first)


def _values(rules: Sequence[Rule], whole: Same, differ: Differ) -> Iterator[Problem]:
    """Yield two descriptions of one topic, and two parents."""
    known: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        if rule.kind in {"description", "parent"}:
            other = known.setdefault((rule.kind, whole(rule.topic)), rule)
            same, unlike = (whole, differ) if rule.kind == "parent" else (str, operator.ne)
            if unlike(same(rule.value), same(other.value)):
                yield _conflict(rule, other)


def _parents(rules: Sequence[Rule], whole: Same) -> Iterator[Problem]:
    """Yield topics that are part of themselves, by way of others or not."""
    above = {
        whole(rule.topic): (whole(rule.value), rule)
        for rule in reversed(rules)
        if rule.kind == "parent" and rule.value
    }
    yield from _circles(above)


def _papers(rules: Sequence[Rule], whole: Same, paper: Same) -> Iterator[Problem]:
    """Yield a topic that one paper is to have and not to have."""
    known: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        if rule.kind in {"add", "remove"}:
            other = known.setdefault((paper(rule.value), whole(rule.topic)), rule)
            if other.kind != rule.kind:
                yield _conflict(rule, other)


def _circle(circle: Sequence[Rule]) -> Problem:
    """Return the problem of rules that go round in a circle."""
    if len(circle) == 1:
        return error(str(circle[0].source), f"{_claim(circle[0])}: that is itself", "")
    *others, last = sorted(circle, key=lambda rule: rule.source)
    return _conflict(last, *others)


def _conflict(rule: Rule, *others: Rule, hint: str = _HINT) -> Problem:
    """Return the problem that `rule` says otherwise than `others`."""
    said = " and ".join(f"{_claim(other)} ({_place(other, rule)})" for other in others)
    return error(str(rule.source), f"{_claim(rule)}, but {said}", hint)


def _place(other: Rule, rule: Rule) -> str:
    """Return where a rule stands, as one in the same or another file names it."""
    same = other.source.file == rule.source.file
    return f"line {other.source.line}" if same else str(other.source)


def _claim(rule: Rule) -> str:
    """Return what a rule says, in words."""
    topic, value = (f"'{text.excerpt(each, 60)}'" for each in (rule.topic, rule.value))
    if rule.kind == "parent":
        return f"{topic} is part of {value}" if rule.value else f"{topic} is part of no topic"
    return {
        "ban": f"{topic} is banned",
        "rename": f"{topic} is renamed to {value}",
        "merge": f"{value} is merged into {topic}",
        "pin": f"{topic} is pinned" if topic == value else f"{value} means {topic}",
        "description": f"{topic} is described as {value}",
        "add": f"{value} has {topic}",
        "remove": f"{value} does not have {topic}",
    }[rule.kind]
