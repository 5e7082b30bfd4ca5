"""Topics → the sentence of one of their papers that best introduces each to a newcomer."""

from collections.abc import Iterator, Mapping, Sequence

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
    read = dict.fromkeys(ident for topic in topics for ident in topic.papers[:_PAPERS])
    said = {ident: _said(papers[ident], tags.get(ident, ())) for ident in read}
    asked = {ident: each for ident, each in said.items() if each.phrases}
    led_by = zip(asked.items(), leads_of(list(asked.values())), strict=True)
    by_paper = {
        ident: {each.phrases[lead.phrase]: lead for lead in its_leads}
        for (ident, each), its_leads in led_by
        if its_leads
    }
    found: dict[str, Introduction] = {}
    for topic in topics:
        rated = _rated(topic, tags, by_paper)
        rating, introduction = max(rated, key=lambda each: each[0], default=(0.0, None))
        if introduction and rating >= _LEAST:
            found[topic.slug] = introduction
    return found


def _said(paper: Paper, tags: Sequence[Tag]) -> Said:
    """Return where an abstract speaks of any topic, each place once."""
    phrases = {
        (evidence.start, evidence.end): None
        for tag in tags
        for evidence in tag.evidence
        if evidence.part == "abstract"
    }
    return Said(paper.abstract, tuple(phrases))


def _rated(
    topic: Topic,
    tags: Mapping[str, tuple[Tag, ...]],
    by_paper: Mapping[str, Mapping[tuple[int, int], Lead]],
) -> Iterator[tuple[float, Introduction]]:
    """Yield each sentence that could introduce a topic with how well; better papers first."""
    for place, ident in enumerate(topic.papers[:_PAPERS]):
        if ident not in by_paper:
            continue
        for phrase in _phrases(tags[ident], topic.slug):
            lead = by_paper[ident].get((phrase.start, phrase.end))
            if lead:
                bonus = (_FIRST if lead.first else 0) - place / 40 - lead.flaws
                yield lead.rating + bonus, (ident, lead.start, lead.end)


def _phrases(tags: Sequence[Tag], topic: str) -> Iterator[Evidence]:
    """Yield where an abstract speaks of a topic."""
    for tag in tags:
        if tag.topic == topic:
            yield from (evidence for evidence in tag.evidence if evidence.part == "abstract")
