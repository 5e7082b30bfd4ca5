"""The broader topic of each topic: by its own words, else by where its papers mostly are too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Topic
from sitegen.topics import wordlists
from sitegen.topics.nesting import PREPOSITIONS, forms, inside

# Words with a sense of their own in each phrase: entities, models and faces are aligned, and
# dynamic programming writes no program.
_AMBIGUOUS = frozenset(["alignment", "calibration", "coding", "programming"])
# By papers: so many, such a share of them, and so much larger a topic.
_FEWEST = 3
_SHARE = 0.8
_LARGER = 3


class _Topic(NamedTuple):
    """A topic as it tells its place.

    Attributes:
        name: As people read it.
        keys: All its spellings.
        papers: Their ids.
        listed: Whether it may be a parent.
    """

    name: str
    keys: Sequence[str]
    papers: tuple[str, ...]
    listed: bool


class _Placed(Parcel, frozen=True):
    """What was found last, and what from; all by the topics' keys.

    Attributes:
        topics: What was placed.
        acronyms: Acronyms with their long forms, as keys.
        spelling: Phrases to the topics that they stand for.
        words: All words of each topic's spellings.
        inside: The topics inside the spellings of each, the best parent first.
        telling: The words of each that tell it from others.
        around: The larger topics that most papers of it have too, of those it was looked for.
    """

    topics: Mapping[str, _Topic] = {}
    acronyms: Mapping[str, str] = {}
    spelling: Mapping[str, str] = {}
    words: Mapping[str, frozenset[str]] = {}
    inside: Mapping[str, tuple[str, ...]] = {}
    telling: Mapping[str, frozenset[str]] = {}
    around: Mapping[str, tuple[str, ...]] = {}


_LAST = again.Last[_Placed](__name__)


def placed(
    topics: Mapping[str, Topic],
    keys_of: Mapping[str, Sequence[str]],
    acronyms: Mapping[str, str],
    papers: int,
) -> dict[str, str]:
    """Return the key of the broader topic of each topic that has one, by its key.

    A phrase inside a longer one is broader whatever the sizes: more papers change nothing.

    Args:
        topics: By their keys, with name and papers; one that is not listed is nobody's parent.
        keys_of: All spellings of each, as keys.
        acronyms: Acronyms with their long forms, as keys.
        papers: How many the library has.
    """
    now = {
        key: _Topic(each.name, keys_of[key], each.papers, each.listed)
        for key, each in topics.items()
    }
    last = _LAST.recalled()
    if last is None or last.acronyms != acronyms:
        last = _Placed()
    told = _by_words(now, acronyms, last)
    above: dict[str, str] = {}
    for topic in sorted(now):
        _place(above, topic, told.inside[topic])
    loose = sorted(now.keys() - above.keys())
    around = _by_papers(loose, told, last)
    for topic in loose:
        _place(above, topic, around[topic])
    _LAST.hold(replace(told, around=around), papers)
    return above


def _by_words(topics: Mapping[str, _Topic], acronyms: Mapping[str, str], last: _Placed) -> _Placed:
    """Return what the spellings of topics tell: anew for those that hold what changed."""
    spelling = {
        key: topic
        for topic in sorted(topics)
        if topics[topic].listed
        for key in topics[topic].keys
        if key not in wordlists.GENERIC and key not in _AMBIGUOUS
    }
    phrases = {key for key, topic in spelling.items() if last.spelling.get(key) != topic}
    phrases |= last.spelling.keys() - spelling.keys()
    heads = {key.partition(" ")[0] for key in phrases}
    words, nested, telling = {}, {}, {}
    for topic, each in topics.items():
        known = last.topics.get(topic)
        same = known is not None and known.name == each.name and known.keys == each.keys
        if same and heads.isdisjoint(last.words[topic]):
            words[topic], nested[topic] = last.words[topic], last.inside[topic]
        else:
            spelled = [*forms(each.name, each.keys, acronyms)]
            found = sorted({one for form in spelled for one in inside(form, spelling)})
            words[topic] = frozenset([word for form in spelled for word in form.words])
            nested[topic] = tuple([one.topic for one in found])
        telling[topic] = last.telling[topic] if same else _telling(each.keys)
    return _Placed(topics, acronyms, spelling, words, nested, telling)


def _by_papers(loose: Sequence[str], told: _Placed, last: _Placed) -> dict[str, tuple[str, ...]]:
    """Return the much larger topics that most papers of some have too, the largest first.

    They are looked for where a topic that shares a telling word is another than before.
    """
    topics, telling = told.topics, told.telling
    others = {key for key, each in topics.items() if last.topics.get(key) != each}
    others |= last.topics.keys() - topics.keys()
    words = {word for key in others for word in last.telling.get(key, ())}
    words.update(word for key in others for word in telling.get(key, ()))
    known = {
        key: last.around[key]
        for key in loose
        if key in last.around and words.isdisjoint(telling[key])
    }
    if len(known) == len(loose):
        return known
    listed = (topic for topic in topics if topics[topic].listed)
    large = sorted(listed, key=lambda topic: (-len(topics[topic].papers), topic))
    places: dict[str, list[int]] = {}
    for place, topic in enumerate(large):
        for word in telling[topic]:
            places.setdefault(word, []).append(place)
    for topic in loose:
        if topic not in known:
            near = sorted({place for word in telling[topic] for place in places.get(word, ())})
            known[topic] = tuple(_around(topic, topics, [large[place] for place in near]))
    return known


def _place(above: dict[str, str], topic: str, parents: Iterable[str]) -> None:
    """Put a topic under the first of `parents` that is not itself part of it."""
    for parent in parents:
        way = parent
        while way != topic and way in above:
            way = above[way]
        if way != topic:
            above[topic] = parent
            return


def _around(topic: str, topics: Mapping[str, _Topic], near: Sequence[str]) -> Iterator[str]:
    """Yield the much larger topics that most papers of a topic have too.

    Args:
        topic: A topic's key.
        topics: By their keys.
        near: Those that share a telling word with it, the largest first.
    """
    papers = topics[topic].papers
    if len(papers) < _FEWEST:
        return
    own = set(papers)
    for other in near:
        many = topics[other].papers
        if len(many) < _LARGER * len(papers):
            return
        if len(own.intersection(many)) >= _SHARE * len(papers):
            yield other


def _telling(keys: Sequence[str]) -> frozenset[str]:
    """Return the words of phrases that tell one subject from another."""
    words = frozenset([word for key in keys for word in key.split()])
    return words - wordlists.GENERIC - PREPOSITIONS - _AMBIGUOUS
