"""Measures topics, keyphrases and related papers, and prints one table.

Usage: python benchmarks/topics.py CORPUS_FOLDER [--only PARTS] [--no-peers]

The folder holds ``train.jsonl.gz`` and ``dev.jsonl.gz``. CONTRIBUTING says what the rows mean.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring import keyphrases, names, relations, shape, stability
from measuring.bench import Bench
from measuring.corpus import Corpus
from measuring.table import Line, table

PARTS: dict[str, Callable[[Bench], list[Line]]] = {
    "keyphrases": keyphrases.lines,
    "shape": shape.lines,
    "names": names.lines,
    "stability": stability.lines,
    "related": relations.lines,
}


def main(arguments: Sequence[str]) -> None:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(description="Measure topics; print one table.")
    parser.add_argument("corpus", type=Path, help="folder of train.jsonl.gz and dev.jsonl.gz")
    parser.add_argument("--only", metavar="PARTS", help="some of " + ",".join(PARTS))
    parser.add_argument("--no-peers", action="store_true", help="without YAKE and TF-IDF")
    options = parser.parse_args(arguments)
    wanted = options.only.split(",") if options.only else list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    bench = Bench(Corpus(options.corpus), with_peers=not options.no_peers)
    measured: list[Line] = []
    for part in wanted:
        print(f"measuring {part}", file=sys.stderr)
        measured += PARTS[part](bench)
    print(table(measured))


if __name__ == "__main__":
    main(sys.argv[1:])
