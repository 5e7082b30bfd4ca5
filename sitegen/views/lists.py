"""The views of the ways in: home, all papers, search, and what a missing address shows."""

import heapq
from collections.abc import Iterator
from operator import attrgetter

from sitegen import parts, urls
from sitegen.cache.pieces import Pieces
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.views.frame import Frame, cards, language, shell
from sitegen.views.listed import counted, largest
from sitegen.views.parted import part_groups, part_pages
from sitegen.views.pieces import Link
from sitegen.views.values import HomePage, NotFoundPage, PapersPage, PartPage, SearchPage

_TOPICS_ON_HOME = 60
_PAPERS_ON_HOME = 8
_TOPICS_TO_TRY = 12


def home_page(frame: Frame) -> HomePage:
    """Return the view of the way in."""
    site = frame.site
    dates = tuple(map(attrgetter("published"), site.papers.values()))
    newest = _dating.one(None, (dates, tuple(site.papers)), frame.size)
    description = frame.config.description
    return HomePage(
        shell=shell(frame.config, urls.HOME, frame.config.title, "home", description),
        about=description,
        relates=frame.config.related.enabled,
        papers=len(site.papers),
        topics=counted(largest(frame.listed.values(), _TOPICS_ON_HOME)),
        topic_count=len(frame.listed),
        newest=cards(frame, newest),
        central=cards(frame, site.central[:_PAPERS_ON_HOME]),
    )


def _newest(_: None, given: tuple[tuple[str | None, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the ids of the newest papers, by the dates and ids of all of them."""
    dated = [(date, ident) for date, ident in zip(*given, strict=True) if date]
    return tuple(ident for _, ident in heapq.nlargest(_PAPERS_ON_HOME, dated))


_dating = Pieces(_newest)


def papers_pages(frame: Frame) -> Iterator[tuple[str, PapersPage | PartPage]]:
    """Yield the path and view of the list of all papers and of each of its parts."""
    papers, size = frame.site.papers, frame.size
    placed = _placing.of(None, papers, papers.values(), size)
    found = _parting.one(None, tuple(placed.values()), size)
    paths = [urls.papers_part(part.key) for part in found]
    yield (
        urls.PAPERS,
        PapersPage(
            shell=shell(frame.config, urls.PAPERS, "All papers", "papers"),
            cards=() if found else cards(frame, papers),
            parts=part_groups(found, paths),
            count=len(papers),
        ),
    )
    whole = Link("All papers", urls.PAPERS)
    listed = [
        (path, part, cards(frame, [paper.id for paper in part.papers]))
        for path, part in zip(paths, found, strict=True)
    ]
    yield from part_pages(frame.config, whole, listed)


class _Placed(Parcel, frozen=True):
    """What tells where in the list a paper stands."""

    id: str
    slug: str
    year: str | None


def _placed(_: None, paper: Paper) -> _Placed:
    """Return what tells where a paper stands."""
    return _Placed(paper.id, paper.slug, paper.year)


def _parted(_: None, papers: tuple[_Placed, ...]) -> tuple[parts.Part, ...]:
    """Return a list of papers in parts."""
    return parts.parts(papers)


_placing = Pieces(_placed)
_parting = Pieces(_parted)


def search_page(frame: Frame) -> SearchPage:
    """Return the view of the search page."""
    return SearchPage(
        shell=shell(frame.config, urls.SEARCH, "Search", "search"),
        topics=counted(largest(frame.listed.values(), _TOPICS_TO_TRY)),
    )


def not_found_page(frame: Frame) -> NotFoundPage:
    """Return the view of the page for a missing address."""
    config = frame.config
    home = f"{config.site_url}/{urls.HOME}" if config.site_url else None
    return NotFoundPage(config.title, language(config), home)
