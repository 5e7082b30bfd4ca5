"""Rebuilds sitegen/prose/words.txt.gz from a JSON Lines corpus of papers.

Usage: python scripts/written_words.py CORPUS.jsonl[.gz] [OUTPUT]

Each line of the corpus is an object with `title` and `abstract`. sitegen/prose/words.md says what
the list holds.
"""

# ruff: noqa: INP001 - a script stands alone

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUTPUT = Path(__file__).parents[1] / "sitegen" / "prose" / "words.txt.gz"
FEWEST = 20
SHORTEST = 5
# A word that is parted at a line's end now and then is none that is written with a hyphen.
SHARE = 0.05
# What stands behind a hyphen and a blank may be the rest of a word.
_WORD = re.compile(r"(?<![\w\\.@/-])(?<!-\s)[a-z]+(?:-[a-z]+)?(?![\w@/-])")


def main(corpus: str, output: str = str(OUTPUT)) -> None:
    """Count the words of the corpus and write those that are common."""
    uses = Counter(word for said in texts(corpus) for word in _WORD.findall(said.lower()))
    common = sorted(word for word in uses if is_common(word, uses))
    Path(output).write_bytes(gzip.compress("\n".join(common).encode(), 9, mtime=0))


def texts(corpus: str) -> Iterator[str]:
    """Yield the titles and abstracts of a JSON Lines file, compressed or not."""
    with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
        for paper in map(json.loads, lines):
            yield f"{paper['title']} . {paper['abstract']}"


def is_common(word: str, uses: Counter[str]) -> bool:
    """Tell whether a word is long and often written so, with its hyphen or without."""
    whole = word.replace("-", "")
    often = uses[word] >= FEWEST and len(whole) >= SHORTEST
    return often and ("-" not in word or uses[word] >= SHARE * uses[whole])


if __name__ == "__main__":
    main(*sys.argv[1:])
