"""What phrases imply without saying it."""

from sitegen.topics import implied, ranking, statistics
from tagged import titled


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
    scores = {"policy gradient": 0.5, "actor critic": 0.5, "q learning": 0.4}
    assert "reinforcement learning" in implied.implied(scores, set(), background)
    assert "reinforcement learning" not in implied.implied(
        scores, {"learningreinforcement"}, background
    )
    said = scores | {"reinforcement learning": 0.1}
    assert "reinforcement learning" not in implied.implied(said, set(), background)


def test_more_signs_make_a_keyword_likelier() -> None:
    background = statistics.shipped()
    few = implied.implied({"policy gradient": 0.4}, set(), background)
    more = implied.implied({"policy gradient": 0.4, "actor critic": 0.4}, set(), background)
    assert few["reinforcement learning"] < more["reinforcement learning"]
    assert all(0 < share < 1 for share in more.values())


def test_nothing_implies_nothing() -> None:
    assert implied.implied({}, set(), statistics.shipped()) == {}
