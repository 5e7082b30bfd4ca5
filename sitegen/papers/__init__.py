"""Records → papers: the same paper merged, every place it was read kept, ids and slugs given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from sitegen import prose, text
from sitegen.errors import Problem, warning
from sitegen.model import Paper, Record
from sitegen.papers.addresses import arxiv_id_of, doi_of, first_of, links, web


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
        "url": (record.url, web),
        "pdf": (record.pdf, web),
        "code": (record.code, web),
        "doi": (record.doi, doi_of),
        "arxiv_id": (record.arxiv_id, arxiv_id_of),
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
    people = first_of(record.authors for record in ordered)
    return Paper(
        id=min(given) if given else content_id(first.title, first.abstract),
        slug="",
        title=first.title,
        abstract=first.abstract,
        authors=_said_once(tuple(map(_name, people or ()))),
        keywords=first_of(record.keywords for record in ordered) or (),
        venue=_name(first_of(record.venue for record in ordered) or "") or None,
        published=first_of(record.published for record in ordered),
        links=links(ordered),
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


def _name(written: str) -> str:
    r"""Return a name as it reads where it is written in TeX, such as ``Erd{\H o}s``."""
    return prose.plain(written) or written if "\\" in written else written


def _said_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of people once where it is the same list twice, as some exports have it.

    A single name that comes again stays: it may be another person's.
    """
    half = len(names) // 2
    return names[:half] if names[:half] == names[half:] else names


def content_id(title: str, abstract: str) -> str:
    """Return the id of a paper that was given none: a digest of its folded text."""
    return text.digest(f"{_compared(title)}\n{_compared(abstract)}", 6)


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
