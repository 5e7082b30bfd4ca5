"""Papers to tag: the repository's seeds, and a few of a field that is not machine learning."""

import tomllib
from collections.abc import Sequence
from functools import cache

from making import seeds
from sitegen import places, rules, text, topics
from sitegen.model import Paper, Tagging, Topic

ECONOMICS = """
Minimum Wages and Youth Employment
We study how minimum wages change youth employment in border counties. Minimum wages raise the
earnings of young workers and leave hours as they were.

Do Minimum Wages Reduce Job Vacancies?
Using online postings, we find that minimum wages reduce job vacancies in retail. Labor market
power explains why employment hardly falls.

Labor Market Power in Rural Hospitals
Rural hospitals hold labor market power over nurses. We measure wage markdowns and find that
labor market power rises after mergers.

Labor Market Power and the Gender Wage Gap
Women respond less to wages of other firms. Labor market power therefore accounts for a third of
the gender wage gap.

Monetary Policy Shocks and Household Debt
Monetary policy shocks lower consumption more in regions with high household debt. Household debt
amplifies monetary policy shocks.

Central Bank Communication and Monetary Policy Shocks
Speeches of central bankers move bond yields. We separate monetary policy shocks from news about
output in central bank communication.

Inflation Expectations of Firms
A survey of managers shows that inflation expectations of firms are dispersed. Central bank
communication moves inflation expectations little.

Inflation Expectations and Household Debt
Households with more debt hold lower inflation expectations. Household debt thus feeds into the
response of consumption to prices.

Carbon Taxes and Firm Entry
Carbon taxes deter the entry of small plants. Revenue recycling offsets the loss of employment
that carbon taxes bring.

Revenue Recycling of Carbon Taxes in Sweden
Revenue recycling through payroll cuts makes carbon taxes progressive. We use tax records of
Swedish households.

Trade Liberalization and Regional Inequality
Trade liberalization widened regional inequality in Brazil. Workers in exposed regions moved to
informal jobs.

Regional Inequality after Import Competition
Import competition and trade liberalization explain half of the rise in regional inequality
across European districts.
"""


def titled(title: str, abstract: str, *keywords: str) -> Paper:
    """Return a paper whose id follows from its text."""
    identity = text.digest(f"{text.folded(title)}\n{text.folded(abstract)}")
    return Paper(identity, text.slug(title), title, abstract, keywords=keywords)


@cache
def tagging() -> Tagging:
    """What the tagger says of the seeds."""
    return topics.tag(seeds())


@cache
def economics() -> Sequence[Paper]:
    """Short abstracts of a field that the background knows little of."""
    return [
        titled(title, " ".join(lines))
        for title, *lines in (each.split("\n") for each in ECONOMICS.strip().split("\n\n"))
    ]


def ruled(papers: Sequence[Paper], content: str) -> Tagging:
    """Return what the tagger says of `papers` under the rules in `content`."""
    found, problems = rules.read(tomllib.loads(content), "topics.toml", places.places(content))
    assert not problems
    assert not rules.contradictions(found)
    return topics.tag(papers, found)


def warned(found: Tagging) -> list[str]:
    """Return the warnings of a tagging, each as a line."""
    assert {problem.severity for problem in found.problems} <= {"warning"}
    return [f"{p.where}: {p.what} ({p.hint})" for p in found.problems]


def named(found: Tagging) -> dict[str, Topic]:
    """Return the topics of a tagging by name."""
    return {topic.name: topic for topic in found.topics}


HATS = [
    titled("On Heads", "We measure heads. A bowler sits on some."),
    titled("On Feet", "We measure feet, never bowlers or other head-wear."),
    titled("On Hands", "We measure hands.", "Head Wear"),
    titled("On Knees", "We measure knees."),
]
