"""Rebuilds sitegen/atlas/anchors.tsv.gz from a JSON Lines corpus of papers.

Usage: python scripts/map_anchors.py CORPUS.jsonl[.gz] [OUTPUT]

Needs scikit-learn. Each line of the corpus is an object with `id`, `title`, `abstract` and
`venue`. sitegen/atlas/anchors.md says what the table holds.
"""

# ruff: noqa: INP001 - a script stands alone

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.manifold import TSNE
from sklearn.preprocessing import normalize

from sitegen import text, topics
from sitegen.atlas.anchors import SCALE
from sitegen.model import Paper
from sitegen.topics import tokens

OUTPUT = Path(__file__).parents[1] / "sitegen" / "atlas" / "anchors.tsv.gz"
PHRASES = 4000
FEWEST_PAPERS = 5
DIMENSIONS = 200
PERPLEXITY = 40
# The share of phrases at each border that is drawn onto it, so that a few do not widen the map.
BORDER = 0.005
# The corpus has six times as many papers of one field as of another; a map has room for each.
FIELDS = {
    "robotics": ("icra", "iros", "rss", "corl"),
    "vision": ("cvpr", "eccv", "iccv", "wacv", "3dv"),
    "language": ("naacl", "coling", "acl", "colm"),
}


def main(corpus: str, output: str = str(OUTPUT)) -> None:
    """Place the phrases of the corpus and write the table."""
    papers = list(read(corpus))
    weights = equal_fields(papers)
    holders = common_phrases(papers, weights)
    places = placed(mean_documents(papers, weights, list(holders.values())))
    lines = (
        f"{key}\t{round(x * SCALE)}\t{round(y * SCALE)}"
        for key, (x, y) in sorted(zip(holders, places.tolist(), strict=True))
    )
    Path(output).write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def read(corpus: str) -> Iterator[Paper]:
    """Yield the papers of a JSON Lines file, compressed or not; keywords are left out."""
    with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            title, abstract = text.line(row["title"]), text.normal(row["abstract"])
            yield Paper(row["id"], row["id"], title, abstract, venue=row.get("venue"))


def equal_fields(papers: Sequence[Paper]) -> list[float]:
    """Return a weight for each paper, by which its field weighs as much as any other."""
    field_of = {venue: field for field, venues in FIELDS.items() for venue in venues}
    fields = [field_of.get(paper.venue or "", "learning") for paper in papers]
    sizes = Counter(fields)
    return [len(papers) / (len(sizes) * sizes[field]) for field in fields]


def common_phrases(papers: Sequence[Paper], weights: Sequence[float]) -> dict[str, list[int]]:
    """Return the phrases that most papers have as a keyphrase, each with those papers."""
    keyphrases = topics.tag(papers).keyphrases
    holders: dict[str, list[int]] = {}
    score: defaultdict[str, float] = defaultdict(float)
    for at, paper in enumerate(papers):
        for rank, phrase in enumerate(keyphrases[paper.id]):
            key = tokens.key(phrase)
            holders.setdefault(key, []).append(at)
            score[key] += weights[at] / (1 + rank / 5)
    ranked = sorted(score, key=lambda key: (-score[key], key))
    enough = [key for key in ranked if len(holders[key]) >= FEWEST_PAPERS]
    return {key: holders[key] for key in enough[:PHRASES]}


def mean_documents(
    papers: Sequence[Paper], weights: Sequence[float], holders: Sequence[Sequence[int]]
) -> np.ndarray:
    """Return for each phrase the mean of its papers in latent semantic space, of length 1."""
    vectoriser = TfidfVectorizer(
        sublinear_tf=True, min_df=10, max_df=0.2, stop_words="english", dtype=np.float32
    )
    words = vectoriser.fit_transform(f"{p.title}. {p.title}. {p.abstract}" for p in papers)
    latent = normalize(TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(words))
    latent -= np.average(latent, axis=0, weights=weights)
    found: np.ndarray = normalize(np.array([latent[list(rows)].mean(axis=0) for rows in holders]))
    return found


def placed(vectors: np.ndarray) -> np.ndarray:
    """Return a place for each vector in the square of side 1, the longer axis across."""
    flat = TSNE(metric="cosine", init="pca", perplexity=PERPLEXITY, random_state=0).fit_transform(
        vectors
    )
    flat -= flat.mean(axis=0)
    _, _, axes = np.linalg.svd(flat, full_matrices=False)
    turned = flat @ axes.T
    low, high = np.quantile(turned, [BORDER, 1 - BORDER], axis=0)
    fitted: np.ndarray = np.clip((turned - low) / (high - low), 0, 1)
    return fitted


if __name__ == "__main__":
    main(*sys.argv[1:])
