"""What a topic has besides its papers: other phrases for it, former names, a parent, a text."""

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from sitegen import text
from sitegen.model import Topic
from sitegen.topics import folding, names, tokens
from sitegen.topics.curation import Wishes
from sitegen.topics.evidence import Saying

_MOST_PHRASES = 8


def profiled(
    topics: Mapping[str, Topic],
    wishes: Wishes,
    said: Mapping[str, Mapping[Saying, int]],
    own_names: Mapping[str, str],
    before: Mapping[str, str],
) -> dict[str, Topic]:
    """Return the topics by their keys, complete.

    Args:
        topics: By their keys, with all but what is found here.
        wishes: What the owner wants.
        said: What papers write for them, as `evidence.sayings` tells.
        own_names: What the topics would be called without the owner, by their keys.
        before: The key of each topic that there would be without the owner, by what its spellings
            share.
    """
    former = _former(topics, wishes, said, own_names, before)
    slugs = {wishes.spelling(key): topic.slug for key, topic in topics.items()}
    described = {wishes.topic(r.topic): r.value for r in wishes.rules if r.kind == "description"}
    result = {}
    for key, topic in topics.items():
        spelling = wishes.spelling(key)
        result[key] = replace(
            topic,
            phrases=_phrases(topic.name, said.get(key, {})),
            description=described.get(spelling, topic.description),
            former=former.get(key, ()),
        )
    return _with_parents(result, wishes, slugs)


def _phrases(name: str, said: Mapping[Saying, int]) -> tuple[str, ...]:
    """Return what papers call a topic besides its name, each phrase as most write it."""
    own = folding.squeezed(tokens.key(name))
    surfaces: dict[str, Counter[str]] = {}
    for each, count in said.items():
        if folding.squeezed(each.key) != own:
            surfaces.setdefault(each.key, Counter())[each.surface] += count
    forms = sorted(surfaces.values(), key=lambda each: (-each.total(), min(each)))
    return tuple(_prevailing(each) for each in forms[:_MOST_PHRASES])


def _prevailing(forms: Counter[str]) -> str:
    """Return the most frequent form; of equals the one that begins small."""
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))


def _former(
    topics: Mapping[str, Topic],
    wishes: Wishes,
    said: Mapping[str, Mapping[Saying, int]],
    own_names: Mapping[str, str],
    before: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Return the slugs that topics had before the owner named them or merged others in.

    What the owner calls an old name counts as well: it was copied from a page that may be
    known by it. A slug leads to one topic, and never away from another's page.
    """
    old: dict[str, set[str]] = {}
    for rule in wishes.rules:
        if rule.kind in {"rename", "merge"}:
            name = rule.topic if rule.kind == "rename" else rule.value
            old.setdefault(wishes.topic(name), set()).add(name)
    for key in topics:
        whole = wishes.spelling(key)
        if whole in wishes.names:
            parts = before.keys() & {whole, *wishes.parts(whole)}
            old.setdefault(whole, set()).add(own_names.get(key, ""))
            for part in parts:
                old[whole] |= _part_names(said.get(key, {}), before[part], wishes.acronyms)
    taken = {topic.slug for topic in topics.values()}
    former: dict[str, tuple[str, ...]] = {}
    for key in sorted(topics):
        names_of = old.get(wishes.spelling(key), set())
        slugs = sorted(
            {text.slug(form) for name in names_of if name for form in (name, names.lasting(name))}
            - taken
        )
        taken.update(slugs)
        former[key] = tuple(slugs)
    return former


def _part_names(
    said: Mapping[Saying, int], key: str, known_acronyms: Mapping[str, str]
) -> set[str]:
    """Return what a topic may have been called before others were merged with it.

    Args:
        said: What papers write for all of it.
        key: The topic's own.
        known_acronyms: Acronyms with their long forms, as keys.
    """
    part = folding.subject(key)
    alone, inside, others, acronyms = (Counter[str]() for _ in range(4))
    for each, count in said.items():
        own = known_acronyms.get(each.key, key) if each.acronym else each.key
        if folding.subject(own) == part:
            by_itself = each.key == key and each.closes
            form = others if each.key != key and not folding.says_in_full(each.key) else inside
            group = acronyms if each.acronym else alone if by_itself else form
            group[each.surface] += count
    forms = alone or inside or others or {key: 1}
    # Keywords count as well, so the acronym may have prevailed or not.
    return {names.name(forms, {}), names.name({key: 1}, acronyms)}


def _with_parents(
    topics: Mapping[str, Topic], wishes: Wishes, slugs: Mapping[str, str]
) -> dict[str, Topic]:
    """Return the topics under the parents that the owner gives them.

    Where that makes a topic part of itself, a parent that the owner did not give is dropped.
    """
    above = {topic.slug: topic.parent for topic in topics.values()}
    owned = set()
    for rule in wishes.rules:
        slug = slugs.get(wishes.topic(rule.topic))
        parent = slugs.get(wishes.topic(rule.value)) if rule.value else None
        if rule.kind == "parent" and slug and (parent or not rule.value):
            above[slug] = parent
            owned.add(slug)
    for slug in sorted(owned):
        way = [slug]
        while (parent := above.get(way[-1])) is not None and parent not in way:
            way.append(parent)
        loose = [each for each in way if each not in owned]
        if parent == slug and loose:
            above[loose[-1]] = None
    return {key: replace(topic, parent=above[topic.slug]) for key, topic in topics.items()}
