"""What the forms of one word share: *adapting* meets *adaptation*, *sparse* meets *sparsity*."""

from functools import lru_cache

# Endings, the first that fits; what takes their place; how many letters must stand before them.
_ENDINGS = (
    ("izations", "iz", 3), ("ization", "iz", 3), ("izing", "iz", 3), ("ized", "iz", 3),
    ("atively", "at", 3), ("ations", "at", 3), ("ation", "at", 3), ("ative", "at", 3),
    ("ators", "at", 3), ("ator", "at", 3), ("ating", "at", 3), ("ated", "at", 3),
    ("ates", "at", 3), ("ically", "ic", 3), ("ical", "ic", 3), ("ments", "ment", 3),
    ("ness", "", 4), ("ions", "", 4), ("ion", "", 4), ("ities", "", 4), ("ity", "", 4),
    ("ive", "", 4), ("ings", "", 3), ("ing", "", 3), ("edly", "", 3), ("ed", "", 3),
    ("ly", "", 4), ("al", "", 5), ("or", "", 5), ("e", "", 3),
)  # fmt: skip
_BY_LAST_LETTER = {
    letter: [each for each in _ENDINGS if each[0].endswith(letter)]
    for letter in {ending[-1] for ending, _, _ in _ENDINGS}
}
_DOUBLING = frozenset(["ings", "ing", "edly", "ed"])
_DOUBLED = frozenset("bdfgmnprt")


@lru_cache(maxsize=1 << 16)
def stem(key: str) -> str:
    """Return the stems of the words of a folded phrase."""
    return " ".join(map(_stem, key.split(" "))) if " " in key else _stem(key)


def _stem(word: str) -> str:
    """Return the stem of one word: no word itself, only equal for forms of one."""
    if len(word) < 4:
        return word
    for ending, instead, least in _BY_LAST_LETTER.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending) + instead
            if ending in _DOUBLING and word[-1] in _DOUBLED and word[-1] == word[-2]:
                word = word[:-1]
            break
    if len(word) > 3 and word[-1] == "y":
        return word[:-1] + "i"
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word
