"""From features to the odds that a paper's authors would choose a phrase as a keyword."""

from math import exp
from operator import mul

from sitegen.topics.features import Features

# Rounded from a logistic regression over papers with free keywords that took no part in the
# figures of any test, one's own keyword left out of the counts.
WEIGHTS = Features(
    papers=0.0,
    independence=1.1,
    title_rate=1.3,
    keyphraseness=0.55,
    head=-0.08,
    in_title=0.1,
    whole_title=0.5,
    frequency=0.9,
    whole=0.1,
    position=-0.2,
    words=-0.65,
    defined=0.55,
    preposition=-0.6,
    digit=-0.4,
    single=-1.0,
    unknown=-0.15,
)
BIAS = -0.5


def score(features: Features) -> float:
    """Return the probability, 0 to 1, that a phrase is one of its paper's keywords."""
    odds = BIAS + sum(map(mul, WEIGHTS, features))
    return 1 / (1 + exp(-odds))
