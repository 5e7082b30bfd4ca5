"""Everything that a template may see, and nothing else."""

from collections.abc import Iterator

from sitegen import urls
from sitegen.config import Config
from sitegen.model import Site
from sitegen.views.atlas import map_draft, map_page
from sitegen.views.drafts import Draft, MapDraft, PaperDraft
from sitegen.views.frame import frame
from sitegen.views.index import topics_pages
from sitegen.views.listed import listed
from sitegen.views.lists import home_page, not_found_page, papers_pages, search_page
from sitegen.views.moved import moved_pages
from sitegen.views.paper import paper_drafts, paper_page
from sitegen.views.topic import topic_pages
from sitegen.views.values import Page

__all__ = ["Draft", "listed", "page", "pages"]


def pages(site: Site, config: Config) -> Iterator[tuple[str, Draft]]:
    """Yield the path and the draft of every page of the site."""
    framed = frame(site, config)
    yield urls.HOME, home_page(framed)
    yield urls.NOT_FOUND, not_found_page(framed)
    yield from papers_pages(framed)
    for draft in paper_drafts(framed):
        yield draft.shell.path, draft
    if config.topics.enabled:
        yield from topics_pages(framed)
        yield urls.MAP, map_draft(framed)
        for slug, views in topic_pages(framed).items():
            yield from views
            yield from moved_pages(framed, site.topics[slug])
    if config.search.enabled:
        yield urls.SEARCH, search_page(framed)


def page(draft: Draft) -> Page:
    """Return the view that a draft leads to."""
    if isinstance(draft, PaperDraft):
        return paper_page(draft)
    return map_page(draft) if isinstance(draft, MapDraft) else draft
