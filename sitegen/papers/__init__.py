"""Records → papers: the same paper merged, every place it was read kept, ids and slugs given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sitegen import prose, text
from sitegen.cache.again import remembered
from sitegen.errors import Problem, warning
from sitegen.model import Paper, Record, Source
from sitegen.papers.addresses import arxiv_id_of, doi_of, first_of, links, web
from sitegen.papers.people import name, people, said_once

_LINKED = {"url": web, "pdf": web, "code": web, "doi": doi_of, "arxiv_id": arxiv_id_of}
"""The fields that lead somewhere, with what accepts them."""

Group = Sequence[Record]
"""The records of one paper, the one that says most first."""


def merge(records: Iterable[Record]) -> tuple[list[Paper], list[Problem]]:
    """Return the papers that `records` tell of, sorted by folded title, and what was odd.

    Records with the same folded title and abstract are one paper. The same title with another
    abstract makes papers that are each other's variants; the same id with other content keeps
    both, the later ones under an id with a hash. The order of `records` decides nothing.
    """
    by_title: dict[str, list[Record]] = defaultdict(list)
    problems: list[Problem] = []
    other: dict[str, str] = {}  # how titles read that do not read as they are written
    for record in records:
        title = _titled(record)
        problems += title.problems
        if not title.plain:
            continue
        if title.plain != record.title:
            other[record.title] = title.plain
        by_title[title.compared].append(record)
    groups = {compared: _groups(same) for compared, same in by_title.items()}
    by_id, clashes = _by_unique_id(chain.from_iterable(groups.values()))
    variants, doubles = _variants(by_id, groups)
    titles = {ident: group[0].title for ident, group in by_id.items()}
    slugs = text.slugs({ident: other.get(title, title) for ident, title in titles.items()})
    papers = [
        _merged(tuple(group), ident, slugs[ident], variants.get(ident, ()))
        for ident, group in by_id.items()
    ]
    papers.sort(key=lambda paper: (text.folded(paper.title), paper.id))
    return papers, problems + clashes + doubles


class _Title(NamedTuple):
    """What is seen of a record before it is held against the others.

    Attributes:
        plain: How its title reads; a record whose title reads as nothing is left out.
        compared: What titles must share to be the same.
        problems: What is odd about the record.
    """

    plain: str
    compared: str
    problems: tuple[Problem, ...]


@remembered
def _titled(record: Record) -> _Title:
    """Return what is seen of a record."""
    plain = prose.plain(record.title)
    if not plain:
        what = f"the title reads as nothing: {text.excerpt(record.title, 60)}"
        problem = warning(str(record.source), what, "the record is left out")
        return _Title("", "", (problem,))
    # One source writes mathematics as TeX, another as it reads.
    return _Title(plain, _compared(plain), tuple(_oddities(record)))


def _oddities(record: Record) -> Iterator[Problem]:
    """Yield a warning for what is in `record` and can't be shown as it was meant."""
    where = str(record.source)
    if text.has_bidi_controls(record.title) or text.has_bidi_controls(record.abstract):
        yield warning(where, "the text holds controls that reorder what is around them")
    for field, accepted in _LINKED.items():
        value = getattr(record, field)
        if value and not accepted(value):
            shown = text.excerpt(value, 60)
            yield warning(where, f"'{field}' can't be linked: {shown}", "the link is left out")


def _compared(value: str) -> str:
    """Return what two texts must share to be the same: the folded text, if it has a word."""
    return text.folded(value) or value


def _groups(same: Sequence[Record]) -> list[Group]:
    """Return the records of one title, those together whose abstracts are the same too.

    Where records differ in a field, the one that says most counts first: with the most people,
    then the fullest date. Where it was read decides nothing.
    """
    if len(same) == 1:
        return [same]
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in same:
        groups[_compared(prose.plain(record.abstract))].append(record)
    return [sorted(group, key=_fullest_first) for group in groups.values()]


@remembered
def _merged(group: tuple[Record, ...], ident: str, slug: str, variants: tuple[str, ...]) -> Paper:
    """Return the paper of records that agree in title and abstract."""
    first = group[0]
    return Paper(
        id=ident,
        slug=slug,
        title=first.title,
        abstract=first.abstract,
        authors=said_once(people(first_of([record.authors for record in group]) or ())),
        keywords=first_of([record.keywords for record in group]) or (),
        venue=name(first_of([record.venue for record in group]) or "") or None,
        published=first_of([record.published for record in group]),
        links=links(group),
        sources=tuple(sorted({record.source for record in group})),
        variants=variants,
    )


def _fullest_first(record: Record) -> tuple[object, ...]:
    """Return the sort key of records of one paper."""
    told = (record.title, record.abstract, record.authors, record.keywords)
    rest = (record.venue, record.published, record.url, record.pdf, record.code, record.doi)
    said = (*rest, record.arxiv_id)
    empty = sum(not each for each in said)
    fullness = (-len(said_once(record.authors)), -len(record.published or ""), empty)
    return (*fullness, *told, *(each or "" for each in said))


@remembered
def content_id(title: str, abstract: str) -> str:
    """Return the id of a paper that was given none: a digest of its folded text."""
    return text.digest(f"{_compared(title)}\n{_compared(abstract)}", 6)


def _content_id(group: Group) -> str:
    """Return the id of a paper that was given none."""
    return content_id(group[0].title, group[0].abstract)


def _place(group: Group) -> Source:
    """Return the first place where a paper was read."""
    return min(record.source for record in group)


def _by_unique_id(groups: Iterable[Group]) -> tuple[dict[str, Group], list[Problem]]:
    """Return the records of each paper by an id of its own, and a warning for each given twice."""
    by_given: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        said = [record.id for record in group if record.id]
        by_given[min(said) if said else _content_id(group)].append(group)
    unique: dict[str, Group] = {}
    problems: list[Problem] = []
    taken = set(by_given)
    for given, same in sorted(by_given.items()):
        first, *others = sorted(same, key=_content_id) if len(same) > 1 else same
        unique[given] = first
        for other in others:
            what = f"id '{given}' also names another paper, read at {_place(first)}"
            problems.append(warning(str(_place(other)), what, "both are kept"))
            renamed = f"{given}-{_content_id(other)}"
            while renamed in taken:
                renamed += "-2"
            taken.add(renamed)
            unique[renamed] = other
    return unique, problems


def _variants(
    by_id: Mapping[str, Group], groups: Mapping[str, Sequence[Group]]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return the other papers of the same title by each paper's id, and a warning for each.

    Args:
        by_id: The records of all papers.
        groups: The same by what titles must share to be the same.
    """
    shared = {
        group[0].title: compared
        for compared, same in groups.items()
        if len(same) > 1
        for group in same
    }
    by_title: dict[str, list[str]] = defaultdict(list)
    for ident, group in by_id.items():
        if group[0].title in shared:
            by_title[shared[group[0].title]].append(ident)
    variants: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for idents in by_title.values():
        first = min(idents, key=lambda ident: sorted(record.source for record in by_id[ident]))
        for ident in idents:
            variants[ident] = tuple(sorted(other for other in idents if other != ident))
            if ident != first:
                what = f"has the title of {_place(by_id[first])} and another abstract"
                where = str(_place(by_id[ident]))
                problems.append(warning(where, what, "both are kept, as variants"))
    return variants, problems
