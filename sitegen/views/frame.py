"""What pages have in common: the shell around them, the piece that stands for a paper."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sitegen import text, urls
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Site, Topic
from sitegen.views.pieces import Card, Cited, Counted, Link
from sitegen.views.shell import Shell

LISTED_TOPICS = 4
"""So many topics are shown of a paper in a list."""

# As much as search engines show.
_DESCRIPTION = 155


class Frame(Parcel, frozen=True):
    """A library with its settings: what every view is made from.

    Attributes:
        cards: Paper id to the piece that stands for it in lists.
        cited: Paper id to the piece that stands for it where it is named as related.
        places: Topic slug to paper id to the paper's place in the topic's list, from 0.
        links: Topic slug to the way to its page.
    """

    site: Site
    config: Config
    cards: dict[str, Card]
    cited: dict[str, Cited]
    places: dict[str, dict[str, int]]
    links: dict[str, Link]


def frame(site: Site, config: Config) -> Frame:
    """Return the frame of a site, each card and place made once."""
    links = {topic.slug: topic_link(topic) for topic in site.topics.values()}
    cards = {ident: _card(site, paper, links) for ident, paper in site.papers.items()}
    cited = {
        ident: Cited(card.title, card.url, card.people, card.venue, card.year)
        for ident, card in cards.items()
    }
    places = {
        topic.slug: dict(zip(topic.papers, range(len(topic.papers)), strict=True))
        for topic in site.topics.values()
    }
    return Frame(site, config, cards, cited, places, links)


def _card(site: Site, paper: Paper, links: Mapping[str, Link]) -> Card:
    """Return what stands for `paper` in lists."""
    tags = site.tags.get(paper.id, ())[:LISTED_TOPICS]
    return Card(
        id=paper.id,
        title=paper.title,
        url=urls.href(urls.paper(paper.slug)),
        people=text.byline(paper.authors),
        venue=paper.venue or "",
        year=paper.year or "",
        published=paper.published or "",
        gist=site.gists[paper.id],
        topics=tuple(links[tag.topic] for tag in tags),
        code=bool(paper.links.code),
    )


def cards(frame: Frame, papers: Sequence[Paper]) -> tuple[Card, ...]:
    """Return the cards of `papers`."""
    return tuple(frame.cards[paper.id] for paper in papers)


def topic_link(topic: Topic) -> Link:
    """Return the way to a topic's page."""
    return Link(topic.name, urls.href(urls.topic(topic.slug)))


def _weight(count: int, most: int) -> int:
    """Return the weight of a topic: less for each halving, and none for a few papers."""
    return max(1, min(5 - (most // max(1, count)).bit_length(), count.bit_length()))


def counted(topics: Sequence[Topic]) -> tuple[Counted, ...]:
    """Return the ways to the topics of one index, weighed against the largest of them."""
    most = max((len(topic.papers) for topic in topics), default=0)
    return tuple(
        Counted(link.name, link.url, count, _weight(count, most))
        for topic in topics
        for link, count in [(topic_link(topic), len(topic.papers))]
    )


def listed_topics(site: Site) -> list[Topic]:
    """Return the topics that stand in indexes, by name.

    What only one paper is about is that paper's matter: it has a page and stands in no index,
    unless the owner wants it to.
    """
    listed = (topic for topic in site.topics.values() if topic.listed)
    return sorted(listed, key=lambda topic: (text.folded(topic.name), topic.slug))


def largest_topics(site: Site, limit: int) -> tuple[Counted, ...]:
    """Return at most `limit` topics, those with most papers, in the order of their names."""
    listed = listed_topics(site)
    largest = sorted(listed, key=lambda topic: (-len(topic.papers), topic.slug))[:limit]
    chosen = {topic.slug for topic in largest}
    return counted([topic for topic in listed if topic.slug in chosen])


def description(plain: str) -> str:
    """Return what describes a page that begins so, where others list it."""
    return text.excerpt(plain, _DESCRIPTION)


def language(config: Config) -> str:
    """Return the language of pages, whose own words are English, whatever the papers' is."""
    return config.language if config.language.lower().split("-")[0] == "en" else "en"


@lru_cache(maxsize=1)
def _site_id(title: str, base: str) -> str:
    """Return what tells this library's stored preferences from another's."""
    return text.digest(f"{title}\n{base}", 4)


def shell(config: Config, path: str, title: str, section: str, description: str = "") -> Shell:
    """Return what stands around the page at `path`."""
    base = config.site_url
    return Shell(
        site_title=config.title,
        site_id=_site_id(config.title, base or ""),
        language=language(config),
        texts="" if language(config) == config.language else config.language,
        path=path,
        section=section,
        title=title,
        description=description,
        canonical=f"{base}/{urls.href(path)}" if base else None,
        root=urls.root(path),
        folder=urls.folder(path),
        topics=config.topics.enabled,
        search=config.search.enabled,
    )
