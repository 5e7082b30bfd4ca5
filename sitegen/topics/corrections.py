"""The owner's pins and the owner's word on single papers, laid over what papers were given."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from sitegen.cache import again
from sitegen.errors import Problem, nearest, warning
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Rule
from sitegen.topics import tokens
from sitegen.topics.curation import Wishes
from sitegen.topics.differences import changed
from sitegen.topics.questions import Answer
from sitegen.topics.selection import Subject

# What the owner says is surer than any score.
_SURE = 1.0


@dataclass(slots=True)
class Corrected:
    """The topics of a site and of its papers, with the owner's say.

    Attributes:
        subjects: Topics by their keys.
        tags: Paper id to the keys of its topics, best first.
        pinned: Keys of the topics that the owner pinned.
        given: Pairs of paper and key that the owner's word alone accounts for.
        names: Keys of topics that are the owner's alone, to their names.
        problems: Rules on papers that match nothing.
    """

    subjects: dict[str, Subject]
    tags: dict[str, tuple[str, ...]]
    pinned: list[str] = field(default_factory=list)
    given: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def corrected(
    slugs: Mapping[str, str],
    wishes: Wishes,
    chosen: Sequence[Subject],
    tags: Mapping[str, tuple[str, ...]],
) -> Corrected:
    """Return the topics that there are when the owner has spoken, pinned ones on no paper yet.

    Args:
        slugs: Those of papers, with their ids, sorted by these.
        wishes: What the owner wants.
        chosen: The site's topics; what the owner calls them is added to their keys.
        tags: Each paper's topics, best first, as keys.
    """
    result = Corrected({each.key: _extended(each, wishes) for each in chosen}, {**tags})
    if not wishes.rules:
        return result
    by_topic = {wishes.spelling(key): key for key in reversed(result.subjects)}
    for topic in sorted(wishes.pinned - by_topic.keys()):
        subject = Subject(wishes.phrases[topic], {})
        by_topic[topic] = subject.key
        result.subjects[subject.key] = subject
        result.names[subject.key] = wishes.names.get(topic, "")
    result.pinned = [by_topic[topic] for topic in sorted(wishes.pinned)]
    added: Counter[str] = Counter()
    for rule, paper in _of_papers(result, slugs, wishes, "add"):
        topic = wishes.topic(rule.topic)
        if topic and topic not in by_topic:
            key = by_topic[topic] = tokens.key(rule.topic)
            result.subjects[key] = Subject((key,), {})
            result.names[key] = rule.topic
        if topic:
            _add(result, paper, by_topic[topic], added[paper])
            added[paper] += 1
    return result


def settle(
    result: Corrected,
    papers: Mapping[str, Paper],
    slugs: Mapping[str, str],
    wishes: Wishes,
    answers: Mapping[str, Answer],
) -> None:
    """Give pinned topics to the papers that say them, and take what the owner takes.

    Args:
        result: What `corrected` returned.
        papers: With what is looked at, by id.
        slugs: Those of papers, with their ids, sorted by these.
        wishes: What the owner wants.
        answers: What each paper says of its own topics and of pinned ones, by its id.
    """
    if not wishes.rules:
        return
    spelling = {key: pin for pin in result.pinned for key in result.subjects[pin].keys}
    pins = _pins(papers, answers, spelling, wishes.acronyms) if spelling else {}
    for paper in sorted(pins):
        for key in result.pinned:
            if key in pins[paper] and key not in result.tags[paper]:
                result.tags[paper] += (key,)
                result.given.add((paper, key))
    by_topic = {wishes.spelling(key): key for key in reversed(result.subjects)}
    for rule, ident in _of_papers(result, slugs, wishes, "remove"):
        _remove(result, rule, ident, by_topic.get(wishes.topic(rule.topic), ""))
    left = {key for keys in result.tags.values() for key in keys}
    result.subjects = {key: each for key, each in result.subjects.items() if key in left}


class _Pins(Parcel, frozen=True):
    """The pinned topics that papers said last, of those that said any, and what from."""

    papers: Mapping[str, Paper]
    answers: Mapping[str, Answer]
    spelling: Mapping[str, str]
    acronyms: Mapping[str, str]
    found: Mapping[str, set[str]]


_LAST_PINS = again.Last[_Pins](__name__)


def _pins(
    papers: Mapping[str, Paper],
    answers: Mapping[str, Answer],
    spelling: Mapping[str, str],
    acronyms: Mapping[str, str],
) -> dict[str, set[str]]:
    """Return the pinned topics that papers say, of those that say any.

    Args:
        papers: With what is looked at, by id.
        answers: What each paper says, by its id.
        spelling: Phrases to the keys of the pinned topics that they stand for.
        acronyms: Acronyms with their long forms, as keys.
    """
    last = _LAST_PINS.recalled()
    if last is None or (last.spelling, last.acronyms) != (spelling, acronyms):
        last = _Pins({}, {}, spelling, acronyms, {})
    touched = changed(papers, last.papers) | changed(answers, last.answers)
    found = {paper: each for paper, each in last.found.items() if paper not in touched}
    pinned = {*spelling.values()}
    for paper in touched & papers.keys():
        keywords = map(tokens.key, papers[paper].keywords)
        said = {spelling.get(acronyms.get(key, key), "") for key in keywords}
        said |= {each.topic for each in answers[paper].mentions}
        if not said.isdisjoint(pinned):
            found[paper] = said & pinned
    _LAST_PINS.hold(_Pins(papers, answers, spelling, acronyms, found), len(papers))
    return found


def _extended(subject: Subject, wishes: Wishes) -> Subject:
    """Return a topic whose keys include what the owner writes for it."""
    if not wishes.phrases:
        return subject
    more = wishes.phrases.get(wishes.spelling(subject.key), ())
    return replace(subject, keys=tuple(dict.fromkeys((*subject.keys, *more)))) if more else subject


def _of_papers(
    result: Corrected, slugs: Mapping[str, str], wishes: Wishes, kind: Literal["add", "remove"]
) -> Iterator[tuple[Rule, str]]:
    """Yield the rules of one kind with the ids of their papers; note what no paper is called."""
    rules = [rule for rule in wishes.rules if rule.kind == kind]
    idents = {**slugs, **{ident: ident for ident in slugs.values()}} if rules else {}
    for rule in rules:
        if rule.value in idents:
            yield rule, idents[rule.value]
        else:
            result.problems.append(_unknown_paper(rule, idents))


def _add(result: Corrected, paper: str, key: str, place: int) -> None:
    """Give a paper a topic, before those that the owner does not speak of."""
    subject = result.subjects[key]
    result.subjects[key] = replace(subject, scores={**subject.scores, paper: _SURE})
    result.given.add((paper, key))
    had = result.tags[paper]
    if key not in had:
        result.tags[paper] = (*had[:place], key, *had[place:])


def _remove(result: Corrected, rule: Rule, paper: str, key: str) -> None:
    """Take a topic from a paper."""
    if key in result.tags[paper]:
        result.tags[paper] = tuple([each for each in result.tags[paper] if each != key])
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
