"""Pure functions over strings: normal form, folding, slugs, digests, words, excerpts."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

# What ends a line or a page somewhere.
_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Soft hyphens part words that are none; what stands for a picture is left by who copied a page.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\ud800-\udfff\ufeff\ufffc\ufffe\uffff]")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[^\w\x00-\x7f]")
_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "vs.", "cf.", "et al.", "resp.", "Fig.", "Eq.", "Sec.",
                  "approx.")  # fmt: skip
_UNENDED = "".join(rf"(?<!\b{re.escape(each)})" for each in _ABBREVIATIONS) + r"(?<!\b[A-Z]\.)"
OPENER = (
    r"(?:As|Based|By|Finally|For|Furthermore|Given|Here|However|If|In|It|Moreover|Our|Specifically|Such"
    r"|The|Then|Therefore|These|This|Thus|To|Under|Using|We|When|While)\b"
)
"""A word that begins a sentence, and is no family name: J. The …"""
_SENTENCE_END = re.compile(
    rf"""
    [.!?](?:
      {_UNENDED}[ ](?=["'(\[“‘]?[A-Z0-9À-Þ])
      # A letter alone, or "etc.", ends one where the next word begins one.
    | (?:(?<=\b[A-Z]\.)|(?<=\betc\.)|(?<=\bal\.))[ ](?={OPENER})
      # Some exports lose the blank.
    | (?<=[a-z]{{3}}.)(?=[A-Z][a-z]*,?[ ][a-z])
    )
    """,
    re.VERBOSE,
)
_DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)
SLUG_BYTES = 80
_NAMES_SHOWN = 4

# Complete, as to miss a character takes longer than to find it.
ASCII_PARTED = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""Parts the words of a text of ASCII, where `str.translate` is given it."""


def normal(value: str) -> str:
    """Return `value` in NFC, without control characters, lone surrogates and outer space.

    Tabs stay, and line breaks of any kind as one. The result can always be encoded as UTF-8.
    """
    if not value.isprintable() or "\ufffc" in value:  # what else is unwanted is not printable
        value = _UNWANTED.sub("", _BREAK.sub("\n", value))
    return unicodedata.normalize("NFC", value).strip()


def line(value: str) -> str:
    """Return the normal form of `value` on one line, each run of white space one blank."""
    if value.isascii() and value.isprintable() and "  " not in value:
        return value.strip()  # most values are so
    return _one_line(normal(value))


def _one_line(value: str) -> str:
    """Return `value` with each run of white space as one blank."""
    # Of all white space the blank alone is printable.
    return value if "  " not in value and value.isprintable() else _SPACE.sub(" ", value)


def has_bidi_controls(value: str) -> bool:
    """Tell whether `value` holds characters that reorder what stands around them."""
    if value.isascii() or value.isprintable():
        return False
    return _BIDI_CONTROLS.search(value) is not None


def without_accents(value: str) -> str:
    """Return `value` compatibility-decomposed, without accents; vowel signs stay."""
    if value.isascii():
        return value
    return _ACCENT.sub("", unicodedata.normalize("NFKD", value))


def _parted(value: str) -> list[str]:
    """Return the words of `value`, signs of Indic and other scripts included."""
    if value.isascii():
        return value.translate(ASCII_PARTED).split()
    signs = set(_SIGN.findall(value))
    marks = {sign for sign in signs if unicodedata.category(sign).startswith("M")}
    if not marks:
        return _WORD.findall(value)
    return "".join(char if char.isalnum() or char in marks else " " for char in value).split()


def folded(value: str) -> str:
    """Return `value` for comparison: no case, no accents, words joined by one blank."""
    return " ".join(_parted(without_accents(value).casefold()))


def digest(value: str, size: int = 8) -> str:
    """Return the BLAKE2b digest of `value` as `2 * size` hexadecimal digits."""
    return hashlib.blake2b(value.encode("utf-8", "replace"), digest_size=size).hexdigest()


def slug(value: str) -> str:
    """Return a file name for `value` that every file system takes, without an ending.

    At most `SLUG_BYTES` bytes, lower case, ASCII where `value` has ASCII letters or accents,
    never empty, never the name of a Windows device.
    """
    base = "-".join(_parted(without_accents(value).casefold()))
    base = unicodedata.normalize("NFC", base)
    if not base:
        return f"untitled-{digest(value, 4)}"
    base = _shortened(base, SLUG_BYTES)
    return f"{base}-" + digest(value, 2) if base in _DEVICE_NAMES else base


def slug_with(base: str, suffix: str) -> str:
    """Return the slug `base` with `suffix`, such as a hash, within `SLUG_BYTES` bytes."""
    return f"{_shortened(base, SLUG_BYTES - len(suffix) - 1)}-{suffix}"


def _shortened(base: str, limit: int) -> str:
    """Return `base` cut at a word's end, if one is near, to at most `limit` bytes."""
    if len(base.encode()) <= limit:
        return base
    cut = base.encode()[:limit].decode("utf-8", "ignore")
    head, _, _ = cut.rpartition("-")
    return (head if len(head) > len(cut) // 2 else cut).strip("-")


def slugs(names: Mapping[str, str], slug_of: Callable[[str], str] = slug) -> dict[str, str]:
    """Return a unique slug for each id, made of its name alone where no other id has the same.

    Where several names give one slug, the smallest id keeps it; the others carry a hash of
    their id, so that the order of input never decides. `slug_of` returns what `slug` does.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for ident in sorted(names):
        wanted[slug_of(names[ident])].append(ident)
    given = {idents[0]: base for base, idents in wanted.items()}
    taken = set(wanted)
    for base, idents in wanted.items():
        for ident in idents[1:]:
            hashed = (slug_with(base, digest(ident, size)) for size in range(4, 64))
            given[ident] = next(candidate for candidate in hashed if candidate not in taken)
            taken.add(given[ident])
    return given


def sentences(value: str) -> list[str]:
    """Return the sentences of `value`; an abbreviation such as ``e.g.`` ends none."""
    value = _one_line(value).strip()
    at = 0
    found = []
    for end in _SENTENCE_END.finditer(value):
        found.append(value[at : end.start() + 1])
        at = end.end()
    return [*found, value[at:]] if value else []


def excerpt(value: str, limit: int) -> str:
    """Return `value` cut at a word's end to at most `limit` characters, with an ellipsis."""
    if len(value) <= limit:
        return value
    head = value[: limit - 1]
    at = head.rfind(" ")
    return (head[:at] if at > limit // 2 else head).rstrip(" ,;:.") + "…"


def byline(names: Sequence[str]) -> str:
    """Return the first of `names` on one line, and how many more there are.

    The number stays beside its *more* where the line breaks.
    """
    more = len(names) - _NAMES_SHOWN
    return ", ".join(names[:_NAMES_SHOWN]) + (f" and {more}\u00a0more" if more > 0 else "")
