"""Topics → the sentence of one of their papers that best introduces each to a newcomer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from sitegen.cache.pieces import Pieces, Rows
from sitegen.introductions.leads import Lead, Led, Said, led
from sitegen.model import Paper, Tag, Topic

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
    slugs, best = [topic.slug for topic in topics], [topic.papers[:_PAPERS] for topic in topics]
    read = list(dict.fromkeys(chain.from_iterable(best)))
    tagged = list(map(tags.get, read, repeat(())))
    spoken = zip(map(papers.__getitem__, read), tagged, strict=True)
    said = _saying.of(None, read, spoken, len(papers)).values()
    asked = [each for each in zip(read, tagged, said, strict=True) if each[2].phrases]
    answers = leads_of([each for *_, each in asked])
    told = [(*each, tuple(leads)) for each, leads in zip(asked, answers, strict=True) if leads]
    idents = [ident for ident, *_ in told]
    by_paper = _leading.of(None, idents, told, len(papers))
    given = zip(slugs, _fitting.of(by_paper, best, len(papers)), strict=True)
    found = _introducing.of(None, slugs, given, len(papers))
    return {slug: introduction for slug, introduction in found.items() if introduction}


def _said(_: None, given: tuple[Paper, tuple[Tag, ...]]) -> Said:
    """Return where an abstract speaks of any topic, each place once; its paper's tags tell."""
    paper, tags = given
    phrases = {
        (evidence.start, evidence.end): None
        for tag in tags
        for evidence in tag.evidence
        if evidence.part == "abstract"
    }
    return Said(paper.abstract, tuple(phrases))


_saying = Pieces(_said)

_Leads = tuple[str, dict[str, list[Lead]]]
"""A paper's id, and the leads of its abstract by the topics that they may introduce."""


def _by_topic(_: None, given: tuple[str, tuple[Tag, ...], Said, tuple[Lead, ...]]) -> _Leads:
    """Return the leads of an abstract by topics, in the order of its tags' evidence."""
    ident, tags, said, leads = given
    by_phrase = {said.phrases[lead.phrase]: lead for lead in leads}
    found: dict[str, list[Lead]] = {}
    for tag in tags:
        for phrase in tag.evidence:
            lead = by_phrase.get((phrase.start, phrase.end))
            if lead and phrase.part == "abstract":
                found.setdefault(tag.topic, []).append(lead)
    return ident, found


_leading = Pieces(_by_topic)

_Fitting = tuple[str, tuple[_Leads | None, ...]]
"""A topic's slug, and the leads of the papers that fit it best."""


def _introduction(_: None, given: _Fitting) -> Introduction | None:
    """Return the sentence that introduces a topic, if one is good enough."""
    rated = _rated(*given)
    rating, introduction = max(rated, key=lambda each: each[0], default=(0.0, None))
    return introduction if rating >= _LEAST else None


_fitting = Rows[_Leads](__name__)
_introducing = Pieces(_introduction)


def _rated(slug: str, fitting: Sequence[_Leads | None]) -> Iterator[tuple[float, Introduction]]:
    """Yield each sentence that could introduce a topic with how well; better papers first."""
    for place, each in enumerate(fitting):
        ident, leads = each or ("", {})
        for lead in leads.get(slug, ()):
            bonus = (_FIRST if lead.first else 0) - place / 40 - lead.flaws
            yield lead.rating + bonus, (ident, lead.start, lead.end)
