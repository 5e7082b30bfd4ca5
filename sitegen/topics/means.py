"""How the papers of a library are read for its topics."""

from sitegen.jobs.parcel import Parcel
from sitegen.topics.questions import Answered, answered
from sitegen.topics.ranking import Ranked, ranked


class Means(Parcel, frozen=True):
    """By what a library is tagged; the topics are the same whatever it is.

    Attributes:
        rankings_of, answers_of: Return what `ranked` and `answered` do. They are given the papers
            without what those do not look at.
        misses: Whether it is told what just missed being a topic: hundreds of papers are read
            for that.
    """

    rankings_of: Ranked = ranked
    answers_of: Answered = answered
    misses: bool = True


USUAL = Means()
