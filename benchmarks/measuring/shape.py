"""How the topics of a site spread over its papers."""

from measuring.bench import Bench, Site
from measuring.figures import mean
from measuring.table import Line, share


def lines(bench: Bench) -> list[Line]:
    """Return coverage, topics per paper and the largest topic, of the seeds and 2,000 papers."""
    sites = (bench.seeds, bench.mixed)
    counts = f"{len(bench.seeds.papers)} seeds / {len(bench.mixed.papers):,} papers"
    return [
        Line(f"papers with a topic, {counts}", "≥ .97", share(*map(coverage, sites))),
        Line("papers whose only topic is theirs alone", "≤ .05", share(*map(alone, sites))),
        Line(
            "topics per paper",
            "2.5 to 3.5",
            " / ".join(f"{topics_per_paper(site):.2f}" for site in sites),
        ),
        Line("largest topic", "≤ .20 / ≤ .08", share(*map(largest, sites))),
        Line(
            "topics of several papers (of one alone)",
            "",
            " / ".join(
                f"{len(site.shared)} ({len(site.tagging.topics) - len(site.shared)})"
                for site in sites
            ),
        ),
    ]


def coverage(site: Site) -> float:
    """Return the share of papers with a topic."""
    return mean(bool(site.tagging.tags[paper.id]) for paper in site.papers)


def alone(site: Site) -> float:
    """Return the share of papers whose only topic no other paper has."""
    single = {topic.slug for topic in site.tagging.topics if len(topic.papers) == 1}
    tags = site.tagging.tags
    return mean(
        len(tags[paper.id]) == 1 and tags[paper.id][0].topic in single for paper in site.papers
    )


def topics_per_paper(site: Site) -> float:
    """Return how many topics a paper has on average, those without any included."""
    return mean(len(site.tagging.tags[paper.id]) for paper in site.papers)


def largest(site: Site) -> float:
    """Return the share of papers that the largest topic has."""
    most = max((len(topic.papers) for topic in site.tagging.topics), default=0)
    return most / len(site.papers)
