"""A state of the index: its files, with all that the next state can be made from."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sitegen.cache.again import as_before
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.search import (
    columns,
    cuts,
    fronts,
    identifiers,
    lexicon,
    numbering,
    revision,
    shards,
    tables,
)
from sitegen.search.analysis import STOP_WORDS
from sitegen.search.documents import FIELDS, Changed, Entry, entry
from sitegen.search.revision import Known, Revised
from sitegen.search.scripts import script
from sitegen.search.shards import Row, Shard
from sitegen.search.tables import Table

TABLES = "search/tables.js"

Slugs = tuple[str, ...]


class Given(Parcel, frozen=True):
    """What an index is made from.

    Attributes:
        papers: By their ids, with title and abstract in plain form.
        tags: The slugs of the topics of papers, best first, by the papers' ids.
        names: The names of topics by their slugs; a tag whose topic has none is left out.
    """

    papers: Mapping[str, Paper]
    tags: Mapping[str, Slugs]
    names: Mapping[str, str]


class Lists(Parcel, frozen=True):
    """The lists that words and identifiers are looked for in."""

    terms: list[Shard]
    words: lexicon.Lists
    identifiers: list[Shard]


class Edition(Parcel, frozen=True, eq=False):
    """A state of the index.

    Attributes:
        given: What it was made from; nothing where the edition was noted and read.
        numbers: The papers' numbers by their slugs.
        entries: What is known of the papers, by their numbers, ascending; the same.
        known: That as it is noted, and what they say.
        lists: What words and identifiers are looked for in.
        columns: What filters count, and its file.
        scripts: Each shard's value by its name, with its script; None where both were read.
        cards: The script of each block of cards.
        files: All files by their paths; those that stay are the very same.
    """

    given: Given
    numbers: Mapping[str, int]
    entries: Mapping[int, Entry]
    known: Known
    lists: Lists
    columns: tuple[Mapping[str, object], Shard]
    scripts: Mapping[str, tuple[object, bytes]]
    cards: Mapping[int, bytes]
    files: Mapping[str, bytes]


def begun(known: Known) -> Edition:
    """Return the edition of nothing, where some is known of what papers will say."""
    nothing = Given({}, {}, {})
    lists = Lists([], lexicon.NOTHING, [])
    return Edition(nothing, {}, {}, known, lists, ({}, shards.named({})), {}, {}, {})


NOTHING = begun(revision.NOTHING)
"""The edition of nothing, and nothing known."""


def revised(last: Edition, given: Given) -> Edition:
    """Return the edition of what is given: the same whatever the last one was, but sooner made."""
    numbers = _numbers(given.papers.values(), last.numbers)
    entries = _entries(given, numbers, last)
    changed = _changed(last, entries)
    found = revision.revised(last.known, entries, changed)
    lists = _lists(last, entries, changed, found)
    column = columns.columns(entries, changed, last.columns[0])
    columned = last.columns if column is last.columns[0] else (column, shards.named(column))
    named = {"terms": lists.terms, "forwards": lists.words[0], "backwards": lists.words[1]}
    roots, parts = tables.packed({**named, "identifiers": lists.identifiers})
    all_shards = chain(*named.values(), lists.identifiers, parts, [columned[1]])
    scripts = _scripts(all_shards, last.scripts)
    cards = _cards(entries, changed, last.cards)
    first = _first(numbers, roots, columned[1])
    files = {
        **{f"search/{name}.js": told for name, (_, told) in scripts.items()},
        **{f"search/cards/{block}.js": told for block, told in cards.items()},
        TABLES: as_before(script("tables", first).encode(), last.files.get(TABLES)),
    }
    return Edition(given, numbers, entries, found.known, lists, columned, scripts, cards, files)


def _numbers(papers: Iterable[Paper], last: Mapping[str, int]) -> Mapping[str, int]:
    """Return the papers' numbers by their slugs."""
    slugs = [paper.slug for paper in papers]
    if len(slugs) == len(last) and all(slug in last for slug in slugs):
        return last
    return dict(zip(slugs, numbering.numbers(slugs), strict=True))


def _entries(given: Given, numbers: Mapping[str, int], last: Edition) -> dict[int, Entry]:
    """Return the papers' entries, by number; those of papers that stayed are the very same."""
    names, before = given.names, last.given
    moved = {slug for slug, _ in names.items() ^ before.names.items()}
    found: dict[int, Entry] = {}
    for ident, paper in given.papers.items():
        slugs = given.tags.get(ident, ())
        stays = before.papers.get(ident) is paper and before.tags.get(ident, ()) == slugs
        if stays and moved.isdisjoint(slugs):
            found[numbers[paper.slug]] = last.entries[last.numbers[paper.slug]]
        else:
            topics = [(names[slug], slug) for slug in slugs if slug in names]
            found[numbers[paper.slug]] = entry(paper, topics)
    return {number: found[number] for number in sorted(found)}


def _changed(last: Edition, entries: Mapping[int, Entry]) -> Changed:
    """Return the entries that are not what they were, all where only what they say is known."""
    if not last.numbers:
        return {number: (None, new) for number, new in entries.items()}
    if not last.entries:
        return revision.changed(last.known, entries)
    found: dict[int, tuple[Entry | None, Entry | None]] = {
        number: (old, None) for number, old in last.entries.items() if number not in entries
    }
    for number, new in entries.items():
        old = last.entries.get(number)
        if old is not new and old != new:
            found[number] = old, new
    return found


def _lists(last: Edition, entries: Mapping[int, Entry], changed: Changed, found: Revised) -> Lists:
    """Return what words and identifiers are looked for in."""
    known = last.lists.identifiers
    if not last.numbers or not identifiers.same(changed):
        known = identifiers.shards(entries.items())
    if not last.numbers or found.anew:
        told = list(found.terms())
        rows: cuts.Changes = {term.row[0]: term.row for term in told}
        return Lists(cuts.brought([], rows, _value), lexicon.shards(told), known)
    before = revision.terms(last.known, found.touched)
    come = [term for term in found.touched.values() if term]
    rows = {term: new and new.row for term, new in found.touched.items()}
    terms = cuts.brought(last.lists.terms, rows, _value)
    return Lists(terms, lexicon.brought(last.lists.words, before, come), known)


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: terms, their forms, their places."""
    terms, forms, places = zip(*rows, strict=True)
    return [" ".join(fronts.coded(terms)), " ".join(forms), " ".join(places)]


def _scripts(
    found: Iterable[Shard], last: Mapping[str, tuple[object, bytes]]
) -> dict[str, tuple[object, bytes]]:
    """Return the scripts of shards; in a tiny library two lists can be the same, and so one."""
    told: dict[str, tuple[object, bytes]] = {}
    for shard in found:
        held = last.get(shard.name)
        if held is None or held[0] is not shard.value:
            held = shard.value, script(shard.name, shard.value).encode()
        told[shard.name] = held
    return told


def _cards(
    entries: Mapping[int, Entry], changed: Changed, last: Mapping[int, bytes]
) -> Mapping[int, bytes]:
    """Return the script of each block of cards."""
    blocks = {number // numbering.WIDTH for number in changed}
    found = {block: told for block, told in last.items() if block not in blocks}
    for block in blocks:
        begin = block * numbering.WIDTH
        there = [entries.get(number) for number in range(begin, begin + numbering.WIDTH)]
        cards = [each.card.packed() for each in there if each]
        if cards:
            found[block] = script(f"cards/{block}", cards).encode()
    return {block: found[block] for block in sorted(found)}


def _first(
    numbers: Mapping[str, int], roots: Mapping[str, Table], column: Shard
) -> dict[str, object]:
    """Return what a page must know before it can look anything up."""
    return {
        "papers": len(numbers),
        "space": numbering.space(numbers.values()),
        "fields": list(FIELDS),
        "stopWords": " ".join(STOP_WORDS),
        **roots,
        "columns": column.name,
    }
