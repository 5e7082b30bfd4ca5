"""The owner's pins and the owner's word on single papers, laid over what papers were given."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.errors import Problem, nearest, warning
from sitegen.model import Paper, Rule
from sitegen.topics import evidence, phrases, tokens
from sitegen.topics.curation import Wishes
from sitegen.topics.selection import Subject

# What the owner says is surer than any score.
_SURE = 1.0


@dataclass(slots=True)
class Corrected:
    """The topics of a site and of its papers, with the owner's say.

    Attributes:
        subjects: Topics by their keys.
        tags: Paper id to the keys of its topics, best first.
        given: Pairs of paper and key that the owner's word alone accounts for.
        names: Keys of topics that are the owner's alone, to their names.
        problems: Rules on papers that match nothing.
    """

    subjects: dict[str, Subject]
    tags: dict[str, list[str]]
    given: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def corrected(
    papers: Sequence[Paper],
    wishes: Wishes,
    chosen: Sequence[Subject],
    tags: Mapping[str, Sequence[str]],
) -> Corrected:
    """Return the topics that papers have when the owner has spoken.

    Args:
        papers: The library, sorted by id.
        wishes: What the owner wants.
        chosen: The site's topics; what the owner calls them is added to their keys.
        tags: Each paper's topics, best first, as keys.
    """
    own = {paper: list(keys) for paper, keys in tags.items()}
    result = Corrected({each.key: _extended(each, wishes) for each in chosen}, own)
    if wishes.rules:
        by_topic = {wishes.spelling(key): key for key in reversed(result.subjects)}
        _pin(result, papers, wishes, by_topic)
        _obey(result, papers, wishes, by_topic)
        left = {key for keys in own.values() for key in keys}
        result.subjects = {key: each for key, each in result.subjects.items() if key in left}
    return result


def _extended(subject: Subject, wishes: Wishes) -> Subject:
    """Return a topic whose keys include what the owner writes for it."""
    more = wishes.phrases.get(wishes.spelling(subject.key), ())
    return replace(subject, keys=tuple(dict.fromkeys((*subject.keys, *more)))) if more else subject


def _pin(
    result: Corrected, papers: Iterable[Paper], wishes: Wishes, by_topic: dict[str, str]
) -> None:
    """Give each pinned topic to every paper that says one of its phrases."""
    for topic in sorted(wishes.pinned - by_topic.keys()):
        subject = Subject(wishes.phrases[topic], {})
        by_topic[topic] = subject.key
        result.subjects[subject.key] = subject
        result.names[subject.key] = wishes.names.get(topic, "")
    pinned = [result.subjects[by_topic[topic]] for topic in sorted(wishes.pinned)]
    spelling = {key: subject.key for subject in pinned for key in subject.keys}
    for paper in papers if pinned else ():
        said = {each.topic for each in _mentions(paper, spelling, wishes)}
        keywords = map(tokens.key, paper.keywords)
        said |= {spelling.get(wishes.acronyms.get(key, key), "") for key in keywords}
        for subject in pinned:
            if subject.key in said and subject.key not in result.tags[paper.id]:
                result.tags[paper.id].append(subject.key)
                result.given.add((paper.id, subject.key))


def _mentions(paper: Paper, spelling: Mapping[str, str], wishes: Wishes) -> list[evidence.Mention]:
    """Return where a paper says a pinned topic's phrases."""
    return evidence.mentions(phrases.cut(paper), spelling, wishes.acronyms)


def _obey(
    result: Corrected, papers: Sequence[Paper], wishes: Wishes, by_topic: dict[str, str]
) -> None:
    """Add and remove topics of single papers, as the owner says by their ids or slugs."""
    idents = {paper.slug: paper.id for paper in papers} | {paper.id: paper.id for paper in papers}
    added: Counter[str] = Counter()
    for rule in wishes.rules:
        if rule.kind not in {"add", "remove"}:
            continue
        topic = wishes.topic(rule.topic)
        paper = idents.get(rule.value)
        if paper is None:
            result.problems.append(_unknown_paper(rule, idents))
        elif rule.kind == "remove":
            _remove(result, rule, paper, by_topic.get(topic, ""))
        elif topic:
            if topic not in by_topic:
                key = by_topic[topic] = tokens.key(rule.topic)
                result.subjects[key] = Subject((key,), {})
                result.names[key] = rule.topic
            _add(result, paper, by_topic[topic], added[paper])
            added[paper] += 1


def _add(result: Corrected, paper: str, key: str, place: int) -> None:
    """Give a paper a topic, before those that the owner does not speak of."""
    subject = result.subjects[key]
    result.subjects[key] = replace(subject, scores={**subject.scores, paper: _SURE})
    result.given.add((paper, key))
    if key not in result.tags[paper]:
        result.tags[paper].insert(place, key)


def _remove(result: Corrected, rule: Rule, paper: str, key: str) -> None:
    """Take a topic from a paper."""
    if key in result.tags[paper]:
        result.tags[paper].remove(key)
        result.given.discard((paper, key))
        return
    what = f"'{rule.value}' would not have '{rule.topic}' anyway"
    result.problems.append(warning(str(rule.source), what, "leave the rule out"))


def _unknown_paper(rule: Rule, known: Iterable[str]) -> Problem:
    """Return the problem of a rule on a paper that the library does not have."""
    opening = rule.value[:3].casefold()
    near = nearest(rule.value, (name for name in known if name.startswith(opening)))
    what = f"no paper has the id or the slug '{rule.value}'"
    return warning(str(rule.source), what, near or "a paper's slug is its page's name")
