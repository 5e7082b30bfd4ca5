"""What a background corpus knows of phrases: shipped counts that no site's papers move."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

FILE = "statistics.tsv.gz"
VERSION = "2"


class Counts(NamedTuple):
    """How many papers of the background corpus say what of one phrase.

    Attributes:
        papers: Papers that hold it.
        whole: Papers where it fills a run at least once.
        titles: Papers whose title holds it.
        keywords: Papers with free keywords that have it among them.
        candidates: Papers with free keywords that hold it or have it among them.
    """

    papers: int = 0
    whole: int = 0
    titles: int = 0
    keywords: int = 0
    candidates: int = 0


UNKNOWN = Counts()


@dataclass(frozen=True, slots=True)
class Statistics:
    """The shipped table; a row is read when it is asked for, as most never are.

    Attributes:
        papers: Papers counted.
        acronyms: Keys of acronyms that have one meaning to the keys of their long forms.
        phrases: Counts by key, as the table writes them; what is too rare to be told from
            chance is absent.
        heads: The same of a word, summed over the longer phrases that end with it.
    """

    papers: int
    acronyms: Mapping[str, str]
    phrases: Mapping[str, str]
    heads: Mapping[str, str]

    def counts(self, key: str) -> Counts:
        """Return the counts of a phrase, zeros where it is unknown."""
        return _counts(self.phrases.get(key))

    def head(self, word: str) -> Counts:
        """Return the sums of the counts of the longer phrases that end with `word`."""
        return _counts(self.heads.get(word))


@lru_cache(maxsize=1 << 15)
def _counts(figures: str | None) -> Counts:
    """Return one row's figures."""
    return Counts(*map(int, figures.split("\t"))) if figures else UNKNOWN


@cache
def shipped() -> Statistics:
    """Return the table that comes with the package; statistics.md tells where from."""
    packed = resources.files(__package__).joinpath(FILE).read_bytes()
    return parsed(gzip.decompress(packed).decode())


def parsed(table: str) -> Statistics:
    """Return a table: version and papers, then acronyms, heads and phrases, a row a line.

    Raises:
        ValueError: When the table is of another version.
    """
    first, *sections = table.split("\n\n")
    version, papers = first.split("\t")
    if version != VERSION:
        raise ValueError(f"statistics of version {version}, not {VERSION}")
    acronyms, heads, phrases = (
        dict(line.split("\t", 1) for line in section.split("\n") if line) for section in sections
    )
    return Statistics(int(papers), acronyms, phrases, heads)
