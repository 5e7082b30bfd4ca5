"""Measures topics, keyphrases and related papers, and prints one table.

Usage: python benchmarks/topics.py CORPUS_FOLDER [--only PARTS] [--cache FOLDER] …

The folder holds ``train.jsonl.gz`` and ``dev.jsonl.gz``. CONTRIBUTING says what the rows mean.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from measuring import cost, keyphrases, names, relations, shape, stability, tags
from measuring.bench import Bench
from measuring.corpus import Corpus
from measuring.table import Line, table

PARTS: dict[str, Callable[[Bench], list[Line]]] = {
    "keyphrases": keyphrases.lines,
    "tags": tags.lines,
    "shape": shape.lines,
    "names": names.lines,
    "stability": stability.lines,
    "related": relations.lines,
    "cost": cost.lines,
}
PACKAGES = ("sitegen", "numpy", "scipy", "scikit-learn", "snowballstemmer", "yake")


def main(arguments: Sequence[str]) -> None:
    """Measure what is asked for and print the table."""
    parser = _parser()
    options = parser.parse_args(arguments)
    wanted = options.only.split(",") if options.only else list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    bench = Bench(Corpus(options.corpus), not options.no_peers, options.cache, options.large)
    measured: list[Line] = []
    try:
        for part in wanted:
            print(f"measuring {part}", file=sys.stderr)
            measured += PARTS[part](bench)
    finally:  # a part that fails or is interrupted does not lose those before it
        print(f"{table(measured)}\n\n{versions()}")


def _parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    parser = argparse.ArgumentParser(description="Measure topics; print one table.")
    parser.add_argument("corpus", type=Path, help="folder of train.jsonl.gz and dev.jsonl.gz")
    parser.add_argument("--only", metavar="PARTS", help="some of " + ",".join(PARTS))
    parser.add_argument(
        "--cache",
        type=Path,
        metavar="FOLDER",
        help="measure two-fold too; keeps the statistics of both halves of train, and the "
        "peers' phrases: remove it when candidates or counts change, or the corpus",
    )
    parser.add_argument("--no-peers", action="store_true", help="without YAKE and TF-IDF")
    parser.add_argument("--large", action="store_true", help="cost of 84,000 papers as well")
    return parser


def versions() -> str:
    """Return what measured: Python and the packages that are installed of those that matter."""
    found = {each.metadata["Name"].lower(): each.version for each in metadata.distributions()}
    return ", ".join(
        [
            f"Python {platform.python_version()}",
            *(f"{name} {found[name]}" for name in PACKAGES if name in found),
        ]
    )


if __name__ == "__main__":
    main(sys.argv[1:])
