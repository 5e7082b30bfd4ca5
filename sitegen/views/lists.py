"""The views of lists: home, all papers, topics, one topic, their parts, search, not found."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen import parts, text, urls
from sitegen.model import Paper, Topic
from sitegen.views.frame import Frame, counted, largest_topics, shared_topics, shell, topic_link
from sitegen.views.values import (
    Card,
    Counted,
    Group,
    HomePage,
    Link,
    NotFoundPage,
    PapersPage,
    PartPage,
    SearchPage,
    TopicPage,
    TopicsPage,
)

_TOPICS_ON_HOME = 60
_PAPERS_ON_HOME = 8
_TOPICS_TO_TRY = 12
_NEAR = 12
_FIRST_OF_MANY = 50


def home_page(frame: Frame) -> HomePage:
    """Return the view of the way in."""
    site = frame.site
    dated = [paper for paper in site.papers.values() if paper.published]
    newest = sorted(dated, key=lambda paper: (paper.published or "", paper.id), reverse=True)
    description = frame.config.description
    return HomePage(
        shell=shell(frame.config, urls.HOME, frame.config.title, "home", description),
        about=description,
        papers=len(site.papers),
        topics=largest_topics(site, _TOPICS_ON_HOME),
        topic_count=len(shared_topics(site)),
        newest=_cards(frame, newest[:_PAPERS_ON_HOME]),
        central=tuple(frame.cards[ident] for ident in site.central[:_PAPERS_ON_HOME]),
    )


def papers_pages(frame: Frame) -> Iterator[tuple[str, PapersPage | PartPage]]:
    """Yield the path and view of the list of all papers and of each of its parts."""
    papers = tuple(frame.site.papers.values())
    found = parts.parts(papers)
    paths = [urls.papers_part(part.key) for part in found]
    yield (
        urls.PAPERS,
        PapersPage(
            shell=shell(frame.config, urls.PAPERS, "All papers", "papers"),
            cards=() if found else _cards(frame, papers),
            parts=_part_groups(found, paths),
            count=len(papers),
        ),
    )
    whole = Link("All papers", urls.PAPERS)
    yield from _part_pages(frame, found, paths, whole)


def topic_pages(frame: Frame, topic: Topic) -> Iterator[tuple[str, TopicPage | PartPage]]:
    """Yield the path and view of a topic's page and of each part of its list."""
    site = frame.site
    papers = [site.papers[ident] for ident in topic.papers]
    found = parts.parts(sorted(papers, key=lambda paper: (text.folded(paper.title), paper.id)))
    paths = [urls.topic_part(topic.slug, part.key) for part in found]
    path = urls.topic(topic.slug)
    near = site.near.get(topic.slug, ())[:_NEAR]
    yield (
        path,
        TopicPage(
            shell=shell(frame.config, path, topic.name, "topics"),
            slug=topic.slug,
            name=topic.name,
            parent=topic_link(site.topics[topic.parent]) if topic.parent else None,
            count=len(papers),
            near=tuple(
                Counted(link.name, link.url, common)
                for slug, common in near
                for link in [topic_link(site.topics[slug])]
            ),
            cards=_cards(frame, papers[:_FIRST_OF_MANY] if found else papers),
            parts=_part_groups(found, paths),
        ),
    )
    yield from _part_pages(frame, found, paths, topic_link(topic))


def _part_groups(found: Sequence[parts.Part], paths: Sequence[str]) -> tuple[Group, ...]:
    """Return the ways to the parts of a list under their years."""
    pairs = groupby(zip(found, paths, strict=True), key=lambda pair: pair[0].group)
    return tuple(
        Group(
            heading,
            tuple(
                Counted(part.letters or "All", urls.href(path), len(part.papers))
                for part, path in group
            ),
        )
        for heading, group in pairs
    )


def _part_pages(
    frame: Frame, found: Sequence[parts.Part], paths: Sequence[str], whole: Link
) -> Iterator[tuple[str, PartPage]]:
    """Yield the path and view of each part of a list."""
    links = [Link(part.label, urls.href(path)) for part, path in zip(found, paths, strict=True)]
    section = "papers" if whole.url == urls.PAPERS else "topics"
    for at, (part, path) in enumerate(zip(found, paths, strict=True)):
        title = f"{whole.name}: {part.label}"
        yield (
            path,
            PartPage(
                shell=shell(frame.config, path, title, section),
                whole=whole,
                label=part.label,
                cards=_cards(frame, part.papers),
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            ),
        )


def _cards(frame: Frame, papers: Sequence[Paper]) -> tuple[Card, ...]:
    """Return the cards of `papers`."""
    return tuple(frame.cards[paper.id] for paper in papers)


def topics_page(frame: Frame) -> TopicsPage:
    """Return the view of the index of topics."""
    topics = counted(shared_topics(frame.site))
    groups = groupby(topics, key=lambda topic: _initial(topic.name))
    return TopicsPage(
        shell=shell(frame.config, urls.TOPICS, "Topics", "topics"),
        groups=tuple(Group(letter, tuple(group)) for letter, group in groups),
        count=len(topics),
    )


def _initial(name: str) -> str:
    """Return the letter that `name` is found under, ``#`` where it begins with none."""
    first = text.folded(name)[:1].upper()
    return first if first.isalpha() else "#"


def search_page(frame: Frame) -> SearchPage:
    """Return the view of the search page."""
    return SearchPage(
        shell=shell(frame.config, urls.SEARCH, "Search", "search"),
        topics=largest_topics(frame.site, _TOPICS_TO_TRY),
    )


def not_found_page(frame: Frame) -> NotFoundPage:
    """Return the view of the page for a missing address."""
    config = frame.config
    home = f"{config.site_url}/{urls.HOME}" if config.site_url else None
    return NotFoundPage(config.title, config.language, home)
