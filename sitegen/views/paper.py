"""The view of one paper's page, and the draft that all of it follows from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any

from msgspec.structs import replace

from sitegen import citations, prose, text, urls
from sitegen.cache.pieces import Pieces
from sitegen.config import Config
from sitegen.model import Neighbour, Paper, Part, Tag
from sitegen.views import reasons
from sitegen.views.drafts import PaperDraft
from sitegen.views.frame import Frame, description, shell
from sitegen.views.pieces import Cited, Link, Metadatum, Passage, RelatedPaper, TopicTag
from sitegen.views.steps import steps
from sitegen.views.values import PaperPage

# So many authors are shown of a paper that has more than a few more.
_PEOPLE, _FEW = 30, 6
# A thousand papers called *Editorial* would each show all others.
_VARIANTS = 12


def paper_drafts(frame: Frame) -> Iterable[PaperDraft]:
    """Return the drafts of the pages of all papers, in the order of these."""
    papers, site, cards = frame.site.papers, frame.site, frame.cards
    near = list(map(site.related.get, papers, repeat(())))
    given = zip(
        papers.values(),
        map(site.tags.get, papers, repeat(())),
        frame.ways.values(),
        map(site.keyphrases.get, papers, repeat(())),
        repeat(frame.config.related.enabled, frame.size),
        _relating.of(frame.cited, papers, near, frame.size).values(),
        _tying.of(None, papers, near, frame.size).values(),
        [
            tuple([cards[other] for other in each.variants[:_VARIANTS]]) if each.variants else ()
            for each in papers.values()
        ],
        steps(frame),
        strict=True,
    )
    return _drafting.of(frame.config, papers, given, frame.size).values()


def _related(cited: Mapping[str, Cited], near: tuple[Neighbour, ...]) -> tuple[Cited, ...]:
    """Return the neighbours of a paper."""
    return tuple([cited[neighbour.paper] for neighbour in near])


def _words(_: None, near: tuple[Neighbour, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what ties each neighbour to a paper."""
    return tuple([neighbour.words for neighbour in near])


def _draft(config: Config, given: tuple[Any, ...]) -> PaperDraft:
    """Return the draft of a paper's page, from all that it holds but the shell around it."""
    paper: Paper = given[0]
    return PaperDraft(shell(config, urls.paper(paper.slug), "", "papers"), *given)


_relating = Pieces(_related)
_tying = Pieces(_words)
_drafting = Pieces(_draft)


def paper_page(draft: PaperDraft) -> PaperPage:
    """Return the view that a draft leads to."""
    paper, tags = draft.paper, draft.tags
    shown = _PEOPLE if len(paper.authors) > _PEOPLE + _FEW else None
    title = prose.plain(paper.title)
    told = description(prose.plain(paper.abstract))
    return PaperPage(
        shell=replace(draft.shell, title=title, description=told),
        id=paper.id,
        title=paper.title,
        title_passages=_passages(tags, "title"),
        people=paper.authors[:shown],
        more_people=paper.authors[shown:] if shown else (),
        venue=paper.venue or "",
        published=paper.published or "",
        abstract=paper.abstract,
        abstract_passages=_passages(tags, "abstract"),
        topics=tuple(_topic_tags(draft)),
        keyphrases=draft.keyphrases,
        relates=draft.relates,
        related=tuple(map(RelatedPaper, draft.related, draft.words)),
        links=_links(paper),
        bibtex=citations.bibtex(paper),
        sources=tuple(f"{source.file}, line {source.line}" for source in paper.sources),
        variants=draft.variants,
        more_variants=len(paper.variants) - len(draft.variants),
        step=draft.step,
        metadata=_metadata(paper, title),
    )


def _topic_tags(draft: PaperDraft) -> Iterator[TopicTag]:
    """Yield the topics of a paper with their evidence."""
    mentions = reasons.mentions(draft.paper, draft.tags)
    for tag, link, said in zip(draft.tags, draft.topics, mentions, strict=True):
        why = tuple(reasons.words(reason) for reason in tag.reasons)
        yield TopicTag(link.name, link.url, why, said)


def _passages(tags: tuple[Tag, ...], part: Part) -> tuple[Passage, ...]:
    """Return the passages of a part in reading order, each once, with all that it gave."""
    topics: dict[tuple[int, int], list[str]] = defaultdict(list)
    for number, tag in enumerate(tags, 1):
        for evidence in tag.evidence:
            if evidence.part == part:
                topics[evidence.start, evidence.end].append(str(number))
    return tuple(Passage(*place, tuple(numbers)) for place, numbers in sorted(topics.items()))


def _links(paper: Paper) -> tuple[Link, ...]:
    """Return the ways to the paper and its companions on the web."""
    links = paper.links
    found = [
        Link("arXiv", urls.arxiv(links.arxiv)) if links.arxiv else None,
        Link("DOI", urls.doi(links.doi)) if links.doi else None,
        Link("PDF", links.pdf) if links.pdf else None,
        Link("Page", links.page) if links.page else None,
        *(Link(f"Code: {_address(url)}", url) for url in links.code),
        *(Link(f"Project: {_address(url)}", url) for url in links.project),
    ]
    return tuple(link for link in found if link)


def _address(url: str) -> str:
    """Return an address as it is shown: its host, and its path where that is short."""
    return text.excerpt(url.partition("://")[2].rstrip("/"), 48)


def _metadata(paper: Paper, title: str) -> tuple[Metadatum, ...]:
    """Return the Highwire tags that Google Scholar and Zotero read."""
    found = [
        ("citation_title", title),
        *(("citation_author", author) for author in paper.authors[: citations.AUTHORS]),
        ("citation_publication_date", (paper.published or "").replace("-", "/")),
        (citations.kind(paper.venue or "").metadata, paper.venue or ""),
        ("citation_doi", paper.links.doi or ""),
        ("citation_arxiv_id", paper.links.arxiv or ""),
        ("citation_pdf_url", paper.links.pdf or ""),
        ("citation_keywords", "; ".join(paper.keywords)),
    ]
    return tuple(Metadatum(name, content) for name, content in found if name and content)
