"""The list of words is of what papers say, not of what it is cut to."""

from sitegen.search import lexicon
from sitegen.search.numbers import ALPHABET
from sitegen.search.terms import Term


def test_words_are_listed_as_they_are_written_from_either_end() -> None:
    told = [
        Term(("comput", "", ""), 5, ("computing", "computes")),
        Term(("graph", "", ""), 1 << 14, ("graph",)),
    ]
    (forwards,), (backwards,) = lexicon.shards(told)
    two, fourteen = ALPHABET[2], ALPHABET[14]
    assert forwards.value == ["acomputes ging agraph", f"{two}{two}{fourteen}"]
    assert backwards.value == ["agnitupmoc ahparg asetupmoc", f"{two}{fourteen}{two}"]
