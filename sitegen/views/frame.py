"""What pages have in common: the shell around them, the piece that stands for a paper."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import repeat

from sitegen import text, urls
from sitegen.cache.pieces import Pieces
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Site, Tag, Topic
from sitegen.views.listed import Listed, listed
from sitegen.views.pieces import Card, Cited, Link
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
        links: Topic slug to the way to its page.
        ways: Paper id to the ways to its topics.
        listed: The topics that stand in indexes by their slugs, in the order of names.
    """

    site: Site
    config: Config
    cards: Mapping[str, Card]
    cited: Mapping[str, Cited]
    links: Mapping[str, Link]
    ways: Mapping[str, tuple[Link, ...]]
    listed: Mapping[str, Listed]

    @property
    def size(self) -> int:
        """How many papers there are."""
        return len(self.site.papers)


def frame(site: Site, config: Config) -> Frame:
    """Return the frame of a site, each card made once."""
    papers, topics, size = site.papers, site.topics.values(), len(site.papers)
    named = ((topic.name, topic.slug) for topic in topics)
    links = _linking.of(None, site.topics, named, size)
    tags = map(site.tags.get, papers, repeat(()))
    ways = _leading.of(links, papers, tags, size)
    gists = map(site.gists.__getitem__, papers)
    told = zip(papers.values(), gists, ways.values(), strict=True)
    cards = _carding.of(None, papers, told, size)
    cited = _citing.of(None, papers, cards.values(), size)
    return Frame(site, config, cards, cited, links, ways, listed(site))


def _ways(links: Mapping[str, Link], tags: tuple[Tag, ...]) -> tuple[Link, ...]:
    """Return the ways to the topics of a paper."""
    return tuple([links[tag.topic] for tag in tags])


def _card(_: None, told: tuple[Paper, str, tuple[Link, ...]]) -> Card:
    """Return what stands in lists for a paper, whose gist and the ways to its topics are given."""
    paper, gist, ways = told
    return Card(
        id=paper.id,
        title=paper.title,
        url=urls.href(urls.paper(paper.slug)),
        people=text.byline(paper.authors),
        venue=paper.venue or "",
        year=paper.year or "",
        published=paper.published or "",
        gist=gist,
        topics=ways[:LISTED_TOPICS],
        code=bool(paper.links.code),
    )


def _cited(_: None, card: Card) -> Cited:
    """Return what stands for a paper where it is named as related."""
    return Cited(card.title, card.url, card.people, card.venue, card.year)


def _link(_: None, named: tuple[str, str]) -> Link:
    """Return the way to a topic's page, by its name and its slug."""
    name, slug = named
    return Link(name, urls.href(urls.topic(slug)))


_linking = Pieces(_link)
_leading = Pieces(_ways)
_carding = Pieces(_card)
_citing = Pieces(_cited)


def cards(frame: Frame, papers: Iterable[str]) -> tuple[Card, ...]:
    """Return the cards of papers, which are given by their ids."""
    known = frame.cards
    return tuple(map(known.__getitem__, papers))


def topic_link(topic: Topic) -> Link:
    """Return the way to a topic's page."""
    return _link(None, (topic.name, topic.slug))


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
