"""Rules of the owner that match nothing in this library, each told with its line."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.errors import Problem, nearest, warning
from sitegen.model import Rule, Topic
from sitegen.topics.curation import Wishes, spelling

# Which side of a rule is a phrase that some paper has to say.
_PHRASE = {"ban": "topic", "rename": "topic", "merge": "value", "pin": "value"}


def unmatched(
    wishes: Wishes, offered: Collection[str], topics: Mapping[str, Topic]
) -> Iterator[Problem]:
    """Yield a warning for each rule on topics that changes nothing.

    Args:
        wishes: What the owner wants.
        offered: What the spellings of each phrase share that a paper offers or says.
        topics: Topics by what their spellings share, phrases merged into them included.
    """
    names = sorted(topic.name for topic in topics.values())
    renamed = {
        spelling(rule.value, wishes.acronyms) for rule in wishes.rules if rule.kind == "rename"
    }
    for rule in wishes.rules:
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


def _named(rule: Rule) -> list[str]:
    """Return the names in a rule that have to be topics for it to mean anything."""
    if rule.kind in {"rename", "merge", "description"}:
        return [rule.topic]
    return [name for name in (rule.topic, rule.value) if name] if rule.kind == "parent" else []


def _warned(rule: Rule, what: str, name: str, names: Collection[str]) -> Problem:
    """Return the problem of a rule that matches nothing, with the topic of the nearest name."""
    return warning(str(rule.source), what, nearest(name, names) or "see `sitegen topics`")
