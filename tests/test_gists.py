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
        ("", ""),
    ],
)
def test_what_was_done(abstract: str, sentence: str) -> None:
    assert gist(abstract) == sentence


def test_a_long_sentence_is_cut_at_a_word() -> None:
    told = gist("We show that " + "sparse " * 100)
    assert len(told) <= LONGEST
    assert told.endswith("sparse…")
