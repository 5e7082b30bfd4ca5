"""`importers.labels`: what pages say around abstracts."""

import pytest

from sitegen.importers.labels import bare


@pytest.mark.parametrize(
    "written",
    [
        "Abstract: We draw.", "Abstract. We draw.", "ABSTRACT\nWe draw.", "Abstract—We draw.",
        "Abstract-We draw.", "Abstract We draw.", "Summary: We draw.", "We draw. Show More",
    ],
)  # fmt: skip
def test_headings_and_buttons_are_left_out(written: str) -> None:
    assert bare(written) == "We draw."


def test_what_was_cut_off_still_shows_it() -> None:
    assert bare("Abstract: We dr... Show More") == "We dr..."


@pytest.mark.parametrize(
    "written",
    [
        "Abstract meaning representation is drawn.", "Abstract-level maps are drawn.",
        "Abstract-to-concrete maps.", "Summary statistics are drawn.", "Abstract:", "Show More",
        "We call it Slide Show Moreover", "Summarization: we draw.", "Abstract",
    ],
)  # fmt: skip
def test_words_of_the_abstract_stay(written: str) -> None:
    assert bare(written) == written
