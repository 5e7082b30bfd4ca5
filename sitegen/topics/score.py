"""From features to the odds that a paper's authors would choose a phrase as a keyword."""

from math import exp
from operator import mul

from sitegen.topics.features import Features

# Rounded from a logistic regression over papers with free keywords that took no part in the
# figures of any test, one's own keyword left out of the counts.
WEIGHTS = Features(
    papers=-0.12,
    independence=1.25,
    title_rate=1.65,
    keyphraseness=0.47,
    head=-0.02,
    in_title=0.1,
    whole_title=0.6,
    frequency=0.9,
    whole=0.15,
    position=-0.2,
    words=-0.5,
    defined=0.7,
    preposition=-0.65,
    digit=-0.35,
    single=-0.85,
    unknown=-1.35,
)
BIAS = -0.15


def score(features: Features) -> float:
    """Return the probability, 0 to 1, that a phrase is one of its paper's keywords."""
    odds = BIAS + sum(map(mul, WEIGHTS, features))
    return 1 / (1 + exp(-odds))
