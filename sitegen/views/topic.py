"""The views of one topic: a briefing with all its papers, and the parts of a long list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sitegen import parts, prose, urls
from sitegen.cache.pieces import Pieces, Rows
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Topic
from sitegen.views.frame import Frame, description, shell, topic_link
from sitegen.views.listed import Listed, counted
from sitegen.views.parted import part_groups, part_pages
from sitegen.views.pieces import Card, Counted, Link, Quotation
from sitegen.views.values import PartPage, TopicPage
from sitegen.views.years import years

_NEAR = 12
_PHRASES = 8
# Fewer papers are seen at a glance: a choice of them would only repeat them.
_CHOOSE_FROM = 8
_CHOSEN = 4
# Where the papers themselves stand on other pages, there is room for more.
_CHOSEN_OF_MANY = 8


Pages = tuple[tuple[str, TopicPage | PartPage], ...]


class _Told(Parcel, frozen=True):
    """All that a topic's pages are made from, besides the settings.

    Attributes:
        papers: Those of the topic, those it fits best first.
        cards: Theirs.
        titles: Their ids in the order of their titles, where they do not fit one page.
        broader: The topics around it, the broadest first.
        narrower: The topics right below it that stand in indexes, the largest first.
        near: The topics that share most papers with it, those aside.
        introduction: The sentence that introduces it, where its owner says nothing.
        central: The papers that most of its others name.
    """

    topic: Topic
    papers: tuple[Paper, ...]
    cards: tuple[Card, ...]
    titles: tuple[str, ...]
    broader: tuple[Link, ...]
    narrower: tuple[Counted, ...]
    near: tuple[Counted, ...]
    introduction: Quotation | None
    central: tuple[Card, ...]


def topic_pages(frame: Frame) -> Mapping[str, Pages]:
    """Return the paths and views of each topic's page and of the parts of its list, by slug."""
    site = frame.site
    idents = [topic.papers for topic in site.topics.values()]
    broader = _broader(frame)
    narrower = _narrower(frame)
    given = map(
        _Told,
        site.topics.values(),
        _members.of(site.papers, idents, frame.size),
        _showing.of(frame.cards, idents, frame.size),
        _titles(frame),
        [tuple(map(frame.links.__getitem__, broader[slug])) for slug in site.topics],
        [counted(narrower[slug]) if slug in narrower else () for slug in site.topics],
        _near(frame, broader, narrower),
        _introductions(frame),
        _centre.of(
            frame.cards, [site.central_of.get(slug, ()) for slug in site.topics], frame.size
        ),
    )
    return _paging.of(frame.config, site.topics, given, frame.size)


def _pages(config: Config, told: _Told) -> Pages:
    """Return the paths and views of a topic's page and of the parts of its list."""
    topic, papers, introduction = told.topic, told.papers, told.introduction
    by_id = dict(zip(topic.papers, zip(papers, told.cards, strict=True), strict=True))
    found = parts.parts([by_id[ident][0] for ident in told.titles])
    paths = [urls.topic_part(topic.slug, part.key) for part in found]
    path = urls.topic(topic.slug)
    sentence = topic.description or (prose.plain(introduction.sentence) if introduction else "")
    chosen = _CHOSEN_OF_MANY if found else _CHOSEN if len(papers) >= _CHOOSE_FROM else 0
    view = TopicPage(
        shell=shell(config, path, topic.name, "topics", description(sentence)),
        url=urls.href(path),
        name=topic.name,
        count=len(papers),
        broader=told.broader,
        description=topic.description,
        introduction=introduction,
        narrower=told.narrower,
        near=told.near,
        phrases=topic.phrases[:_PHRASES],
        years=years(paper.year for paper in papers),
        central=told.central[:chosen],
        newest=tuple([by_id[paper.id][1] for paper in _newest(papers)[:chosen]]),
        cards=() if found else told.cards,
        parts=part_groups(found, paths),
    )
    listed = [
        (path, part, tuple([by_id[paper.id][1] for paper in part.papers]))
        for path, part in zip(paths, found, strict=True)
    ]
    return ((path, view), *part_pages(config, topic_link(topic), listed))


_members = Rows[Paper](__name__)
_showing = Rows[Card](__name__)
_centre = Rows[Card](__name__)
_paging = Pieces(_pages)


def _titles(frame: Frame) -> Iterator[tuple[str, ...]]:
    """Yield the ids of each topic's papers in the order of titles, where these are too many."""
    places = dict(zip(frame.site.papers, range(frame.size), strict=True))
    for topic in frame.site.topics.values():
        long = len(topic.papers) > parts.LONGEST
        yield tuple(sorted(topic.papers, key=places.__getitem__)) if long else ()


def _broader(frame: Frame) -> Mapping[str, tuple[str, ...]]:
    """Return the topics around each topic, the broadest first."""
    topics = frame.site.topics
    parents = {topic.slug: topic.parent for topic in topics.values() if topic.parent}
    return _rising.of(parents, topics, topics, frame.size)


def _above(parents: Mapping[str, str], slug: str) -> tuple[str, ...]:
    """Return the topics around one, the broadest first."""
    found: list[str] = []
    while (above := parents.get(slug)) and above not in found:
        found.insert(0, above)
        slug = above
    return tuple(found)


_rising = Pieces(_above)


def _narrower(frame: Frame) -> dict[str, list[Listed]]:
    """Return the topics right below each that stand in indexes, the largest first."""
    listed = frame.listed
    return {
        slug: [listed[one] for one in below if one in listed]
        for slug, below in frame.site.narrower.items()
    }


_Slugs = tuple[str, ...]
_Companions = tuple[tuple[str, int], ...]


def _near(
    frame: Frame, broader: Mapping[str, _Slugs], narrower: Mapping[str, Sequence[Listed]]
) -> Iterable[tuple[Counted, ...]]:
    """Return the topics that share most papers with each, its parents and children aside."""
    topics, near = frame.site.topics, frame.site.near
    ways = {slug: frame.links[slug] for slug in frame.listed}
    given = (
        (near.get(slug, ()), (*broader[slug], *(one.slug for one in narrower.get(slug, ()))))
        for slug in topics
    )
    return _nearing.of(ways, topics, given, frame.size).values()


def _nearest(ways: Mapping[str, Link], given: tuple[_Companions, _Slugs]) -> tuple[Counted, ...]:
    """Return the first of a topic's companions that stand in indexes and are not its family."""
    companions, family = given
    near = ((slug, common) for slug, common in companions if slug in ways and slug not in family)
    return tuple(
        [Counted(ways[slug].name, ways[slug].url, common) for slug, common in islice(near, _NEAR)]
    )


_nearing = Pieces(_nearest)


def _introductions(frame: Frame) -> Iterator[Quotation | None]:
    """Yield the sentence that introduces each topic, and its paper, where there is one."""
    papers, cards = frame.site.papers, frame.cards
    for topic in frame.site.topics.values():
        found = frame.site.introductions.get(topic.slug)
        if topic.description or found is None:
            yield None
            continue
        ident, start, end = found
        card = cards[ident]
        yield Quotation(papers[ident].abstract[start:end], card.title, card.url, card.year)


def _newest(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers with a date, the latest first; none where all have the same."""
    dated = [paper for paper in papers if paper.published]
    if len({paper.published for paper in dated}) < 2:
        return []
    return sorted(dated, key=lambda paper: paper.published or "", reverse=True)
