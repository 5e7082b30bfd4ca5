"""Rebuilds sitegen/topics/statistics.tsv.gz from a JSON Lines corpus of papers.

Usage: python -m scripts.topic_statistics CORPUS.jsonl[.gz] [OUTPUT]

Each line of the corpus is an object with `title` and `abstract`, maybe `keywords`, `venue` and
`year`. sitegen/topics/statistics.md says what the table holds. Needs the extra `bench`.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from scripts.topic_statistics import counting, learning
from scripts.topic_statistics.corpus import is_free, read
from sitegen.topics.features import Counts, rate
from sitegen.topics.scorecard import Scorecard
from sitegen.topics.statistics import PARTS, VERSION, Known, Statistics, Term

OUTPUT = Path(__file__).parents[2] / "sitegen" / "topics" / "statistics.tsv.gz"
_CHUNK = 1000
# A phrase is kept from so many papers on, or as a keyword, or from so many titles on.
_PAPERS = 8
_TITLES = 3
_KEYWORD_PAPERS = 2
# A term is common from so many keywords on; a phrase implies it if so many of its papers, and
# such a share of them, and so many times the share of all papers, are about the term.
_COMMON = 5
_TOGETHER = 6
_SHARE = 0.05
_LIFT = 2.5


def main(corpus: str, output: str = str(OUTPUT)) -> None:
    """Count the corpus, fit the scorecards and write the table."""
    rows = list(read(corpus))
    chunks = [rows[at : at + _CHUNK] for at in range(0, len(rows), _CHUNK)]
    with ProcessPoolExecutor() as pool:
        long_forms = counting.agreed(_sum(pool.map(counting.acronyms, chunks)))
        total = _counted(pool.map(partial(counting.counts, long_forms=long_forms), chunks))
        terms = {key: at for at, key in enumerate(learning.common(total, _COMMON))}
        count = partial(counting.together, long_forms=long_forms, terms=terms)
        pairs, about = _together(pool.map(count, chunks))
    papers = learning.lessons(rows, long_forms)
    scoring = learning.scoring(papers, total)
    naming = learning.naming(rows, long_forms, total)
    words = counting.edges(total)
    known = {
        key: learning.known(key, total, words, (scoring, naming))
        for key, each in sorted(total.items())
        if _is_kept(each)
    }
    background = Statistics(
        papers=len(rows),
        free=sum(map(is_free, rows)),
        acronyms=long_forms,
        phrases={key: _row(each) for key, each in known.items()},
        edges={word: _edge(each) for word, each in sorted(words.items()) if sum(each) > 2},
        terms=tuple(Term(key, total[key].keywords, about[at]) for key, at in terms.items()),
        implied=_implied(pairs, about, total, list(terms), len(rows)),
        scoring=scoring,
        implying=scoring,
    )
    background = replace(background, implying=learning.implying(papers, background))
    Path(output).write_bytes(gzip.compress(_table(background).encode(), 9, mtime=0))


def _is_kept(each: Counts) -> bool:
    """Tell whether enough is known of a phrase to be kept."""
    keyword = each.keywords or each.picked
    return (
        each.papers >= _PAPERS
        or each.titles >= _TITLES
        or (keyword > 0 and each.papers >= _KEYWORD_PAPERS)
    )


def _implied(
    pairs: Mapping[tuple[str, int], int],
    about: Mapping[int, int],
    total: Mapping[str, Counts],
    terms: Sequence[str],
    papers: int,
) -> dict[str, str]:
    """Return what phrases imply, as rows of the table."""
    rows: dict[str, list[str]] = {}
    for (key, at), number in sorted(pairs.items()):
        if number < _TOGETHER or f" {terms[at]} " in f" {key} ":
            continue
        share = (number - 1) / (total[key].papers + 4)
        if share >= max(_SHARE, _LIFT * about[at] / papers):
            rows.setdefault(key, []).append(f"{at}:{round(100 * share)}")
    return {key: "\t".join(row) for key, row in rows.items()}


def _row(known: Known) -> str:
    """Return what is known of a phrase as a row of the table."""
    prior, keyphraseness, name, *counts = known
    return "\t".join(
        map(str, [round(PARTS * prior), round(PARTS * keyphraseness), round(100 * name), *counts])
    )


def _edge(sums: Sequence[int]) -> str:
    """Return the rates of a word as a row of the table."""
    return "\t".join(str(round(PARTS * rate(*each))) for each in (sums[:2], sums[2:]))


def _table(background: Statistics) -> str:
    """Return the table: figures, scorecards, then keys and rows in turn, parted by blank lines."""
    first = "\t".join(map(str, [VERSION, background.papers, background.free]))
    cards = [_scorecard(background.scoring), _scorecard(background.implying)]
    terms = {term.key: f"{term.keywords}\t{term.titles}" for term in background.terms}
    tables = (
        dict(sorted(background.acronyms.items())),
        terms,
        background.implied,
        background.edges,
        background.phrases,
    )
    sections = (lines for table in tables for lines in (table.keys(), table.values()))
    return "\n\n".join([first, *("\n".join(lines) for lines in (cards, *sections))])


def _scorecard(card: Scorecard) -> str:
    """Return a scorecard as JSON."""
    values = {"knots": card.knots, "tables": card.tables, "bias": card.bias}
    return json.dumps(values, separators=(",", ":"))


def _sum(parts: Iterable[Counter[tuple[str, str]]]) -> Counter[tuple[str, str]]:
    """Return the sum of counters."""
    total: Counter[tuple[str, str]] = Counter()
    for part in parts:
        total.update(part)
    return total


def _counted(parts: Iterable[Mapping[str, list[int]]]) -> dict[str, Counts]:
    """Return the sums of the counts of each phrase; what one paper alone says is left out."""
    total: dict[str, list[int]] = {}
    for part in parts:
        for key, figures in part.items():
            before = total.get(key)
            if before is None:
                total[key] = figures
            else:
                before[:] = [a + b for a, b in zip(before, figures, strict=True)]
    return {
        key: Counts(*figures)
        for key, figures in total.items()
        if figures[0] > 1 or Counts(*figures).candidates or Counts(*figures).picked
    }


def _together(
    parts: Iterable[tuple[Counter[tuple[str, int]], Counter[int]]],
) -> tuple[Counter[tuple[str, int]], Counter[int]]:
    """Return the sums of what is counted together, and of what papers are about."""
    pairs: Counter[tuple[str, int]] = Counter()
    about: Counter[int] = Counter()
    for part, subjects in parts:
        pairs.update(part)
        about.update(subjects)
    return pairs, about


if __name__ == "__main__":
    main(*sys.argv[1:])
