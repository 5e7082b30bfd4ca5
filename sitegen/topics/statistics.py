"""What a background corpus knows of phrases: shipped figures that no site's papers move."""

import gzip
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from sitegen.jobs.parcel import Parcel
from sitegen.topics import features
from sitegen.topics.scorecard import Scorecard

FILE = "statistics.tsv.gz"
VERSION = "4"
# Log-odds are written as integers of so many parts.
PARTS = 50
# Single words and longer phrases that the background does not know may name a topic.
UNKNOWN_NAME = 0.5


class Known(NamedTuple):
    """What the background says of one phrase.

    Attributes:
        prior: Log-odds of being a keyword, for all that a paper does not tell.
        keyphraseness: Log of the share of papers that have it as a keyword, of those that could,
            in tenths.
        name: How likely authors of some paper choose it as a keyword, 0 to 1.
        papers: Papers that hold it.
        keywords: Papers with free keywords that have it among them.
        candidates: Papers with free keywords that hold it or have it among them.
    """

    prior: float
    keyphraseness: float
    name: float = UNKNOWN_NAME
    papers: int = 0
    keywords: int = 0
    candidates: int = 0


class Term(NamedTuple):
    """A common keyword that other phrases imply.

    Attributes:
        key: The keyword.
        keywords: Papers with free keywords that have it.
        titles: Papers that have it in their title or say it twice.
    """

    key: str
    keywords: int
    titles: int


class Statistics(Parcel, frozen=True, eq=False):
    """The shipped figures; a row is read when it is asked for, as most never are.

    Attributes:
        papers: Papers counted.
        free: Those of them with keywords that their authors chose freely.
        acronyms: Keys of acronyms that have one meaning to the keys of their long forms.
        phrases: Figures by key, as the table writes them; what is too rare to be told from
            chance is absent.
        edges: Words to the rates of keywords among longer phrases that end and begin with them.
        terms: Common keywords.
        implied: Phrases to the places in `terms` of what papers that hold them are about, with
            percentages, as the table writes them.
        scoring: From the features of a phrase to the log-odds of being a keyword.
        implying: The same for a common keyword that the paper does not say.
    """

    papers: int
    free: int
    acronyms: Mapping[str, str]
    phrases: Mapping[str, str]
    edges: Mapping[str, str]
    terms: tuple[Term, ...]
    implied: Mapping[str, str]
    scoring: Scorecard
    implying: Scorecard

    def known(self, key: str) -> Known:
        """Return what is known of a phrase; where nothing is, what its words tell."""
        row = self.phrases.get(key)
        return _from_words(self, key) if row is None else _told(row)

    def weight(self, key: str) -> tuple[float, float]:
        """Return prior and keyphraseness of a phrase, as in `known`, which reads more figures."""
        row = self.phrases.get(key)
        if row is None:
            return _guess(self, key)
        prior, keyphraseness, _ = row.split("\t", 2)
        return int(prior) / PARTS, _tenths(keyphraseness)

    def edge(self, word: str) -> tuple[float, float]:
        """Return the rates of keywords among the longer phrases that end, and begin, so."""
        return _edge(self.edges.get(word))


@lru_cache(maxsize=1 << 14)
def _told(row: str) -> Known:
    """Return one row of phrases as figures."""
    prior, keyphraseness, *others = row.split("\t")
    name, *counts = map(int, others)
    return Known(int(prior) / PARTS, _tenths(keyphraseness), name / 100, *counts)


@lru_cache(maxsize=1 << 10)
def _tenths(parts: str) -> float:
    """Return a figure that the table writes as an integer, rounded to tenths."""
    return round(int(parts) / PARTS, 1)


@lru_cache(maxsize=1 << 13)
def _from_words(statistics: Statistics, key: str) -> Known:
    """Return what is guessed of a phrase that has no row."""
    return Known(*_guess(statistics, key))


def _guess(statistics: Statistics, key: str) -> tuple[float, float]:
    """Return the prior and the keyphraseness that are guessed of a phrase that has no row."""
    words = key.split(" ")
    prior, keyphraseness = _guessed(statistics, statistics.edge(words[-1])[0], features.form(key))
    return prior + _opened(statistics, statistics.edge(words[0])[1]), keyphraseness


@lru_cache(maxsize=1 << 14)
def _edge(row: str | None) -> tuple[float, float]:
    """Return one row of edges as figures."""
    if row is None:
        return features.rate(0, 0), features.rate(0, 0)
    head, opening = row.split("\t")
    return int(head) / PARTS, int(opening) / PARTS


@lru_cache(maxsize=1 << 14)
def _guessed(statistics: Statistics, head: float, form: features.Form) -> tuple[float, float]:
    """Return the same by the last word of a phrase alone."""
    values = features.term(form, features.UNKNOWN, head, 0)
    tables = [table for table in features.TERM if table != "opening"]
    return statistics.scoring.sum(tables, values), round(values["keyphraseness"], 1)


@lru_cache(maxsize=1 << 14)
def _opened(statistics: Statistics, opening: float) -> float:
    """Return what the first word of such a phrase adds."""
    return statistics.scoring.sum(["opening"], {"opening": opening})


@cache
def shipped() -> Statistics:
    """Return the figures that come with the package; statistics.md tells where from."""
    packed = (Path(__file__).parent / FILE).read_bytes()
    return parsed(gzip.decompress(packed).decode())


def parsed(table: str) -> Statistics:
    """Return the figures of a table: sections parted by blank lines, a row a line.

    Keys stand apart from what belongs to them: to part tens of thousands of lines takes longer
    than all else that an edit of a small library needs of the table.

    Raises:
        ValueError: When the table is of another version.
    """
    first, *sections = table.split("\n\n")
    version, *papers = first.split("\t")
    if version != VERSION:
        raise ValueError(f"statistics of version {version}, not {VERSION}")
    scoring, implying = (_scorecard(line) for line in sections[0].split("\n"))
    acronyms, terms, implied, edges, phrases = map(_rows, sections[1::2], sections[2::2])
    return Statistics(
        papers=int(papers[0]),
        free=int(papers[1]),
        acronyms=acronyms,
        phrases=phrases,
        edges=edges,
        terms=tuple(Term(key, *map(int, row.split("\t"))) for key, row in terms.items()),
        implied=implied,
        scoring=scoring,
        implying=implying,
    )


def _rows(keys: str, rows: str) -> dict[str, str]:
    """Return the rows of one section by their keys, which are another's."""
    return dict(zip(keys.split("\n"), rows.split("\n"), strict=True)) if keys else {}


def _scorecard(line: str) -> Scorecard:
    """Return a scorecard that is written as JSON."""
    values = json.loads(line)
    return Scorecard(values["knots"], values["tables"], values["bias"])
