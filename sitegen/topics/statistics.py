"""What a background corpus knows of phrases: shipped counts that no site's papers move."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

FILE = "statistics.tsv.gz"
VERSION = "1"


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
    """The shipped table.

    Attributes:
        papers: Papers counted.
        acronyms: Keys of acronyms that have one meaning to the keys of their long forms.
        phrases: Counts by key; what is too rare to be told from chance is absent.
        heads: Sums of the counts of the longer phrases that end with a word, by the word.
    """

    papers: int
    acronyms: Mapping[str, str]
    phrases: Mapping[str, Counts]
    heads: Mapping[str, Counts]

    def counts(self, key: str) -> Counts:
        """Return the counts of a phrase, zeros where it is unknown."""
        return self.phrases.get(key, UNKNOWN)


@cache
def shipped() -> Statistics:
    """Return the table that comes with the package; statistics.md tells where from."""
    packed = resources.files(__package__).joinpath(FILE).read_bytes()
    return parsed(gzip.decompress(packed).decode())


def parsed(table: str) -> Statistics:
    """Return a table: version and papers, acronyms, an empty line, phrases with their counts."""
    head, _, body = table.partition("\n\n")
    first, *acronyms = head.split("\n")
    version, papers = first.split("\t")
    if version != VERSION:
        raise ValueError(f"statistics of version {version}, not {VERSION}")
    phrases: dict[str, Counts] = {}
    for line in body.split("\n"):
        key, *figures = line.split("\t")
        phrases[key] = Counts(*map(int, figures))
    pairs = (line.split("\t") for line in acronyms)
    return Statistics(int(papers), {a: b for a, b in pairs}, phrases, _heads(phrases))  # noqa: C416


def _heads(phrases: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return the sums of keywords and candidates over phrases of several words, by last word."""
    keywords: dict[str, int] = {}
    candidates: dict[str, int] = {}
    for key, counts in phrases.items():
        before, _, word = key.rpartition(" ")
        if before:
            keywords[word] = keywords.get(word, 0) + counts.keywords
            candidates[word] = candidates.get(word, 0) + counts.candidates
    return {
        word: Counts(keywords=keywords[word], candidates=candidates[word]) for word in keywords
    }
