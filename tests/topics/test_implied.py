"""What phrases imply without saying it."""

import pytest

from sitegen.topics import implied, ranking, statistics
from sitegen.topics.scorecard import probability
from tagged import titled

SIGNS = {
    "policy gradient": 0.5,
    "actor critic": 0.5,
    "q learning": 0.4,
    "markov decision process": 0.4,
    "reward": 0.3,
}


def test_phrases_of_a_field_imply_its_name() -> None:
    found = ranking.rank(
        titled(
            "Actor-Critic Methods with Off-Policy Corrections",
            "Q-learning and policy gradient share a replay buffer. The policy gradient of an "
            "actor-critic maximizes the expected return of the Markov decision process.",
        ),
        statistics.shipped(),
    )
    assert "reinforcement learning" in found.keyphrases
    assert "reinforcement learning" not in found.scores


def test_what_is_said_is_not_implied() -> None:
    background = statistics.shipped()
    scores = SIGNS
    assert "reinforcement learning" in implied.implied(scores, set(), background)
    assert "reinforcement learning" not in implied.implied(
        scores, {"learningreinforcement"}, background
    )
    said = scores | {"reinforcement learning": 0.1}
    assert "reinforcement learning" not in implied.implied(said, set(), background)


def test_more_signs_make_a_keyword_likelier() -> None:
    background = statistics.shipped()
    more = implied.implied(SIGNS | {"return": 0.4, "exploration": 0.4}, set(), background)
    less = implied.implied(SIGNS, set(), background)
    assert less["reinforcement learning"] < more["reinforcement learning"]
    assert all(0 < share < 1 for share in more.values())


def test_what_is_hardly_likely_is_not_told() -> None:
    # Nine papers of ten with such a sign are about something else.
    assert implied.implied({"policy gradient": 0.4}, set(), statistics.shipped()) == {}


@pytest.mark.parametrize("more", [{}, {"return": 0.4}, {"return": 0.4, "exploration": 0.9}])
def test_a_chance_is_what_the_scorecard_says_of_the_features(more: dict[str, float]) -> None:
    background = statistics.shipped()
    at = next(n for n, term in enumerate(background.terms) if term.key == "reinforcement learning")
    scores = SIGNS | more
    rows = {key: implied.shares(background.implied[key]) for key in scores}
    signs = [(rows[key][at], score) for key, score in scores.items() if at in rows[key]]
    values = implied.features(background.terms[at], signs, background.free)
    log_odds = background.implying.bias + background.implying.sum(implied.TABLES, values)
    found = implied.implied(scores, set(), background)
    assert found["reinforcement learning"] == pytest.approx(probability(log_odds))


def test_nothing_implies_nothing() -> None:
    assert implied.implied({}, set(), statistics.shipped()) == {}
