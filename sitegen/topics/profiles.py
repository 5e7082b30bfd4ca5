"""What a topic has besides its papers: other phrases for it, former names, a parent, a text."""

from collections import Counter
from collections.abc import Mapping

from sitegen import text
from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Topic
from sitegen.topics import folding, names, tokens
from sitegen.topics.curation import Wishes
from sitegen.topics.evidence import Saying

_MOST_PHRASES = 8


class Own(Parcel, frozen=True):
    """What papers tell of topics, by their keys.

    Attributes:
        names: What they would be called without the owner.
        said: What papers write for them, as `sayings` tells.
        before: The key of each topic that there would be without the owner, by what its spellings
            share.
    """

    names: Mapping[str, str]
    said: Mapping[str, Mapping[Saying, int]]
    before: Mapping[str, str]


_LAST = again.Last[Mapping[str, Topic]](__name__)
_UNSAID: Mapping[Saying, int] = {}


def profiled(
    topics: Mapping[str, Topic],
    above: Mapping[str, str],
    wishes: Wishes,
    own: Own,
    papers: int,
) -> dict[str, Topic]:
    """Return the topics by their keys, complete; one that stayed is the very same value.

    Args:
        topics: By their keys, with all but what is found here.
        above: The key of the broader topic of each that has one.
        wishes: What the owner wants.
        own: What the papers tell of the topics.
        papers: How many the library has.
    """
    former = _former(topics, wishes, own) if wishes.rules else {}
    parents = _parents(topics, above, wishes)
    described = {wishes.topic(r.topic): r.value for r in wishes.rules if r.kind == "description"}
    last = _LAST.recalled() or {}
    result: dict[str, Topic] = {}
    for key, topic in topics.items():
        found = Topic(
            slug=topic.slug,
            name=topic.name,
            papers=topic.papers,
            parent=parents.get(topic.slug),
            phrases=_phrases(topic.name, own.said.get(key, _UNSAID)),
            description=described.get(wishes.spelling(key), "") if described else "",
            former=former.get(key, ()),
            listed=topic.listed,
        )
        result[key] = again.as_before(found, last.get(key))
    _LAST.hold(result, papers)
    return result


@again.same
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


def _former(topics: Mapping[str, Topic], wishes: Wishes, own: Own) -> dict[str, tuple[str, ...]]:
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
            parts = own.before.keys() & {whole, *wishes.parts(whole)}
            old.setdefault(whole, set()).add(own.names.get(key, ""))
            for part in parts:
                old[whole] |= _part_names(own.said.get(key, {}), own.before[part], wishes.acronyms)
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


def _parents(
    topics: Mapping[str, Topic], above: Mapping[str, str], wishes: Wishes
) -> dict[str, str | None]:
    """Return the slugs of broader topics by the slugs of topics, as the owner has them.

    Where that makes a topic part of itself, a parent that the owner did not give is dropped.
    """
    found: dict[str, str | None] = {
        topics[key].slug: topics[parent].slug for key, parent in above.items()
    }
    rules = [rule for rule in wishes.rules if rule.kind == "parent"]
    if not rules:
        return found
    slugs = {wishes.spelling(key): topic.slug for key, topic in topics.items()}
    owned = set()
    for rule in rules:
        slug = slugs.get(wishes.topic(rule.topic))
        parent = slugs.get(wishes.topic(rule.value)) if rule.value else None
        if slug and (parent or not rule.value):
            found[slug] = parent
            owned.add(slug)
    for slug in sorted(owned):
        way = [slug]
        while (parent := found.get(way[-1])) is not None and parent not in way:
            way.append(parent)
        loose = [each for each in way if each not in owned]
        if parent == slug and loose:
            found[loose[-1]] = None
    return found
