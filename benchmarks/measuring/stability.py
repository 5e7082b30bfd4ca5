"""Whether tags and topic pages stay when papers are added."""

from collections.abc import Iterable, Sequence

from measuring import corpus
from measuring.bench import Bench, tagged
from measuring.figures import jaccard, mean
from measuring.table import Line, share
from sitegen import text
from sitegen.model import Paper, Tagging

DRAWS = ("first", "second", "third")
TARGET = "≥ .98 / ≥ .995"


def lines(bench: Bench) -> list[Line]:
    """Return Jaccard of tags and share of pages kept, as libraries grow by a tenth or ten."""
    found = []
    for name, site in (("seeds", bench.seeds), ("2,000 papers", bench.mixed)):
        drawn = [kept(tagged(part(site.papers, draw)).tagging, site.tagging) for draw in DRAWS]
        measure = f"stability, 90% → all of {name}: Jaccard / pages kept"
        found.append(Line(measure, TARGET, averages(drawn)))
    for before, after in ((995, 1_005), (2_495, 2_505)):
        first, second = (
            tagged(corpus.library(bench.corpus.mixed[:count])).tagging for count in (before, after)
        )
        measure = f"stability, {before:,} → {after:,} papers"
        found.append(Line(measure, TARGET, averages([kept(first, second)])))
    return found


def part(papers: Sequence[Paper], draw: str) -> list[Paper]:
    """Return nine in ten of `papers`, the same on every machine."""
    ordered = sorted(papers, key=lambda paper: text.digest(f"{draw} {paper.id}"))
    return ordered[: round(0.9 * len(ordered))]


def kept(before: Tagging, after: Tagging) -> tuple[float, float]:
    """Return the mean Jaccard of the tags of papers in both, and the share of pages kept."""
    tags = mean(
        jaccard({tag.topic for tag in tags}, {tag.topic for tag in after.tags[paper]})
        for paper, tags in before.tags.items()
        if paper in after.tags
    )
    pages = {topic.slug for topic in after.topics}
    return tags, mean(topic.slug in pages for topic in before.topics)


def averages(figures: Iterable[tuple[float, float]]) -> str:
    """Return the averages of both figures over draws."""
    return share(*map(mean, zip(*figures, strict=True)))
