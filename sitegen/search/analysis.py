"""From a text to the terms that are indexed, one for one what the browser does with a query.

A *token* is what stands between blanks and punctuation, in one of two kinds:

- a run of Han, kana or Hangul gives its pairs of neighbouring characters (a lone character
  itself), since no blank parts its words;
- anything else is a word: letters, digits and their marks, with a point between digits
  (``3.5``) or single letters (``i.i.d.``, found by *iid*), hyphens inside (``GPT-4``,
  ``in-context``) and a sign behind (``C++``, ``C#``). An English clitic (``'s``, ``'t``) is
  dropped, and a Greek letter alone goes by its name: *epsilon-greedy* finds ``ε-greedy``.

A word without hyphen or sign gives one term. One with them gives a term for each part and one
for the whole, hyphens removed: ``fine-tuning`` is found by *tuning*, *fine-tuning* and
*finetuning*. Accents and case are folded; lunr's stop words are left out; ASCII words are stemmed.
``static/js/search/terms.js`` does the same and keeps the offsets.
"""

import re
import sys
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from lunr.stop_word_filter import WORDS

from sitegen.search.stemmer import stem

STOP_WORDS: tuple[str, ...] = tuple(sorted(WORDS))
MOST_PARTS = 4
"""A chain of more hyphens than this is a list, not a word: its whole is not indexed."""

_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uffdc\U00020000-\U000323af"
)
AROUND = '.,;:()[]"!?'
"""Signs that no token begins or ends with."""
_HYPHENS = "-\u2010\u2011"
_DROPPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0100-\U000e01ef]"
)
_SPELT_OUT = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ς": "σ",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_GREEK_LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu "
    "nu xi omicron pi rho sigma tau upsilon phi chi psi omega"
)
_GREEK = dict(zip(_GREEK_LETTERS, _GREEK_NAMES.split(), strict=True))
_POINT = re.compile(r"(?<=[a-z])\.")
"""Between single letters, not between digits."""
_PART = re.compile(f"[{_HYPHENS}]")
_SHAPE = re.compile(r"([^+#'’]*)([+]{1,2}|#)?(?:['’][A-Za-z]{1,2})?")


@cache
def _marks() -> str:
    """Return every combining mark that Unicode knows, as it stands in a character class."""
    codes = (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0))
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code))[0] == "M")


def _word_pattern(glyph: str) -> str:
    """Return the pattern of a token that is a word made of `glyph`s."""
    base = rf"(?:[A-Za-z](?:\.[A-Za-z])+(?![^\W_])|(?:{glyph}*\d\.(?=\d))*{glyph}+)"
    sign = r"(?:(?:[+]{1,2}|#)(?![^\W_]|[+#]))?"
    clitic = r"(?:['’][A-Za-z]{1,2}(?![^\W_]))?"
    return rf"{base}(?:[{_HYPHENS}]{base})*{sign}{clitic}"


_ASCII_TOKEN = re.compile(_word_pattern("[A-Za-z0-9]"))
_CJK_START = re.compile(f"[{_CJK}]")


@cache
def _any_token(*, marked: bool) -> re.Pattern[str]:
    """Return the pattern of a token in any text; built when the first one is not ASCII.

    Args:
        marked: Whether there are combining marks in the text: most have none, and the pattern
            takes longer to build with them than what an edit changes takes to index.
    """
    mark = f"[{_marks()}]*" if marked else ""
    cjk = rf"(?:(?=[^\W_])[{_CJK}]{mark})+"
    word = _word_pattern(rf"(?:(?![{_CJK}])[^\W_]{mark})")
    return re.compile(f"{cjk}|{word}")


class Word(NamedTuple):
    """What a text says at one place: the term that is looked up, and the form it is said in.

    Attributes:
        term: The stem of an English word, any other word whole.
        form: The word folded, before it was stemmed.
    """

    term: str
    form: str


def words(text: str) -> list[Word]:
    """Return the words of `text` in reading order, repeated as often as they occur."""
    return [word for chunk in text.split() for word in chunk_words(chunk)]


def terms(text: str) -> list[str]:
    """Return the terms of `text` in reading order, repeated as often as they occur."""
    return [word.term for word in words(text)]


@lru_cache(maxsize=1 << 18)
def chunk_words(chunk: str) -> tuple[Word, ...]:
    """Return the words between two blanks; few chunks are new, so each is cut up once."""
    bare = chunk.strip(AROUND)
    if bare.isalpha() and bare.isascii():
        # What nearly all chunks are.
        form = bare.lower()
        return () if form in WORDS else (_word(form),)
    pattern = _ASCII_TOKEN if chunk.isascii() else _any_token(marked=_is_marked(chunk))
    return tuple(word for token in pattern.findall(chunk) for word in _token_words(token))


def _is_marked(chunk: str) -> bool:
    """Tell whether there is a combining mark."""
    return any(unicodedata.category(char)[0] == "M" for char in chunk)


def folded(part: str) -> str:
    """Return `part` of a token without accents, case and anything that is no letter or digit."""
    if part.isascii():
        return part.lower()
    value = _DROPPED.sub("", unicodedata.normalize("NFKD", part)).lower()
    value = unicodedata.normalize("NFC", value.translate(_SPELT_OUT))
    value = "".join(
        char for char in value if char == "." or unicodedata.category(char)[0] in "LNM"
    )
    return _GREEK.get(value, value)


def _closed(form: str) -> str:
    """Return *iid* for *i.i.d*; *U.S* keeps its point, since *us* is a stop word."""
    closed = _POINT.sub("", form)
    return form if closed in WORDS else closed


@lru_cache(maxsize=1 << 18)
def _token_words(token: str) -> tuple[Word, ...]:
    """Return the words of one token, which many chunks share."""
    if _CJK_START.match(token):
        value = folded(token)
        pairs = tuple(map("".join, pairwise(value))) or (value,)
        return tuple(Word(pair, pair) for pair in pairs)
    matched = _SHAPE.fullmatch(token)
    base, sign = matched.groups(default="") if matched else (token, "")
    parts = [folded(part) for part in _PART.split(base)]
    if "." in base:
        parts = [_closed(part) for part in parts]
    if sign or 1 < len(parts) <= MOST_PARTS:
        parts.append("".join(parts) + sign)
    return tuple(_word(part) for part in parts if part and part not in WORDS)


@lru_cache(maxsize=1 << 18)
def _word(form: str) -> Word:
    """Return a form with its term: another script keeps its word whole."""
    form = sys.intern(form)
    return Word(sys.intern(stem(form)) if form.isascii() else form, form)
