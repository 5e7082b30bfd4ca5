"""What the topics of a library are called by its papers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.topics import folding, names, tokens
from sitegen.topics.differences import Index, changed, indexed, large
from sitegen.topics.evidence import Saying


class _Given(Parcel, frozen=True):
    """The topics of papers, and what tells how they are called.

    Attributes:
        papers: By id, sorted; their keywords count.
        tags: The keys of each paper's topics.
        keys_of: All spellings of each topic, as keys.
        said: What papers write for each topic, as `sayings` tells.
    """

    papers: Mapping[str, Paper]
    tags: Mapping[str, Sequence[str]]
    keys_of: Mapping[str, Sequence[str]]
    said: Mapping[str, Mapping[Saying, int]]


class _Named(Parcel, frozen=True):
    """What was found last, and what from: the papers of topics, and their names."""

    given: _Given
    members: Index
    names: Mapping[str, str]


_NOTHING = _Named(_Given({}, {}, {}, {}), {}, {})
_LAST = again.Last[_Named](__name__)


def named(
    papers: Mapping[str, Paper],
    tags: Mapping[str, Sequence[str]],
    keys_of: Mapping[str, Sequence[str]],
    said: Mapping[str, Mapping[Saying, int]],
) -> tuple[Index, Mapping[str, str]]:
    """Return the papers of each topic, sorted, and its name as its papers write it.

    Args:
        papers: By id, sorted.
        tags: The keys of each paper's topics.
        keys_of: All spellings of each topic, as keys.
        said: What papers write for each topic, as `sayings` tells.
    """
    given, last = _Given(papers, tags, keys_of, said), _LAST.recalled() or _NOTHING
    retagged = changed(tags, last.given.tags)
    if large(retagged, len(papers)):
        last, retagged = _NOTHING, {*tags}
    before = {paper: last.given.tags[paper] for paper in retagged & last.given.tags.keys()}
    now = {paper: keys for paper, keys in tags.items() if paper in retagged}
    members = indexed(last.members, before, now)
    touched = _touched(given, last.given) | changed(members, last.members)
    spelled = _Spelled(papers)
    found = {
        topic: last.names[topic]
        if topic not in touched
        else _name(topic, given, (pair for paper in each for pair in spelled[paper]))
        for topic, each in members.items()
    }
    _LAST.hold(_Named(given, members, found), len(papers))
    return members, found


def _touched(now: _Given, last: _Given) -> set[str]:
    """Return the topics that may be called otherwise than before, whoever has them."""
    papers = {
        paper
        for paper in changed(now.papers, last.papers) & now.papers.keys() & last.papers.keys()
        if now.papers[paper].keywords != last.papers[paper].keywords
    }
    topics = {key for key, keys in now.keys_of.items() if last.keys_of.get(key) != keys}
    topics |= changed(now.said, last.said)
    return topics.union(*(now.tags[paper] for paper in papers))


class _Spelled(dict[str, Sequence[tuple[str, str]]]):
    """The keywords of papers with their keys, by the papers' ids; each is looked up once."""

    def __init__(self, papers: Mapping[str, Paper]) -> None:
        super().__init__()
        self._papers = papers

    def __missing__(self, paper: str) -> Sequence[tuple[str, str]]:
        found = [(tokens.key(keyword), keyword) for keyword in self._papers[paper].keywords]
        self[paper] = found
        return found


def _name(topic: str, given: _Given, keywords: Iterable[tuple[str, str]]) -> str:
    """Return the name of a topic: as titles, abstracts and keywords write it."""
    alone, inside, others, acronyms = (Counter[str]() for _ in range(4))
    for (key, surface, acronym, closes), count in given.said.get(topic, {}).items():
        form = others if key != topic and not folding.says_in_full(key) else inside
        group = alone if key == topic and closes else acronyms if acronym else form
        group[surface] += count
    own = given.keys_of[topic]
    for key, keyword in keywords:
        if key in own:
            alone[keyword] += 1
    return names.name(alone or inside or others or {topic: 1}, acronyms)
