"""Rules of the owner that match nothing in this library, each told with its line."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.errors import Problem, nearest, warning
from sitegen.model import Rule, Topic
from sitegen.topics.curation import Wishes, spelling

# Which side of a rule is a phrase that some paper has to say.
_PHRASE = {"ban": "topic", "rename": "topic", "merge": "value", "pin": "value"}


def spoken(wishes: Wishes) -> set[str]:
    """Return what the spellings share of each phrase that some paper may have to say."""
    asked = {wishes.topic(rule.topic) for rule in wishes.rules if rule.kind == "add"}
    named = [getattr(r, _PHRASE[r.kind]) for r in wishes.rules if r.kind in _PHRASE]
    return asked | {spelling(phrase, wishes.acronyms) for phrase in named}


def unmatched(
    wishes: Wishes, offered: Collection[str], topics: Mapping[str, Topic]
) -> Iterator[Problem]:
    """Yield a warning for each rule on topics that changes nothing, or hardly what was meant.

    Args:
        wishes: What the owner wants.
        offered: Those of `spoken` that a paper offers or says.
        topics: Topics by what their spellings share, phrases merged into them included.
    """
    names = sorted(topic.name for topic in topics.values())
    renamed = {
        spelling(rule.value, wishes.acronyms) for rule in wishes.rules if rule.kind == "rename"
    }
    known = {*offered, *wishes.pinned, *wishes.names}
    for rule in wishes.rules:
        if rule.kind == "add":
            yield from _maybe_meant(rule, wishes, known, names)
        if rule.kind in _PHRASE:
            phrase: str = getattr(rule, _PHRASE[rule.kind])
            said = spelling(phrase, wishes.acronyms)
            # A new name may itself be an old one.
            if said not in offered and not (rule.kind == "rename" and said in renamed):
                yield _warned(rule, f"no paper speaks of '{phrase}'", phrase, names)
                continue
        for name in _named(rule):
            if wishes.topic(name) not in topics:
                yield _warned(rule, f"there is no topic '{name}'", name, names)
                break


def _maybe_meant(
    rule: Rule, wishes: Wishes, known: Collection[str], names: Collection[str]
) -> Iterator[Problem]:
    """Yield a warning for a topic of this rule alone, where another has nearly its name.

    Args:
        rule: It gives a paper the topic.
        wishes: What the owner wants.
        known: What the spellings share of phrases that papers or other rules speak of.
        names: All topics'.
    """
    own = wishes.topic(rule.topic)
    others = [name for name in names if wishes.topic(name) != own]
    hint = nearest(rule.topic, others) if own not in known else ""
    if hint:
        what = f"no paper speaks of '{rule.topic}', which becomes a topic of its own"
        yield warning(str(rule.source), what, hint)


def _named(rule: Rule) -> list[str]:
    """Return the names in a rule that have to be topics for it to mean anything."""
    if rule.kind in {"rename", "merge", "description"}:
        return [rule.topic]
    return [name for name in (rule.topic, rule.value) if name] if rule.kind == "parent" else []


def _warned(rule: Rule, what: str, name: str, names: Collection[str]) -> Problem:
    """Return the problem of a rule that matches nothing, with the topic of the nearest name."""
    return warning(str(rule.source), what, nearest(name, names) or "see `sitegen topics`")
