"""The views of one topic: a briefing with all its papers, and the parts of a long list."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sitegen import parts, prose, text, urls
from sitegen.model import Paper, Topic
from sitegen.views.frame import Frame, cards, counted, description, shell, topic_link
from sitegen.views.parted import part_groups, part_pages
from sitegen.views.pieces import Counted, Quotation
from sitegen.views.values import PartPage, TopicPage
from sitegen.views.years import years

_NEAR = 12
_PHRASES = 8
# Fewer papers are seen at a glance: a choice of them would only repeat them.
_CHOOSE_FROM = 8
_CHOSEN = 4
# Where the papers themselves stand on other pages, there is room for more.
_CHOSEN_OF_MANY = 8


def topic_pages(frame: Frame, topic: Topic) -> Iterator[tuple[str, TopicPage | PartPage]]:
    """Yield the path and view of a topic's page and of each part of its list."""
    site = frame.site
    papers = [site.papers[ident] for ident in topic.papers]
    found = _parts(papers)
    paths = [urls.topic_part(topic.slug, part.key) for part in found]
    path = urls.topic(topic.slug)
    introduction = None if topic.description else _introduction(frame, topic)
    sentence = topic.description or (prose.plain(introduction.sentence) if introduction else "")
    chosen = _CHOSEN_OF_MANY if found else _CHOSEN if len(papers) >= _CHOOSE_FROM else 0
    central = [site.papers[ident] for ident in site.central_of.get(topic.slug, ())]
    told = description(sentence)
    yield (
        path,
        TopicPage(
            shell=shell(frame.config, path, topic.name, "topics", told),
            url=urls.href(path),
            name=topic.name,
            count=len(papers),
            broader=tuple(topic_link(each) for each in _broader(frame, topic)),
            description=topic.description,
            introduction=introduction,
            narrower=counted(_narrower(frame, topic)),
            near=_near(frame, topic),
            phrases=topic.phrases[:_PHRASES],
            years=years(paper.year for paper in papers),
            central=cards(frame, central[:chosen]),
            newest=cards(frame, _newest(papers)[:chosen]),
            cards=() if found else cards(frame, papers),
            parts=part_groups(found, paths),
        ),
    )
    yield from part_pages(frame, found, paths, topic_link(topic))


def _parts(papers: Sequence[Paper]) -> tuple[parts.Part, ...]:
    """Return the papers of a topic in parts, by their titles; nothing where they fit one page."""
    if len(papers) <= parts.LONGEST:
        return ()
    return parts.parts(sorted(papers, key=lambda paper: (text.folded(paper.title), paper.id)))


def _broader(frame: Frame, topic: Topic) -> list[Topic]:
    """Return the topics around `topic`, the broadest first."""
    found: list[Topic] = []
    while topic.parent and (topic := frame.site.topics[topic.parent]) not in found:
        found.insert(0, topic)
    return found


def _narrower(frame: Frame, topic: Topic) -> list[Topic]:
    """Return the topics right below `topic` that stand in indexes, the largest first."""
    site = frame.site
    below = (site.topics[slug] for slug in site.narrower.get(topic.slug, ()))
    return [one for one in below if one.listed]


def _near(frame: Frame, topic: Topic) -> tuple[Counted, ...]:
    """Return the topics that share most papers with `topic`, its parents and children aside."""
    site = frame.site
    family = {one.slug for one in (*_broader(frame, topic), *_narrower(frame, topic))}
    near = (
        (frame.links[slug], common)
        for slug, common in site.near.get(topic.slug, ())
        if site.topics[slug].listed and slug not in family
    )
    return tuple(Counted(link.name, link.url, common) for link, common in islice(near, _NEAR))


def _introduction(frame: Frame, topic: Topic) -> Quotation | None:
    """Return the sentence that introduces `topic`, and its paper, where there is one."""
    if topic.slug not in frame.site.introductions:
        return None
    ident, start, end = frame.site.introductions[topic.slug]
    paper, card = frame.site.papers[ident], frame.cards[ident]
    return Quotation(paper.abstract[start:end], card.title, card.url, card.year)


def _newest(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers with a date, the latest first; none where all have the same."""
    dated = [paper for paper in papers if paper.published]
    if len({paper.published for paper in dated}) < 2:
        return []
    return sorted(dated, key=lambda paper: paper.published or "", reverse=True)
