"""`gists`: the sentence that says what was done."""

import pytest

from sitegen.gists import LONGEST, gist


@pytest.mark.parametrize(
    ("abstract", "sentence"),
    [
        ("Sparsity is hard. In this paper, we propose LoRA. It works.", "We propose LoRA."),
        ("X is hard. To this end, we introduce Y, a Z.", "We introduce Y, a Z."),
        ("X is hard. This paper studies Y.", "This paper studies Y."),
        ("X is hard. In this survey, we review Y.", "We review Y."),
        ("X is hard. Here, we re-purpose Y.", "We re-purpose Y."),
        ("We argue X is hard. We propose Y.", "We propose Y."),
        ("X is hard. However, Y is not. Z follows.", "X is hard."),
        ("X is hard. In this paper a Y is made. We test it.", "We test it."),
        ("In this paper a Y is made.", "A Y is made."),
        ("X is hard. Motivated by Z, we developed Y.", "Motivated by Z, we developed Y."),
        ("In the past we built X. In this paper we propose Y.", "We propose Y."),
        # Who did it need not be said.
        ("X is hard. In this paper, a new Y is proposed. We test it.", "A new Y is proposed."),
        ("X is hard. A new Y is proposed in this work.", "A new Y is proposed in this work."),
        ("X is hard. A new Y is proposed. Results are presented.", "A new Y is proposed."),
        ("X is widely studied. It is hard. The paper presents Y.", "The paper presents Y."),
        ("X is hard. The aim of this study is Y.", "The aim of this study is Y."),
        ("We argue X is hard. A Y is proposed.", "We argue X is hard."),
        ("A Y is derived. Results are presented.", "A Y is derived."),
        ("X is hard. Following this idea, in this paper we propose Y.", "We propose Y."),
        ("X is hard. To face this challenge, we formulate Y.", "We formulate Y."),
        ("X is hard. In contrast, we propose Y.", "We propose Y."),
        ("X is hard. More specifically, this work presents Y.", "This work presents Y."),
        # A comma ends what leads to the sentence only where its own words follow.
        ("X is hard. To address this we build Y, which seeks Z.", "We build Y, which seeks Z."),
        (
            "X is hard. To address this issue, which costs Y, we build Z.",
            "To address this issue, which costs Y, we build Z.",
        ),
        # What only adds to others is chosen last, and stands without what ties it to them.
        ("We use oak for ships. Finally, we build one.", "We use oak for ships."),
        ("We prove this. In addition, we propose more.", "We prove this."),
        ("X is hard. Finally, we build Y.", "We build Y."),
        ("X is hard. Then we build Y.", "We build Y."),
        ("X is hard. Moreover, we build Y.", "We build Y."),
        (
            "We lack oak. Unfortunately, we often lack what to build ships of. We use ash.",
            "We lack oak.",
        ),
        ("Second order methods are hard.", "Second order methods are hard."),
        ("Further work follows.", "Further work follows."),
        ("", ""),
    ],
)
def test_what_was_done(abstract: str, sentence: str) -> None:
    assert gist(abstract) == sentence


def test_a_long_sentence_is_cut_at_a_word() -> None:
    told = gist("We show that " + "sparse " * 100)
    assert len(told) <= LONGEST
    assert told.endswith("sparse…")
