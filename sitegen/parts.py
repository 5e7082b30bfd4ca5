"""Long lists of papers → parts that one more paper hardly moves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import Paper

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Part:
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
    papers: tuple[Paper, ...]

    @property
    def label(self) -> str:
        """What a reader sees, such as ``2024`` or ``2024, La``."""
        return ", ".join(filter(None, (self.group, self.letters)))


def parts(papers: Sequence[Paper]) -> tuple[Part, ...]:
    """Return `papers` in parts, nothing where they fit on one page.

    Parts are years, newest first, papers without a year last. A year that is too long, or a
    library without years, is parted by the first letters of the slug, one more letter where
    one is not enough: a part changes only with its own papers.
    """
    if len(papers) <= LONGEST:
        return ()
    by_year: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_year[paper.year or ""].append(paper)
    dated = len(by_year) > 1 or "" not in by_year
    found: list[Part] = []
    for year in sorted(by_year, reverse=True):
        name, group = (year or "undated", year or "Without a year") if dated else ("", "")
        for start, chunk in _by_letters(by_year[year], ""):
            key = "-".join(filter(None, (name, start)))
            letters = start.replace("-", " ").capitalize()
            found.append(Part(key, group, letters, tuple(chunk)))
    return tuple(found)


def _by_letters(papers: list[Paper], prefix: str) -> list[tuple[str, list[Paper]]]:
    """Return `papers`, whose slugs share `prefix`, by as many more letters as it takes.

    Slugs are unique, so this ends.
    """
    if len(papers) <= LONGEST:
        return [(prefix, papers)]
    buckets: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        buckets[paper.slug[: len(prefix) + 1]].append(paper)
    return [part for key in sorted(buckets) for part in _by_letters(buckets[key], key)]
