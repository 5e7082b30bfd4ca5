"""Long lists of papers or topics → parts that one more entry hardly moves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from string import ascii_uppercase, digits
from typing import NamedTuple, Protocol, TypeVar

from sitegen import text
from sitegen.jobs.parcel import Parcel

LONGEST = 300
LONGEST_INDEX = 800
_SIGNS = "#"
# Names hardly begin with these: they share a part, always the same.
_SHARED = dict.fromkeys("XYZ", "X–Z")
_KEYS = {_SIGNS: "0-9", "X–Z": "x-z"}
# Where one letter after the other is told, those that few names have share a stretch.
_FIRST = {letter: letters for letters in (digits, "xyz") for letter in letters}
_FURTHER = {
    **dict.fromkeys(f"-{digits}", ""),
    **{
        letter: letters
        for letters in ("abcd", "efgh", "ijklmn", "opq", "rst", "uvwxyz")
        for letter in letters
    },
}
_Item = TypeVar("_Item")


class Dated(Protocol):
    """What parts are made of: a paper, or what tells of it where it stands."""

    @property
    def id(self) -> str:
        """What it is known by."""

    @property
    def slug(self) -> str:
        """Its page's file name without the ending."""

    @property
    def year(self) -> str | None:
        """The year of its publication."""


class Named(Protocol):
    """What parts of an index are made of: a topic, or what tells of it there."""

    @property
    def slug(self) -> str:
        """What it is known by."""

    @property
    def name(self) -> str:
        """What it is called."""


class Part(Parcel, frozen=True):
    """A stretch of a long list.

    Attributes:
        key: Names the part in a file name.
        group: The year, in words where there is none; empty in a library without years.
        letters: What its titles begin with; empty where the year is not parted.
        papers: In the order of the whole list.
    """

    key: str
    group: str
    letters: str
    papers: tuple[Dated, ...]

    @property
    def label(self) -> str:
        """What a reader sees, such as ``2024`` or ``2024, La``."""
        return ", ".join(filter(None, (self.group, self.letters)))


class TopicPart(Parcel, frozen=True):
    """A stretch of a long index of topics.

    Attributes:
        key: Names the part in a file name.
        letter: What leads to it: a letter, or what stands for several.
        label: What its names begin with: the letter, or more where that one is parted.
        topics: In the order of the whole index.
    """

    key: str
    letter: str
    label: str
    topics: tuple[Named, ...]


def parts(papers: Sequence[Dated]) -> tuple[Part, ...]:
    """Return `papers` in parts, nothing where they fit on one page.

    Parts are years, newest first, papers without a year last. A year that is too long, or a
    library without years, is parted by the first letters of the slug, one more letter where
    one is not enough; letters that few titles begin with share a part, always the same ones. So
    a part changes only with its own papers.
    """
    if len(papers) <= LONGEST:
        return ()
    by_year: dict[str, list[Dated]] = defaultdict(list)
    for paper in papers:
        by_year[paper.year or ""].append(paper)
    dated = len(by_year) > 1 or "" not in by_year
    found: list[Part] = []
    for year in sorted(by_year, reverse=True):
        name, group = (year or "undated", year or "Without a year") if dated else ("", "")
        entries = [(paper.slug, 1, paper) for paper in by_year[year]]
        for stretch, chunk in _by_letters(entries, "", LONGEST):
            key = "-".join(filter(None, (name, stretch.key)))
            found.append(Part(key, group, stretch.label, tuple(chunk)))
    return tuple(found)


def topic_parts(topics: Sequence[Named], lines: Mapping[str, int]) -> tuple[TopicPart, ...]:
    """Return `topics` in parts, nothing where they fit on one page.

    Parts are letters; what begins with none of A to Z has one for itself. A letter that is too
    long is parted by the letters that follow, as many as it takes: a part changes only with its
    own topics.

    Args:
        topics: In the order of the index.
        lines: Slug to how many lines of the index a topic takes, with what stands below it.
    """
    if len(topics) <= LONGEST_INDEX:
        return ()
    by_letter: dict[str, list[tuple[str, int, Named]]] = defaultdict(list)
    for topic in topics:
        by_letter[_letter(topic.name)].append((_place(topic.name), lines[topic.slug], topic))
    found: list[TopicPart] = []
    for letter in sorted(by_letter):
        chunks = _by_letters(by_letter[letter], "" if letter in _KEYS else letter.lower())
        for stretch, chunk in chunks:
            label = letter if len(chunks) == 1 else stretch.label
            key = stretch.key or _KEYS[letter]
            found.append(TopicPart(key, letter, label or letter, tuple(chunk)))
    return tuple(found)


@lru_cache(maxsize=1 << 14)  # a build asks for the same names several times
def initial(name: str) -> str:
    """Return the letter that `name` is found under, ``#`` where it begins with none."""
    first = text.folded(name)[:1].upper()
    return first if first.isalpha() else _SIGNS


@lru_cache(maxsize=1 << 14)
def _place(name: str) -> str:
    """Return what a name begins with, as parts tell it."""
    return text.slug(name) if text.folded(name) else ""


def _letter(name: str) -> str:
    """Return what leads to the part of a long index that has `name`."""
    first = initial(name)
    return _SHARED.get(first, first) if first in set(ascii_uppercase) else _SIGNS


class _Stretch(NamedTuple):
    """What names begin with.

    Attributes:
        first: The first beginning there may be.
        last: The last one, as long; the same where there is but one.
    """

    first: str
    last: str

    @property
    def key(self) -> str:
        """What names it in a file name; slugs have no two hyphens in a row, so no other does."""
        return self.first if self.first == self.last else f"{self.first}--{self.last}"

    @property
    def label(self) -> str:
        """What a reader sees, such as ``C`` or ``Ca–Cd``."""
        shown = map(_shown, self if self.first != self.last else self[:1])
        return "–".join(shown)


def _shown(start: str) -> str:
    """Return what slugs begin with as a reader sees it."""
    letters = start.replace("-", " ").strip()
    # Small Greek letters are signs in titles; large ones would pass for Latin letters.
    return letters if "α" <= letters[:1] <= "ω" else letters.capitalize()


_Entry = tuple[str, int, _Item]
"""A name, how many lines it takes, and what it names."""


def _by_letters(
    entries: Sequence[_Entry[_Item]], start: str, longest: int = LONGEST_INDEX
) -> list[tuple[_Stretch, list[_Item]]]:
    """Return what `entries` hold, parted by as many letters after `start` as it takes.

    Letters that share a stretch do so whatever the entries are; one that has too many for that
    stands for itself.

    Args:
        entries: Their names begin with `start`.
        start: The letters that are told already.
        longest: How many lines a part may have; those of one name are never parted.
    """
    if _fit(entries, longest) or all(name == start for name, _, _ in entries):
        return [(_Stretch(start, start), _items(entries))]
    found: list[tuple[_Stretch, list[_Item]]] = []
    stretches = _FIRST if not start else _FURTHER
    for letters, some in _grouped(entries, lambda name: _letters(name, start, stretches)):
        if len(letters) != 1 and _fit(some, longest):
            stretch = _Stretch(start + letters[:1], start + letters[-1:])
            found.append((stretch, _items(some)))
        else:
            for begun, few in _grouped(some, lambda name: name[: len(start) + 1]):
                found += _by_letters(few, begun, longest)
    return found


def _letters(name: str, start: str, stretches: Mapping[str, str]) -> str:
    """Return the letters that stand with the one that follows `start` in a name."""
    letter = name[len(start) : len(start) + 1]
    return stretches.get(letter, letter)


def _grouped(
    entries: Iterable[_Entry[_Item]], told: Callable[[str], str]
) -> list[tuple[str, list[_Entry[_Item]]]]:
    """Return entries by what their names tell, sorted by it."""
    groups: dict[str, list[_Entry[_Item]]] = defaultdict(list)
    for entry in entries:
        groups[told(entry[0])].append(entry)
    return sorted(groups.items())


def _fit(entries: Iterable[_Entry[_Item]], longest: int) -> bool:
    """Tell whether entries fit one part."""
    return sum(lines for _, lines, _ in entries) <= longest


def _items(entries: Iterable[_Entry[_Item]]) -> list[_Item]:
    """Return what entries name."""
    return [item for _, _, item in entries]
