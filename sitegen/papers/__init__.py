"""Records → papers: the same paper merged, every place it was read kept, ids and slugs given."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sitegen import prose, text
from sitegen.cache.again import Last, remembered
from sitegen.errors import Problem, warning
from sitegen.model import Paper, Record
from sitegen.papers.difference import Merged
from sitegen.papers.groups import Group, fullest_first, paper, place
from sitegen.papers.titles import compared, titled


def merge(records: Iterable[Record]) -> tuple[list[Paper], list[Problem]]:
    """Return the papers that `records` tell of, sorted by folded title, and what was odd.

    Records with the same folded title and abstract are one paper. The same title with another
    abstract makes papers that are each other's variants; the same id with other content keeps
    both, the later ones under an id with a hash. The order of `records` decides nothing.
    """
    last = _last.recalled()
    given = last.again(records) if last else tuple(records)
    found = last.edited(given) if last else None
    if found is None:
        found = _afresh(given)
    _last.hold(found, len(found.papers))
    return [*found.papers], [*found.problems]


_last = Last[Merged](__name__)


def _afresh(records: Sequence[Record]) -> Merged:
    """Return the papers that records tell of."""
    by_title: dict[str, list[Record]] = defaultdict(list)
    problems: list[Problem] = []
    other: dict[str, str] = {}  # how titles read that do not read as they are written
    for record in records:
        title = titled(record)
        problems += title.problems
        if not title.plain:
            continue
        if title.plain != record.title:
            other[record.title] = title.plain
        by_title[title.compared].append(record)
    groups = {shared: _groups(same) for shared, same in by_title.items()}
    by_id, clashes = _by_unique_id(chain.from_iterable(groups.values()))
    variants, doubles = _variants(by_id, groups)
    titles = {ident: group[0].title for ident, group in by_id.items()}
    plain = {ident: other.get(title, title) for ident, title in titles.items()}
    slugs = text.slugs(plain, _slug)
    papers = [
        paper(group, ident, slugs[ident], variants.get(ident, ()))
        for ident, group in by_id.items()
    ]
    papers.sort(key=lambda paper: (_folded(paper.title), paper.id))
    return Merged(
        records,
        papers,
        (*problems, *clashes, *doubles),
        dict(_settled(papers, by_id, variants, records)) if _last.holds else {},
    )


def _settled(
    papers: Iterable[Paper],
    by_id: Mapping[str, Group],
    shared: Container[str],
    records: Iterable[Record],
) -> Iterator[tuple[int, int]]:
    """Yield the place of each record that alone tells of a paper, and the paper's.

    Args:
        papers: All, in order.
        by_id: The records of each.
        shared: Ids of those that share their title.
        records: All, in order.
    """
    twice = {given for ident, group in by_id.items() if (given := _given(group)) != ident}
    places = {id(record): at for at, record in enumerate(records)}
    for at, each in enumerate(papers):
        group = by_id[each.id]
        is_own = len(group) == 1 and group[0].id == each.id
        if is_own and each.id not in twice and each.id not in shared:
            yield places[id(group[0])], at


_folded = remembered(text.folded)
_slug = remembered(text.slug)


def _groups(same: Sequence[Record]) -> list[Group]:
    """Return the records of one title, those together whose abstracts are the same too.

    Where records differ in a field, the one that says most counts first: with the most people,
    then the fullest date. Where it was read decides nothing.
    """
    if len(same) == 1:
        return [same]
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in same:
        groups[compared(prose.plain(record.abstract))].append(record)
    return [sorted(group, key=fullest_first) for group in groups.values()]


@remembered
def content_id(title: str, abstract: str) -> str:
    """Return the id of a paper that was given none: a digest of its folded text."""
    return text.digest(f"{compared(title)}\n{compared(abstract)}", 6)


def _content_id(group: Group) -> str:
    """Return the id of a paper that was given none."""
    return content_id(group[0].title, group[0].abstract)


def _given(group: Group) -> str:
    """Return the id that a paper was given, else the one that follows from its content."""
    said = [record.id for record in group if record.id]
    return min(said) if said else _content_id(group)


def _by_unique_id(groups: Iterable[Group]) -> tuple[dict[str, Group], list[Problem]]:
    """Return the records of each paper by an id of its own, and a warning for each given twice."""
    by_given: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_given[_given(group)].append(group)
    unique: dict[str, Group] = {}
    problems: list[Problem] = []
    taken = set(by_given)
    for given, alike in sorted(by_given.items()):
        first, *others = sorted(alike, key=_content_id) if len(alike) > 1 else alike
        unique[given] = first
        for other in others:
            what = f"id '{given}' also names another paper, read at {place(first)}"
            problems.append(warning(str(place(other)), what, "both are kept"))
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
                what = f"has the title of {place(by_id[first])} and another abstract"
                where = str(place(by_id[ident]))
                problems.append(warning(where, what, "both are kept, as variants"))
    return variants, problems
