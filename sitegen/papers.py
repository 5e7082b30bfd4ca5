"""Records → papers: the same paper merged, every place it was read kept, ids and slugs given."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar
from urllib.parse import unquote

from sitegen import prose, text
from sitegen.errors import Problem, warning
from sitegen.model import Links, Paper, Record

_CODE = re.compile(
    r"(?i)https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org"
    r"|anonymous\.4open\.science)/[^/?#]"
)
# Pages of projects, of their data and demonstrations: the code may be elsewhere, or nowhere.
_PROJECT = re.compile(
    r"(?i)https?://(?:www\.)?(?:[\w-]+\.git(?:hub|lab)\.io(?:[/?#]|$)|huggingface\.co/[^/?#])"
)
_ARXIV_ID = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_ARXIV_URL = re.compile(
    r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/([^?#\s]+?)(?:\.pdf)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s<>\"]+)", re.IGNORECASE
)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)

T = TypeVar("T")


def merge(records: Iterable[Record]) -> tuple[list[Paper], list[Problem]]:
    """Return the papers that `records` tell of, sorted by folded title, and what was odd.

    Records with the same folded title and abstract are one paper. The same title with another
    abstract makes papers that are each other's variants; the same id with other content keeps
    both, the later ones under an id with a hash. The order of `records` decides nothing.
    """
    by_title: dict[str, list[Record]] = defaultdict(list)
    problems: list[Problem] = []
    for record in records:
        if not prose.plain(record.title):
            what = f"the title reads as nothing: {text.excerpt(record.title, 60)}"
            problems.append(warning(str(record.source), what, "the record is left out"))
            continue
        by_title[_compared_title(record.title)].append(record)
        problems += _oddities(record)
    papers = [_merged(group) for same in by_title.values() for group in _groups(same)]
    papers, clashes = _with_unique_ids(papers)
    papers, doubles = _with_variants(papers)
    papers = _with_slugs(papers)
    papers.sort(key=lambda paper: (text.folded(paper.title), paper.id))
    return papers, problems + clashes + doubles


def _oddities(record: Record) -> Iterator[Problem]:
    """Yield a warning for what is in `record` and can't be shown as it was meant."""
    where = str(record.source)
    if text.has_bidi_controls(record.title) or text.has_bidi_controls(record.abstract):
        yield warning(where, "the text holds controls that reorder what is around them")
    checked = {
        "url": (record.url, _address),
        "pdf": (record.pdf, _address),
        "code": (record.code, _address),
        "doi": (record.doi, _doi),
        "arxiv_id": (record.arxiv_id, _arxiv_id),
    }
    for field, (value, accepted) in checked.items():
        if value and not accepted(value):
            shown = text.excerpt(value, 60)
            yield warning(where, f"'{field}' can't be linked: {shown}", "the link is left out")


def _compared(value: str) -> str:
    """Return what two texts must share to be the same: the folded text, if it has a word."""
    return text.folded(value) or value


@lru_cache(maxsize=1 << 15)
def _compared_title(title: str) -> str:
    """Return what titles must share to be the same; asked to merge and to find variants.

    One source writes mathematics as TeX, another as it reads.
    """
    return _compared(prose.plain(title))


def _groups(same: Sequence[Record]) -> Iterable[Sequence[Record]]:
    """Return the records of one title, those together whose abstracts are the same too."""
    if len(same) == 1:
        return [same]
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in same:
        groups[_compared(prose.plain(record.abstract))].append(record)
    return groups.values()


def _merged(group: Sequence[Record]) -> Paper:
    """Return the paper of records that agree in title and abstract.

    Where records differ in a field, the one that says most counts first: with the most people,
    then the fullest date. Where it was read decides nothing.
    """
    ordered = sorted(group, key=_fullest_first) if len(group) > 1 else group
    first = ordered[0]
    given = [record.id for record in ordered if record.id]
    return Paper(
        id=min(given) if given else content_id(first.title, first.abstract),
        slug="",
        title=first.title,
        abstract=first.abstract,
        authors=_said_once(_first(record.authors for record in ordered) or ()),
        keywords=_first(record.keywords for record in ordered) or (),
        venue=_first(record.venue for record in ordered),
        published=_first(record.published for record in ordered),
        links=_links(ordered),
        sources=tuple(sorted({record.source for record in ordered})),
    )


def _fullest_first(record: Record) -> tuple[object, ...]:
    """Return the sort key of records of one paper."""
    told = (record.title, record.abstract, record.authors, record.keywords)
    rest = (record.venue, record.published, record.url, record.pdf, record.code, record.doi)
    said = (*rest, record.arxiv_id)
    empty = sum(not each for each in said)
    fullness = (-len(_said_once(record.authors)), -len(record.published or ""), empty)
    return (*fullness, *told, *(each or "" for each in said))


def _first(values: Iterable[T | None]) -> T | None:
    """Return the first of `values` that says something, else None."""
    return next((value for value in values if value), None)


def _said_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of people once where it is the same list twice, as some exports have it.

    A single name that comes again stays: it may be another person's.
    """
    half = len(names) // 2
    return names[:half] if names[:half] == names[half:] else names


def content_id(title: str, abstract: str) -> str:
    """Return the id of a paper that was given none: a digest of its folded text."""
    return text.digest(f"{_compared(title)}\n{_compared(abstract)}", 6)


def _links(group: Sequence[Record]) -> Links:
    """Return where the paper lives: what its records say, then what its abstract says."""
    page = _first(_address(record.url) for record in group)
    pdf = _first(_address(record.pdf) for record in group)
    code = [address for record in group if (address := _address(record.code))]
    told = prose.urls(group[0].abstract)
    code += [url for url in told if _CODE.match(url)]
    project = [url for url in told if _PROJECT.match(url) and url not in {page, *code}]
    given = _first(_arxiv_id(record.arxiv_id) for record in group)
    doi = _first(_doi(record.doi) for record in group)
    return Links(
        arxiv=given or _arxiv_of(page) or _arxiv_of(pdf),
        doi=doi or _doi(page),
        pdf=pdf,
        page=page,
        code=tuple(dict.fromkeys(code)),
        project=tuple(project),
    )


def _address(value: str | None) -> str | None:
    """Return `value` if it is an http or https address, else None: nothing else is linked."""
    return value if value and _WEB_ADDRESS.fullmatch(value) else None


def _arxiv_id(value: str | None) -> str | None:
    """Return the arXiv id that `value` is or links to, else None."""
    if not value:
        return None
    bare = re.sub(r"^arxiv:\s*", "", value, flags=re.IGNORECASE)
    return bare if _ARXIV_ID.fullmatch(bare) else _arxiv_of(value)


def _arxiv_of(url: str | None) -> str | None:
    """Return the arXiv id in the address of an arXiv page, else None."""
    found = _ARXIV_URL.match(url or "")
    return found[1] if found and _ARXIV_ID.fullmatch(found[1]) else None


def _doi(value: str | None) -> str | None:
    """Return the bare DOI of `value`, else None."""
    found = _DOI.fullmatch(unquote(value or ""))
    return found[1] if found else None


def _with_unique_ids(papers: Sequence[Paper]) -> tuple[list[Paper], list[Problem]]:
    """Return the papers, each with an id of its own, and a warning for each id given twice."""
    by_id: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_id[paper.id].append(paper)
    unique: list[Paper] = []
    problems: list[Problem] = []
    taken = set(by_id)
    for given, same in sorted(by_id.items()):
        if len(same) == 1:
            unique += same
            continue
        first, *others = sorted(same, key=lambda paper: content_id(paper.title, paper.abstract))
        unique.append(first)
        for other in others:
            what = f"id '{given}' also names another paper, read at {first.sources[0]}"
            problems.append(warning(str(other.sources[0]), what, "both are kept"))
            renamed = f"{given}-{content_id(other.title, other.abstract)}"
            while renamed in taken:
                renamed += "-2"
            taken.add(renamed)
            unique.append(replace(other, id=renamed))
    return unique, problems


def _with_variants(papers: Sequence[Paper]) -> tuple[list[Paper], list[Problem]]:
    """Return the papers, those with one title linked as variants, and a warning for each."""
    by_title: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_title[_compared_title(paper.title)].append(paper)
    linked: list[Paper] = []
    problems: list[Problem] = []
    for same in by_title.values():
        if len(same) == 1:
            linked += same
            continue
        ids = sorted(paper.id for paper in same)
        first = min(same, key=lambda paper: paper.sources)
        for paper in same:
            others = tuple(other for other in ids if other != paper.id)
            linked.append(replace(paper, variants=others))
            if paper is not first:
                what = f"has the title of {first.sources[0]} and another abstract"
                problems.append(warning(str(paper.sources[0]), what, "both are kept, as variants"))
    return linked, problems


def _with_slugs(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers with their slugs."""
    given = text.slugs({paper.id: prose.plain(paper.title) for paper in papers})
    return [replace(paper, slug=given[paper.id]) for paper in papers]
