"""The Porter stemmer in lunr.js's variation, so that Python and the browser cut words alike.

The algorithm is M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. lunr.js
2.3.9 departs from it, and lunr.py from lunr.js: a final ``y`` becomes ``i`` after any consonant
but the first letter (``survey`` and ``play`` stay, ``try`` becomes ``tri``), suffixes ``bli`` and
``logi`` are known, an ending always leaves at least one letter before it.
``static/js/search/stemmer.js`` is the same table by table; tests compare both with lunr.js.
"""

import re

_STEP_2 = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "bli": "ble",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
    "logi": "log",
}
_STEP_3 = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
_STEP_4_SUFFIXES = "al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize"
_STEP_4 = dict.fromkeys(_STEP_4_SUFFIXES.split("|"), "")
_Endings = dict[str, list[str]]


def _by_end(table: dict[str, str]) -> _Endings:
    """Return suffixes by their last two letters, the longest first: most words end otherwise."""
    ends: _Endings = {}
    for suffix in sorted(table, key=len, reverse=True):
        ends.setdefault(suffix[-2:], []).append(suffix)
    return ends


_ENDS_2, _ENDS_3, _ENDS_4 = map(_by_end, (_STEP_2, _STEP_3, _STEP_4))
_SHORT = re.compile("c+vc")
_KINDS = {code: "v" if chr(code) in "aeiou" else "c" for code in range(128)}


def stem(word: str) -> str:
    """Return the stem of `word`, which is lower case and ASCII."""
    if len(word) < 3:
        return word
    word = _past(_plural(word))
    if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    word = _replaced(word, _STEP_2, _suffix(word, _ENDS_2), 0)
    word = _replaced(word, _STEP_3, _suffix(word, _ENDS_3), 0)
    word = _without_suffix(word)
    return _tidied(word)


def _shape(word: str) -> str:
    """Return `word` with ``v`` for a vowel and ``c`` for anything else.

    A ``y`` is a vowel after a consonant, and a consonant elsewhere.
    """
    if "y" not in word:
        return word.translate(_KINDS)
    shape = ""
    for char in word:
        vowel = char in "aeiou" or (char == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    """Return Porter's m: how often a vowel is followed by a consonant."""
    return _shape(word).count("vc")


def _is_short(word: str) -> bool:
    """Tell whether `word` is consonants, one vowel, one consonant that is not w, x or y."""
    return word[-1:] not in ("w", "x", "y") and _SHORT.fullmatch(_shape(word)) is not None


def _plural(word: str) -> str:
    """Step 1a: sses → ss, ies → i, s → nothing."""
    if len(word) > 4 and word.endswith("sses"):
        return word[:-2]
    if len(word) > 3 and word.endswith("ies"):
        return word[:-2]
    if len(word) > 2 and word[-1] == "s" and word[-2] != "s":
        return word[:-1]
    return word


def _past(word: str) -> str:
    """Step 1b: eed → ee, ed and ing → nothing, then the e or the single letter back."""
    if len(word) > 3 and word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    ending = "ed" if word.endswith("ed") else "ing" if word.endswith("ing") else None
    if ending is None or "v" not in _shape(word[: -len(ending)]):
        return word
    word = word[: -len(ending)]
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and word[-1] not in "aeiouylsz":
        return word[:-1]
    return word + "e" if _is_short(word) else word


def _suffix(word: str, ends: _Endings) -> str | None:
    """Return the longest suffix that `word` ends with, a letter at least before it."""
    for suffix in ends.get(word[-2:], ()):
        if len(word) > len(suffix) and word.endswith(suffix):
            return suffix
    return None


def _replaced(word: str, table: dict[str, str], suffix: str | None, above: int) -> str:
    """Return `word` with its suffix replaced, if what stands before measures more than `above`."""
    if suffix is None or _measure(word[: -len(suffix)]) <= above:
        return word
    return word[: -len(suffix)] + table[suffix]


def _without_suffix(word: str) -> str:
    """Step 4: take a known suffix, or ion after s or t, off a long word."""
    suffix = _suffix(word, _ENDS_4)
    if suffix is not None:
        return _replaced(word, _STEP_4, suffix, 1)
    if len(word) > 4 and word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    return word


def _tidied(word: str) -> str:
    """Step 5: a final e, and one l of two, off a long word."""
    if len(word) > 1 and word[-1] == "e":
        head = word[:-1]
        measure = _measure(head)
        if measure > 1 or (measure == 1 and not _is_short(head)):
            word = head
    if word.endswith("ll") and _measure(word) > 1:
        return word[:-1]
    return word
