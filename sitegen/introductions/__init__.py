"""Topics → the sentence of one of their papers that best introduces each to a newcomer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sitegen.cache.pieces import Pieces
from sitegen.introductions.leads import Lead, Led, Said, led
from sitegen.model import Evidence, Paper, Tag, Topic

__all__ = ["Introduction", "Lead", "Led", "Said", "introductions", "led"]

Introduction = tuple[str, int, int]

_PAPERS = 20
_LEAST = 2.0
_FIRST = 0.7


def introductions(
    papers: Mapping[str, Paper],
    topics: Sequence[Topic],
    tags: Mapping[str, tuple[Tag, ...]],
    leads_of: Led = led,
) -> dict[str, Introduction]:
    """Return the sentences that introduce topics, by slug; a topic without a good one has none.

    Each comes as the paper's id and its place in the source form of the abstract.

    A good one begins with the topic and says what it is or does, needs neither its paper nor
    the sentence before, and stands in one of the papers that fit the topic best.

    Args:
        papers: The library by ids.
        topics: Its topics.
        tags: What papers say of them, by their ids.
        leads_of: Returns what `led` does.
    """
    best = [topic.papers[:_PAPERS] for topic in topics]
    read = list(dict.fromkeys(chain.from_iterable(best)))
    spoken = [(papers[ident].abstract, tags.get(ident, ())) for ident in read]
    said = _saying.of(None, read, spoken, len(papers))
    asked = {ident: each for ident, each in said.items() if each.phrases}
    answers = zip(asked.items(), leads_of(list(asked.values())), strict=True)
    told = {ident: (each.phrases, tuple(leads)) for (ident, each), leads in answers if leads}
    by_paper = _leading.of(None, told.keys(), told.values(), len(papers))
    given = [
        (
            topic.slug,
            fitting,
            tuple([tags.get(ident, ()) for ident in fitting]),
            tuple([by_paper.get(ident) for ident in fitting]),
        )
        for topic, fitting in zip(topics, best, strict=True)
    ]
    found = _introducing.of(None, [topic.slug for topic in topics], given, len(papers))
    return {slug: introduction for slug, introduction in found.items() if introduction}


def _said(_: None, given: tuple[str, tuple[Tag, ...]]) -> Said:
    """Return where an abstract speaks of any topic, each place once; its paper's tags tell."""
    abstract, tags = given
    phrases = {
        (evidence.start, evidence.end): None
        for tag in tags
        for evidence in tag.evidence
        if evidence.part == "abstract"
    }
    return Said(abstract, tuple(phrases))


_saying = Pieces(_said)

_Phrases = tuple[tuple[int, int], ...]
_Leads = dict[tuple[int, int], Lead]


def _by_phrase(_: None, given: tuple[_Phrases, tuple[Lead, ...]]) -> _Leads:
    """Return the leads of an abstract by the places of their phrases."""
    phrases, leads = given
    return {phrases[lead.phrase]: lead for lead in leads}


_leading = Pieces(_by_phrase)

_Fitting = tuple[str, tuple[str, ...], tuple[tuple[Tag, ...], ...], tuple[_Leads | None, ...]]
"""A topic's slug, and the papers that fit it best with their tags and leads."""


def _introduction(_: None, given: _Fitting) -> Introduction | None:
    """Return the sentence that introduces a topic, if one is good enough."""
    rated = _rated(given)
    rating, introduction = max(rated, key=lambda each: each[0], default=(0.0, None))
    return introduction if rating >= _LEAST else None


_introducing = Pieces(_introduction)


def _rated(given: _Fitting) -> Iterator[tuple[float, Introduction]]:
    """Yield each sentence that could introduce a topic with how well; better papers first."""
    slug, *fitting = given
    for place, (ident, tags, leads) in enumerate(zip(*fitting, strict=True)):
        if not leads:
            continue
        for phrase in _phrases(tags, slug):
            lead = leads.get((phrase.start, phrase.end))
            if lead:
                bonus = (_FIRST if lead.first else 0) - place / 40 - lead.flaws
                yield lead.rating + bonus, (ident, lead.start, lead.end)


def _phrases(tags: Sequence[Tag], topic: str) -> Iterator[Evidence]:
    """Yield where an abstract speaks of a topic."""
    for tag in tags:
        if tag.topic == topic:
            yield from (evidence for evidence in tag.evidence if evidence.part == "abstract")
