"""Rebuilds sitegen/topics/statistics.tsv.gz from a JSON Lines corpus of papers.

Usage: python scripts/topic_statistics.py CORPUS.jsonl[.gz] [OUTPUT]

Each line of the corpus is an object with `title` and `abstract`, maybe `keywords`, `venue` and
`year`. sitegen/topics/statistics.md says what the columns count.
"""

# ruff: noqa: INP001 - a script stands alone

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import cast

from sitegen import text
from sitegen.model import Paper
from sitegen.topics import folding, phrases, tokens

VERSION = 2
OUTPUT = Path(__file__).parents[1] / "sitegen" / "topics" / "statistics.tsv.gz"
CHUNK = 2000
# Keywords of these are picked from a list or a taxonomy: they name terms, but the authors of
# one paper did not choose them freely, so that they tell nothing of its own phrases.
TAXONOMIES = {("ijcai", None), ("iclr", 2017)}
ACRONYM_USES = 10
ACRONYM_AGREEMENT = 0.85
# A phrase is kept from so many papers on, or as a keyword, or from so many titles on.
PAPERS = 6
TITLES = 2
_PARENTHESES = re.compile(r"\s*\([^)]*\)")


def main(corpus: str, output: str = str(OUTPUT)) -> None:
    """Count the corpus and write the table."""
    rows = list(read(corpus))
    chunks = [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
    with ProcessPoolExecutor() as pool:
        defined = _sum(pool.map(count_acronyms, chunks))
        long_forms = agreed(defined)
        counts = _merge(pool.map(count_phrases, chunks, [long_forms] * len(chunks)))
    write(Path(output), len(rows), long_forms, counts)


def read(corpus: str) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON Lines file, compressed or not."""
    with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def paper_of(row: Mapping[str, object]) -> Paper:
    """Return title and abstract of one object as a paper."""
    title, abstract = str(row["title"]), str(row["abstract"])
    return Paper(id="", slug="", title=text.line(title), abstract=text.normal(abstract))


def count_acronyms(rows: Sequence[Mapping[str, object]]) -> Counter[tuple[str, str]]:
    """Return how many papers define an acronym by a long form."""
    return Counter(
        (acronym, definition.long_form)
        for row in rows
        for acronym, definition in phrases.defined(phrases.cut(paper_of(row))).items()
    )


def agreed(defined: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Return the acronyms that nearly all papers define in the same way."""
    forms: dict[str, dict[str, Counter[str]]] = {}
    for (acronym, long_form), uses in defined.items():
        spellings = forms.setdefault(acronym, {}).setdefault(
            folding.squeezed(long_form), Counter()
        )
        spellings[long_form] += uses
    long_forms = {}
    for acronym, meanings in forms.items():
        most = max(meanings.values(), key=Counter.total)
        total = sum(meaning.total() for meaning in meanings.values())
        if most.total() >= max(ACRONYM_USES, ACRONYM_AGREEMENT * total):
            long_forms[acronym] = min(most, key=lambda form: (-most[form], form))
    return long_forms


def count_phrases(
    rows: Sequence[Mapping[str, object]], long_forms: Mapping[str, str]
) -> dict[str, list[int]]:
    """Return the five counts of each phrase of some papers, in the order of the table."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        found = phrases.phrases(phrases.cut(paper_of(row)), long_forms)
        keywords, free = keywords_of(row, long_forms)
        for key, phrase in found.items():
            count = counts.setdefault(key, [0] * 6)
            count[0] += 1
            count[1] += phrase.whole > 0
            count[2] += phrase.in_title
            count[4] += free
        for key in keywords:
            count = counts.setdefault(key, [0] * 6)
            count[3] += free
            count[4] += free and key not in found
            count[5] = 1
    return counts


def keywords_of(row: Mapping[str, object], long_forms: Mapping[str, str]) -> tuple[set[str], bool]:
    """Return the keys of a paper's keywords, and whether its authors chose them freely."""
    keywords = cast("list[str]", row.get("keywords") or [])
    venue, year = row.get("venue"), row.get("year")
    free = bool(keywords) and not {(venue, None), (venue, year)} & TAXONOMIES
    keys = (
        " ".join(token.key for token in tokens.tokens(_PARENTHESES.sub("", each)))
        for each in (keyword.rpartition(":")[2].strip() for keyword in keywords)
    )
    return {long_forms.get(key, key) for key in keys if key}, free


def write(
    output: Path, papers: int, long_forms: Mapping[str, str], counts: Mapping[str, Sequence[int]]
) -> None:
    """Write the table: figures, acronyms, heads and phrases, sorted, parted by blank lines."""
    kept = {
        key: figures
        for key, (*figures, term) in sorted(counts.items())
        if figures[0] >= PAPERS or figures[2] >= TITLES or (term and figures[0] >= 2)
    }
    sections = [
        [f"{VERSION}\t{papers}"],
        [f"{acronym}\t{long_forms[acronym]}" for acronym in sorted(long_forms)],
        [_row(word, figures) for word, figures in sorted(heads(kept).items())],
        [_row(key, figures) for key, figures in kept.items()],
    ]
    table = "\n\n".join("\n".join(section) for section in sections)
    output.write_bytes(gzip.compress(table.encode(), 9, mtime=0))


def _row(key: str, figures: Sequence[int]) -> str:
    """Return one line of the table."""
    return "\t".join([key, *map(str, figures)])


def heads(kept: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Return the sums of keyword figures over phrases of several words, by their last word."""
    sums: dict[str, list[int]] = {}
    for key, figures in kept.items():
        before, _, word = key.rpartition(" ")
        if before:
            total = sums.setdefault(word, [0] * 5)
            total[3] += figures[3]
            total[4] += figures[4]
    return sums


def _sum(parts: Iterator[Counter[tuple[str, str]]]) -> Counter[tuple[str, str]]:
    """Return the sum of counters."""
    total: Counter[tuple[str, str]] = Counter()
    for part in parts:
        total.update(part)
    return total


def _merge(parts: Iterator[Mapping[str, Sequence[int]]]) -> dict[str, list[int]]:
    """Return the sums of the counts of each phrase; the last of them is a flag."""
    total: dict[str, list[int]] = {}
    for part in parts:
        for key, figures in part.items():
            before = total.get(key)
            total[key] = (
                list(figures)
                if before is None
                else [
                    *(a + b for a, b in zip(before[:-1], figures[:-1], strict=True)),
                    max(before[-1], figures[-1]),
                ]
            )
    return total


if __name__ == "__main__":
    main(*sys.argv[1:])
